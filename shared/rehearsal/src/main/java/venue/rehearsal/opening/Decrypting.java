package venue.rehearsal.opening;

import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;

/// Decryption at the host's desk: five bids open, the sixth does not, and its cause is decided.
final class Decrypting {

    private static final String PART = "开标";

    private final Cast cast;
    private final Hand hand;

    Decrypting(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    void play() {
        hand.click("step-decrypt").awaitNode("bids-fetch").click("bids-fetch");
        hand.type("tender-file", cast.tenderSideToken().toString())
                .type("tender-pin", cast.tenderSidePin()).click("tender-open");
        hand.await("decryption can begin", () -> !hand.node("decrypt-begin").isDisabled());
        hand.click("decrypt-begin").await("decryption has begun",
                () -> hand.node("decrypt-begin").isDisabled());
        for (var bidder : Story.bidders()) {
            attempt(bidder);
        }
        cast.checks().equal(PART, "六份投标文件解密五份", "5 / 6", hand.read("decrypt-opened"));
        hand.shot("开标-11-证书不符");
        hand.type("cause-reason", "投标文件加密后投标人更换了数字证书，原私钥已不存在，投标人代表当场确认。");
        hand.shot("开标-12-原因认定");
        hand.click("cause-decide").click("dialog-ok").await("the cause is decided",
                () -> !hand.node("decrypt-close").isDisabled());
        cast.checks().check(PART, "证书更换被认定为投标人原因", hand.shows("撤销"));
        hand.click("decrypt-close");
    }

    private void attempt(Story.Bidder bidder) {
        var person = "P-BIDDER-" + bidder.number();
        hand.choose("bid-choice", bidder.name())
                .type("bid-token", cast.token(person).toString())
                .type("bid-pin", cast.pin(person)).click("bid-decrypt");
        if (bidder.number() == 6) {
            hand.await("the wrong certificate is told", () -> hand.shows("证书不符"));
            return;
        }
        var opened = bidder.number() + " / 6";
        hand.await(opened, () -> opened.equals(hand.read("decrypt-opened"))
                && hand.read("bid-token").isEmpty());
        if (bidder.number() == 3) {
            hand.shot("开标-10-解密");
        }
    }
}

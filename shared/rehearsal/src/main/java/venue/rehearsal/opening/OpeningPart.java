package venue.rehearsal.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;
import venue.bidopen.BidOpen;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;
import venue.ui.Launch;

/// The day's opening (开标), played at its windows: from the project package to the bids on their way
/// to the evaluation.
public final class OpeningPart {

    private static final String PART = "开标";
    private static final List<String> COEFFICIENTS = List.of("0.950", "0.955", "0.960", "0.965",
            "0.970", "0.975", "0.980");
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LATE = 5;
    private static final int REPLACED = 6;

    private final Cast cast;
    private final Hand hand;
    private final AtomicReference<BidOpen> app = new AtomicReference<>();

    /// With the day's cast and hand.
    public OpeningPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Plays it from the first window to the last product.
    public void play() {
        start();
        checkIn();
        close();
        draw();
        decrypt();
        readOut();
        object();
        sign();
        handOver();
    }

    private void start() {
        var launch = Launch.of(cast.station("hall-1")).at(cast.clock()).asRehearsal();
        hand.open("hall-1", stage -> app.set(BidOpen.open(stage, launch)));
        hand.type("station-pin", "Wrong-2026").click("station-open");
        cast.checks().check(PART, "本机口令输错时说明原因且不启动",
                seesSoon("trouble-what") && !hand.sees("project-fetch"));
        hand.type("station-pin", Cast.STATION_PIN).shot("opening-01-station");
        hand.click("station-open").awaitNode("project-fetch");
        hand.await("the centre offers the package",
                () -> !hand.node("project-fetch").isDisabled());
        hand.shot("opening-02-project");
        hand.click("project-fetch").awaitNode("token-file");
        hand.type("token-file", cast.token("P-HOST").toString())
                .type("token-pin", cast.pin("P-HOST")).click("sign-in");
        hand.await("the host has signed in", () -> hand.shows("陈静怡"));
        hand.shot("opening-03-people");
        hand.click("start-continue").awaitNode("prepare-load");
        hallAside();
        hand.shot("opening-04-prepare");
        hand.click("prepare-load").click("prepare-check-in").awaitNode("bidder-code");
    }

    private boolean seesSoon(String id) {
        hand.awaitNode(id).await("the trouble is told", () -> !hand.read(id).isBlank());
        return true;
    }

    private void checkIn() {
        int present = 0;
        for (var bidder : Story.bidders()) {
            if (bidder.number() != LATE) {
                signIn(bidder, ++present);
            }
        }
        hand.shot("opening-05-check-in");
        hall("hall-01-check-in");
        cast.checks().check(PART, "截止前大屏不公布投标人名单",
                !hallShows(Story.bidders().getFirst().name()));
        hand.click("step-closing").awaitNode("close-submission");
        cast.checks().check(PART, "截止时间前不能截止投标",
                hand.node("close-submission").isDisabled());
        hand.shot("opening-06-before-deadline");
    }

    private void signIn(Story.Bidder bidder, int present) {
        hand.type("bidder-code", bidder.code().value())
                .type("bidder-person", bidder.representative()).click("bidder-sign-in")
                .await(bidder.name() + " is in",
                        () -> hand.read("present-count").equals(Integer.toString(present)));
    }

    private void close() {
        cast.clock().forwardTo(cast.deadline().plusSeconds(1));
        hand.click("close-submission");
        hand.await("six bids", () -> hand.read("received-count").equals("6"));
        hand.click("step-check-in").awaitNode("bidder-code");
        signIn(Story.bidders().get(LATE - 1), Story.bidders().size());
        hand.shot("opening-07-late");
        hand.click("step-closing").awaitNode("open-meeting");
        hand.click("open-meeting").click("count-bids").click("publish-list");
        hand.await("the list is out", () -> hand.node("publish-list").isDisabled());
        hand.shot("opening-08-list");
        hall("hall-02-list");
        cast.checks().check(PART, "大屏公布六家投标人",
                Story.bidders().stream().allMatch(bidder -> hallShows(bidder.name())));
    }

    private void draw() {
        hand.click("step-draw").awaitNode("draw-begin").click("draw-begin");
        var slips = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            hand.click("slip-make");
            hand.await("a slip", () -> !hand.read("slip-text").isBlank());
            slips.add(hand.read("slip-text"));
            if (i == 0) {
                hand.shot("opening-09-slip");
            }
            hand.click("slip-commit").await("committed", () -> hand.read("slip-text").isBlank());
        }
        hand.choose("dice-first-reader", "刘子航").type("dice-first", "3 7 1 9 0 2")
                .choose("dice-second-reader", "高明远").type("dice-second", "3 7 1 9 0 3");
        cast.checks().check(PART, "两人录入的骰子点数不一致时不能确认",
                hand.node("dice-record").isDisabled());
        hand.type("dice-second", "3 7 1 9 0 2").click("dice-record");
        for (var slip : slips) {
            hand.type("nonce-text", slip).click("nonce-reveal").await("shown",
                    () -> hand.read("nonce-text").isBlank());
        }
        hand.shot("opening-10-revealed");
        hand.click("draw-conclude").await("a result",
                () -> COEFFICIENTS.contains(hand.read("draw-result")));
        hand.shot("opening-11-drawn");
        hall("hall-03-drawn");
        var transcript = Transcript.parse(hand.read("draw-transcript"));
        cast.checks().equal(PART, "系数可由过程记录复算",
                List.of(hand.read("draw-result")), Draw.taken(transcript, COEFFICIENTS));
        cast.checks().equal(PART, "各方随机数与承诺值相符", List.of(), transcript.unfaithful());
    }

    private void decrypt() {
        hand.click("step-decrypt").awaitNode("bids-fetch").click("bids-fetch")
                .await("six sealed bids are here", () -> hand.shows("共有 6 份"));
        new HoldersAct(cast, hand).play();
        hand.click("decrypt-begin").await("the window is open",
                () -> hand.node("decrypt-begin").isDisabled());
        wrongPin();
        for (var bidder : Story.bidders()) {
            unseal(bidder);
        }
        hand.shot("opening-14-wrong-certificate");
        hand.type("cause-reason", "投标文件加密后证书已更换，原私钥不存在，投标人当场确认")
                .click("cause-decide").awaitNode("dialog-ok");
        hand.shot("opening-15-cause");
        hand.click("dialog-ok").await("all bids are settled",
                () -> !hand.node("decrypt-close").isDisabled());
        hand.shot("opening-16-settled");
        cast.checks().equal(PART, "六份中五份解密", "5 / 6", hand.read("decrypt-opened"));
        hand.click("decrypt-close").awaitNode("reading-begin");
    }

    private void wrongPin() {
        var first = Story.bidders().getFirst();
        hand.choose("bid-choice", first.name())
                .type("bid-token", cast.token("P-BIDDER-1").toString()).type("bid-pin", "0000")
                .click("bid-decrypt").await("the PIN is refused", () -> hand.shows("口令错误"));
        hand.shot("opening-12-wrong-pin");
        cast.checks().check(PART, "口令错误时说明原因与补救", hand.shows("重新输入"));
    }

    private void unseal(Story.Bidder bidder) {
        var id = "P-BIDDER-" + bidder.number();
        hand.choose("bid-choice", bidder.name()).type("bid-token", cast.token(id).toString())
                .type("bid-pin", cast.pin(id)).click("bid-decrypt");
        if (bidder.number() == REPLACED) {
            hand.await("the certificate is another", () -> hand.shows("证书不符"));
            return;
        }
        var opened = bidder.number() + " / 6";
        hand.await(opened, () -> hand.read("decrypt-opened").equals(opened)
                && hand.read("bid-token").isBlank());
        if (bidder.number() == 3) {
            hand.shot("opening-13-decrypting");
            hall("hall-04-decrypting");
        }
    }

    private void readOut() {
        hand.click("reading-begin");
        for (var bidder : Story.bidders()) {
            if (bidder.number() != REPLACED) {
                hand.await("reading " + bidder.name(),
                        () -> hand.read("reading-now").equals(bidder.name()));
                cast.checks().check(PART, bidder.name() + " 唱标价与投标文件一致",
                        sheet(bidder).contains("\"price\":\""
                                + hand.read("reading-price").replaceAll("[^0-9.]", "") + "\""),
                        hand.read("reading-price"));
                if (bidder.number() == 2) {
                    hand.shot("opening-17-reading");
                }
                hand.click("reading-confirm");
            }
        }
        hand.await("all are read", () -> hand.read("reading-now").contains("全部"));
        hand.shot("opening-18-read");
        hall("hall-05-read");
        hand.click("reading-objections").awaitNode("objection-raise");
    }

    private String sheet(Story.Bidder bidder) {
        try {
            return Files.readString(cast.home().resolve("bidders").resolve(bidder.stem())
                    .resolve("sheet.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void object() {
        hand.choose("objection-bidder", Story.bidders().get(2).name())
                .choose("objection-topic", "解密")
                .type("objection-text", "请说明锦州凌河市政工程有限公司投标文件未能解密的原因。")
                .click("objection-raise")
                .type("answer-text", "该公司证书在加密后更换，取证显示证书序列号不符，属投标人原因，视为撤销其投标文件，不影响其他投标人。")
                .click("answer-give");
        hand.shot("opening-19-objection");
        hand.click("settle-accept").await("settled",
                () -> hand.node("settle-accept").isDisabled());
        hall("hall-06-objection");
        cast.checks().check(PART, "异议时段未满不能结束",
                hand.node("objections-close").isDisabled());
        cast.clock().forwardTo(cast.clock().instant().plus(Duration.ofMinutes(6)));
        hand.click("objections-close").awaitNode("record-draft");
    }

    private void sign() {
        hand.click("record-draft").await("the record is drawn up",
                () -> !hand.node("signer-sign").isDisabled() && !hand.sees("busy"));
        hand.shot("opening-20-record");
        for (var person : List.of("P-HOST", "P-AGENCY", "P-SUPERVISOR", "P-TENDERER")) {
            sign(person, Story.actor(person).name());
        }
        for (var bidder : Story.bidders()) {
            if (bidder.number() != REPLACED) {
                sign("P-BIDDER-" + bidder.number(), bidder.representative());
            }
        }
        hand.type("signer-refusal", "证书已更换，与名单登记的证书不一致，未签署").click("signer-refuse")
                .await("noted", () -> hand.node("signer-refuse").isDisabled());
        hand.shot("opening-21-signed");
    }

    private void sign(String person, String name) {
        hand.type("signer-token", cast.token(person).toString())
                .type("signer-pin", cast.pin(person)).click("signer-sign")
                .await(name + " has signed", () -> hand.shows(name + " 已签署"));
    }

    private void handOver() {
        hand.click("step-handover").awaitNode("opening-end").click("opening-end")
                .await("the record is saved", () -> hand.shows("已存于"));
        hand.click("hand-over").await("handed over", () -> hand.shows("移交完成"));
        hand.shot("opening-22-handover");
        hall("hall-07-end");
        cast.checks().check(PART, "移交包已送达中心", hand.read("handover-delivery").contains("中心"));
        new OpeningProducts(cast).lay(Path.of(hand.read("handover-file")));
    }

    private BidOpen opened() {
        return Objects.requireNonNull(app.get());
    }

    private void hall(String name) {
        hand.settle();
        hand.shotOf(name, opened().hall().orElseThrow().scene());
    }

    /// The rehearsal's one screen is small: the hall's window lies beside it.
    private void hallAside() {
        var stage = opened().hall().orElseThrow().stage();
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
            stage.setX(0);
            stage.setY(0);
            stage.setHeight(600);
        });
        hand.settle();
        hand.await("the hall's window is small", () -> stage.getScene().getHeight() <= 600);
        hand.settle();
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> stage.setX(4000));
        hand.to("hall-1");
    }

    private boolean hallShows(String text) {
        var root = opened().hall().orElseThrow().scene().getRoot();
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS,
                () -> root.lookupAll("*").stream().anyMatch(
                        node -> node instanceof Text cell && text.equals(cell.getText())));
    }
}

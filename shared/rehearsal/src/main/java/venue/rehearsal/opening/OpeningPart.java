package venue.rehearsal.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import venue.bidopen.BidOpen;
import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;
import venue.ui.Launch;

/// The day's opening (开标), played at the host's window and seen on the hall's big screen.
public final class OpeningPart {

    private static final String PART = "开标";
    private static final String HALL = "hall-1";

    private final Cast cast;
    private final Hand hand;
    private final AtomicReference<@Nullable BidOpen> application = new AtomicReference<>();

    /// With the day's cast and hand.
    public OpeningPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Plays it from the first window to the last product.
    public void play() {
        start();
        signIn();
        closing();
        draw();
        new Decrypting(cast, hand).play();
        big("大屏-04-解密");
        readOut();
        objection();
        record();
        handOver();
        keepProducts();
    }

    private void start() {
        var launch = Launch.of(cast.station(HALL)).at(cast.clock()).asRehearsal();
        hand.open(HALL, stage -> application.set(BidOpen.open(stage, launch)));
        hand.shot("开标-01-工位启动");
        hand.type("station-pin", Cast.STATION_PIN).click("station-open").awaitNode("project-fetch");
        hand.choose("project-choice",
                Story.PROJECT + Story.LOT + "（" + Story.TENDER_ID + "）");
        hand.shot("开标-02-载入项目包");
        hand.click("project-fetch").awaitNode("token-file");
        hand.type("token-file", cast.token("P-HOST").toString()).type("token-pin", "wrong-pin")
                .click("sign-in").await("the wrong PIN is told", () -> hand.sees("trouble-what"));
        hand.shot("开标-03-口令错误");
        cast.checks().check(PART, "口令错误时说明还可再试几次",
                hand.read("trouble-what").contains("还可再试"));
        hand.type("token-pin", cast.pin("P-HOST")).click("sign-in");
        hand.await("signed in", () -> !hand.node("start-continue").isDisabled());
        hand.shot("开标-03-人员登录");
        hand.click("start-continue").awaitNode("prepare-load").shot("开标-04-开标前检查");
        hand.click("prepare-load").click("prepare-check-in").awaitNode("bidder-code");
    }

    private void signIn() {
        var bidders = Story.bidders();
        for (int i = 0; i < bidders.size(); i++) {
            var bidder = bidders.get(i);
            var present = Integer.toString(i + 1);
            hand.type("bidder-code", bidder.code().value())
                    .type("bidder-person", bidder.representative()).click("bidder-sign-in")
                    .await("signed in " + present,
                            () -> present.equals(hand.read("present-count")));
        }
        hand.shot("开标-05-签到");
        big("大屏-01-签到");
        hand.click("step-closing").awaitNode("close-submission");
        cast.checks().check(PART, "截止时间前不能截止",
                hand.node("close-submission").isDisabled());
        hand.shot("开标-06-截止前");
        hand.click("step-decrypt").awaitNode("decrypt-begin");
        cast.checks().check(PART, "截止时间前不能解密", hand.node("decrypt-begin").isDisabled());
        hand.click("step-closing").awaitNode("close-submission");
    }

    private void closing() {
        cast.clock().forwardTo(cast.deadline().plusSeconds(1));
        hand.click("close-submission").await("counted",
                () -> "6".equals(hand.read("received-count")));
        hand.click("open-meeting").click("count-bids").click("publish-list");
        hand.await("published", () -> hand.node("publish-list").isDisabled());
        hand.shot("开标-07-到件清单");
        big("大屏-02-投标人名单");
        cast.checks().equal(PART, "收到六份投标文件", "6", hand.read("received-count"));
    }

    private void draw() {
        hand.click("step-draw").awaitNode("draw-begin").click("draw-begin");
        hand.await("the draw has begun", () -> !hand.node("slip-make").isDisabled());
        var slips = new String[3];
        for (int i = 0; i < slips.length; i++) {
            hand.click("slip-make");
            slips[i] = hand.read("slip-text");
            if (i == 1) {
                hand.shot("开标-08-提交承诺");
            }
            hand.click("slip-commit").await("committed", () -> hand.read("slip-text").isEmpty());
        }
        hand.choose("dice-first-reader", Story.actor("P-AGENCY").name())
                .choose("dice-second-reader", Story.actor("P-SUPERVISOR").name())
                .type("dice-first", "3 1 6 2 5 4").type("dice-second", "3 1 6 2 5 4")
                .click("dice-record");
        hand.await("thrown", () -> hand.node("dice-record").isDisabled());
        for (var slip : slips) {
            hand.type("nonce-text", slip).click("nonce-reveal").await("revealed",
                    () -> hand.read("nonce-text").isEmpty());
        }
        hand.click("draw-conclude").await("the result is there",
                () -> hand.read("draw-result").startsWith("0.9"));
        hand.shot("开标-09-抽取结果");
        big("大屏-03-抽取系数");
        cast.checks().check(PART, "系数 K 在招标文件规定的候选值之内",
                hand.read("draw-result").matches("0\\.9[5-8][05]?0?"), hand.read("draw-result"));
    }

    private void readOut() {
        hand.awaitNode("reading-begin").click("reading-begin");
        for (int i = 0; i < 5; i++) {
            var before = hand.read("reading-now");
            if (i == 2) {
                hand.shot("开标-13-唱标");
                big("大屏-05-唱标");
                cast.checks().check(PART, "唱标显示大写金额",
                        hand.read("reading-words").contains("仟"), hand.read("reading-words"));
            }
            hand.click("reading-confirm");
            if (i < 4) {
                hand.await("the next is read", () -> !before.equals(hand.read("reading-now")));
            }
        }
        hand.click("reading-objections").awaitNode("objection-raise");
    }

    private void objection() {
        hand.choose("objection-bidder", Story.bidders().get(1).name())
                .choose("objection-topic", "唱标内容")
                .type("objection-text", "请核对第一家投标人投标总报价的大写金额与小写金额是否一致。")
                .click("objection-raise");
        hand.type("answer-text", "经当场核对解密文件，大写金额与小写金额一致，唱标无误。")
                .click("answer-give");
        hand.shot("开标-14-异议与答复");
        big("大屏-06-异议");
        hand.click("settle-accept").await("settled",
                () -> hand.node("settle-accept").isDisabled());
        cast.clock().forwardTo(cast.clock().instant().plus(Duration.ofMinutes(6)));
        hand.click("objections-close").awaitNode("record-draft");
    }

    private void record() {
        hand.click("record-draft").await("drafted", () -> !hand.node("signer-sign").isDisabled());
        hand.shot("开标-15-开标记录");
        for (var person : List.of("P-HOST", "P-AGENCY", "P-SUPERVISOR", "P-TENDERER")) {
            sign(person);
        }
        for (int i = 1; i <= 5; i++) {
            sign("P-BIDDER-" + i);
        }
        hand.type("signer-refusal", "数字证书已更换，对撤销的认定保留意见，未签署。").click("signer-refuse");
        hand.await("the refusal is noted", () -> hand.node("signer-refuse").isDisabled());
        hand.shot("开标-16-签署完成");
    }

    private void sign(String person) {
        hand.type("signer-token", cast.token(person).toString())
                .type("signer-pin", cast.pin(person)).click("signer-sign");
        hand.await(person + " has signed", () -> hand.read("signer-token").isEmpty());
    }

    private void handOver() {
        hand.click("step-handover").awaitNode("opening-end").click("opening-end");
        hand.click("hand-over").await("handed over",
                () -> !hand.read("handover-file").isBlank()
                        && Files.exists(Path.of(hand.read("handover-file"))));
        hand.await("the work is done", () -> hand.node("hand-over").isDisabled());
        hand.shot("开标-17-结束与移交");
        big("大屏-07-开标结束");
    }

    private void keepProducts() {
        var record = cast.station(HALL).resolve("work").resolve("record");
        int signatures = 0;
        try (var files = Files.list(record)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                Files.copy(file, cast.products().resolve(name));
                signatures += name.endsWith(".p7s") ? 1 : 0;
            }
            Files.copy(Path.of(hand.read("handover-file")),
                    cast.products().resolve("handover.parcel"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cast.checks().equal(PART, "开标记录由九方签署", 9, signatures);
    }

    private void big(String name) {
        var app = application.get();
        if (app == null) {
            throw new IllegalStateException("the host's window is not open");
        }
        var screen = app.hall().orElseThrow();
        hand.shotOf(name, screen.scene());
        hand.to(HALL);
    }
}

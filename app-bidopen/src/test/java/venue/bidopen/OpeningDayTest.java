package venue.bidopen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.documents.PdfText;
import venue.domain.record.OpeningRecord;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.ui.Snapshots;

/// One whole opening through the real window, on bids really sealed.
@ExtendWith(ApplicationExtension.class)
class OpeningDayTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;
    @SuppressWarnings("NullAway.Init")
    private static SampleHall hall;
    @SuppressWarnings("NullAway.Init")
    private BidOpen app;
    @SuppressWarnings("NullAway.Init")
    private Clerk clerk;

    @BeforeAll
    static void prepare() {
        hall = new SampleHall(home);
    }

    @Start
    void show(Stage stage) {
        app = BidOpen.open(stage, hall.launch());
        clerk = new Clerk(app.window().scene());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> app.window().close());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void opensATenderFromThePackageToTheHandOver() throws Exception {
        start();
        signIn();
        closing();
        draw();
        decrypt();
        readOut();
        objections();
        record();
        handOver();
    }

    private void start() {
        clerk.picture("01-station").type("station-pin", SampleHall.STATION_PIN)
                .click("station-open").awaitNode("project-import").picture("02-project");
        hall.files.set(hall.project());
        clerk.click("project-import").awaitNode("token-file");
        clerk.fill("token-file", hall.token("p-host").toString())
                .type("token-pin", SampleHall.PIN).click("sign-in");
        clerk.await(() -> clerk.sees("start-continue")
                && !app.window().scene().lookup("#start-continue").isDisabled(), "signed in");
        clerk.picture("03-people").click("start-continue").awaitNode("prepare-load")
                .aside(app.hall().orElseThrow().stage()).picture("04-prepare")
                .click("prepare-load");
        clerk.click("prepare-check-in").awaitNode("bidder-code");
    }

    private void signIn() {
        for (int i = 1; i < SampleHall.BIDDERS; i++) {
            var present = Integer.toString(i);
            clerk.fill("bidder-code", SampleHall.code(i).value())
                    .fill("bidder-person", SampleHall.representative(i)).click("bidder-sign-in")
                    .await(() -> clerk.read("present-count").equals(present), "signed in " + i);
        }
        clerk.picture("05-check-in");
        clerk.click("step-closing").awaitNode("close-submission").picture("06-before-deadline");
        hall.now = SampleHall.NINE.plusSeconds(2);
        clerk.click("close-submission");
        clerk.await(() -> clerk.read("received-count").equals("4"), "counted");
        clerk.click("step-check-in").awaitNode("bidder-code")
                .fill("bidder-code", SampleHall.code(4).value()).fill("bidder-person", "吴建华")
                .click("bidder-sign-in")
                .await(() -> clerk.read("present-count").equals("4"), "late one is in")
                .picture("07-late");
    }

    private void closing() {
        clerk.click("step-closing").awaitNode("open-meeting").click("open-meeting")
                .click("count-bids").click("publish-list");
        clerk.await(() -> app.window().scene().lookup("#publish-list").isDisabled(), "published");
        clerk.picture("08-list");
        hallPicture("h2-list");
    }

    private void draw() {
        clerk.click("step-draw").awaitNode("draw-begin").click("draw-begin");
        clerk.await(() -> !app.window().scene().lookup("#slip-make").isDisabled(), "begun");
        var slips = new String[3];
        for (int i = 0; i < 3; i++) {
            clerk.click("slip-make");
            slips[i] = clerk.read("slip-text");
            if (i == 1) {
                clerk.picture("09-slip");
            }
            clerk.click("slip-commit")
                    .await(() -> clerk.read("slip-text").isEmpty(), "committed");
        }
        clerk.choose("dice-first-reader", "刘子航").choose("dice-second-reader", "高明远")
                .fill("dice-first", "3 7 1 9 0 2").fill("dice-second", "3 7 1 9 0 3")
                .await(() -> clerk.read("dice-record-why").contains("不一致"), "differ")
                .fill("dice-second", "3 7 1 9 0 2").click("dice-record");
        clerk.await(() -> clerk.read("dice-record-why").contains("已完成"), "thrown");
        for (int i = 0; i < 3; i++) {
            clerk.fill("nonce-text", slips[i]).click("nonce-reveal")
                    .await(() -> clerk.read("nonce-text").isEmpty(), "revealed");
        }
        clerk.picture("10-draw").click("draw-conclude")
                .await(() -> clerk.read("draw-result").startsWith("0.9"), "result")
                .picture("11-drawn");
    }

    private void decrypt() throws Exception {
        hall.files.set(home.resolve("bids"));
        clerk.click("step-decrypt").awaitNode("bids-import").click("bids-import")
                .awaitNotice("共有 4 份");
        holders();
        clerk.click("decrypt-begin");
        clerk.await(() -> app.window().scene().lookup("#decrypt-begin").isDisabled(), "begun");
        damage();
        for (int i = 1; i <= SampleHall.BIDDERS; i++) {
            clerk.choose("bid-choice", SampleHall.name(i))
                    .fill("bid-token", hall.token("bidder-" + i).toString())
                    .fill("bid-pin", SampleHall.PIN).click("bid-decrypt");
            var opened = i + " / 4";
            if (i == SampleHall.BIDDERS) {
                clerk.awaitNotice("证书不符");
            } else {
                clerk.await(() -> clerk.read("decrypt-opened").equals(opened)
                        && clerk.read("bid-token").isEmpty(), opened);
            }
            if (i == 1) {
                clerk.picture("12-decrypt");
                hallPicture("h4-decrypt");
            }
        }
        clerk.picture("13-wrong-certificate").fill("cause-reason", "证书在投标后更换，投标人当场确认")
                .click("cause-decide").awaitNode("dialog-ok").picture("14-cause")
                .click("dialog-ok").await(() -> !app.window().scene().lookup("#decrypt-close")
                        .isDisabled(), "settled")
                .picture("15-settled").click("decrypt-close").awaitNode("reading-begin");
    }

    /// No centre here: nobody gives before the supervisor has vouched for the time.
    private void holders() {
        give("p-agency").awaitNode("dialog-ok").click("dialog-ok").awaitNotice("监督方先插入");
        give("p-supervisor").awaitNode("dialog-ok").picture("12-declare").click("dialog-ok")
                .awaitNotice("还缺 2 方的份额");
        give("seat-1").awaitNotice("不是本标段开标密钥份额的持有人");
        give("p-agency").awaitNotice("还缺 1 方的份额");
        give("p-agency").awaitNotice("已经给出份额").picture("12-holders");
        give("p-host").awaitNotice("份额已齐备");
    }

    private Clerk give(String stem) {
        return clerk.fill("tender-file", hall.token(stem).toString())
                .fill("tender-pin", SampleHall.PIN).click("tender-open");
    }

    /// First attempt of the first bidder: wrong PIN; then the file changed on the way.
    private void damage() throws Exception {
        clerk.choose("bid-choice", SampleHall.name(1))
                .fill("bid-token", hall.token("bidder-1").toString()).fill("bid-pin", "wrong")
                .click("bid-decrypt").awaitNotice("口令错误");
        var bid = hall.station().resolve("work/bids/bidder-1.ebid");
        var bytes = Files.readAllBytes(bid);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bid, bytes);
        clerk.fill("bid-token", hall.token("bidder-1").toString())
                .fill("bid-pin", SampleHall.PIN).click("bid-decrypt").awaitNotice("与递交回执不一致")
                .picture("16-hash");
        bytes[bytes.length - 1] ^= 1;
        Files.write(bid, bytes);
    }

    private void readOut() {
        clerk.click("reading-begin");
        for (int i = 1; i < SampleHall.BIDDERS; i++) {
            var name = SampleHall.name(i);
            clerk.await(() -> clerk.read("reading-now").equals(name), "reading " + i);
            if (i == 3) {
                clerk.picture("17-reading");
                hallPicture("h5-reading");
            }
            clerk.click("reading-confirm");
        }
        clerk.click("reading-objections").awaitNode("objection-raise");
    }

    private void objections() {
        clerk.choose("objection-bidder", SampleHall.name(2)).choose("objection-topic", "唱标内容")
                .fill("objection-text", "请核对北方远大建工集团有限公司投标总报价大写金额。").click("objection-raise")
                .fill("answer-text", "经当场核对解密文件，大写与小写一致，唱标无误。").click("answer-give")
                .click("settle-accept")
                .await(() -> clerk.read("settle-accept-why").contains("没有待处理"), "settled")
                .picture("18-objection");
        hall.now = hall.now.plus(Duration.ofMinutes(6));
        clerk.click("objections-close").awaitNode("record-draft");
    }

    private void record() {
        clerk.click("record-draft").await(
                () -> !app.window().scene().lookup("#signer-sign").isDisabled(), "drafted");
        clerk.await(() -> app.window().scene().lookup("#record-pages .image-view") != null
                && !clerk.sees("busy"), "pages shown").picture("19-record");
        sign("p-host", "陈静怡");
        clerk.fill("signer-token", hall.token("bidder-2").toString())
                .fill("signer-pin", SampleHall.PIN).click("signer-sign")
                .awaitNotice("证书与名单登记的不一致");
        sign("p-agency", "刘子航");
        sign("p-supervisor", "高明远");
        sign("p-tenderer", "张国栋");
        for (int i = 1; i < SampleHall.BIDDERS; i++) {
            sign("bidder-" + i, SampleHall.representative(i));
        }
        clerk.fill("signer-refusal", "证书已更换，与名单登记的证书不一致").click("signer-refuse")
                .await(() -> app.window().scene().lookup("#signer-refuse").isDisabled(), "noted")
                .picture("20-signed");
    }

    private void sign(String stem, String name) {
        clerk.fill("signer-token", hall.token(stem).toString())
                .fill("signer-pin", SampleHall.PIN).click("signer-sign")
                .awaitNotice(name + " 已签署");
    }

    private void handOver() throws Exception {
        clerk.click("step-handover").awaitNode("opening-end").click("opening-end")
                .awaitNotice("已存于").click("hand-over").awaitNotice("移交完成")
                .picture("21-handover");
        var work = hall.station().resolve("work");
        var pdf = Files.readAllBytes(work.resolve("record/opening-record.pdf"));
        var cms = Bytes.of(Files.readAllBytes(work.resolve("record/opening-record.P-HOST.p7s")));
        assertTrue(Detached.verify(cms, pdf).valid());
        var text = PdfText.text(Bytes.of(pdf));
        assertTrue(text.contains("51,820,000.35"), text);
        try (var seat = FileToken.open(hall.token("seat-1"), SampleHall.PIN.toCharArray());
                var parcel = Parcel.open(Path.of(clerk.read("handover-file")), seat)) {
            assertEquals("handover", parcel.label().kind());
            var facts = Wire.read(parcel.bytes("opening.json"), OpeningRecord.class);
            assertEquals(3, facts.opened());
            assertTrue(parcel.names().contains("bids/" + SampleHall.code(1) + "/technical.pdf"));
            assertEquals(200_000,
                    parcel.bytes("bids/" + SampleHall.code(1) + "/technical.pdf").length);
        }
    }

    private void hallPicture(String name) {
        var big = app.hall().orElseThrow();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Snapshots.png(big.scene(), 1920, 1080,
                Path.of("target", "screens", name + ".png")));
    }
}

package venue.rehearsal.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Hashes;
import venue.documents.PdfText;
import venue.domain.witness.Checklist;
import venue.domain.witness.WatchStage;
import venue.parcel.Parcel;
import venue.rehearsal.Cast;
import venue.rehearsal.Hand;
import venue.rehearsal.prepare.Story;
import venue.ui.Launch;
import venue.witness.WitnessApp;

/// The day's witnessing (见证), played at the witness's window.
public final class WitnessPart {

    private static final String PART = "见证";
    private static final String WINDOW = "witness-1";
    private static final String DECRYPTION = "KB-05";
    private static final String CHANGED_MEMBER = "PZ-07";
    private static final String LINE_CUT = "PZ-11";
    /// Lines that this day gives no occasion for.
    private static final Set<String> NO_OCCASION = Set.of("KQ-04", "KQ-06", "KB-10", "PQ-08",
            "PZ-10");

    private final Cast cast;
    private final Hand hand;

    /// With the day's cast and hand.
    public WitnessPart(Cast cast, Hand hand) {
        this.cast = cast;
        this.hand = hand;
    }

    /// Before the opening: the window, the sign-in, the first stages.
    public void begin() {
        var launch = Launch.of(cast.station(WINDOW)).at(cast.clock()).asRehearsal();
        hand.open(WINDOW, stage -> new WitnessApp().open(stage, launch));
        hand.type("station-pin", Cast.STATION_PIN).click("station-open").awaitNode("token-file");
        hand.type("token-file", cast.token("P-WITNESS").toString())
                .type("token-pin", cast.pin("P-WITNESS")).click("sign-in");
        hand.click("start-continue").awaitNode("stages");
        hand.shot("witness-01-overview");
        stage(WatchStage.ENTRY, Map.of());
        beginStage(WatchStage.BEFORE_OPENING);
        beginStage(WatchStage.OPENING);
        cast.checks().check(PART, "核对事项没有结果时不能结束环节",
                hand.node("stage-end").isDisabled());
    }

    private void beginStage(WatchStage stage) {
        hand.click("step-checklist").click("stage-" + stage).click("stage-begin");
        hand.await(stage.title() + " has begun", () -> hand.sees("stage-end"));
    }

    private void stage(WatchStage stage, Map<String, String> abnormal) {
        hand.click("step-checklist").click("stage-" + stage);
        if (hand.sees("stage-begin")) {
            beginStage(stage);
        }
        for (var item : Checklist.of(stage)) {
            var note = abnormal.get(item.code());
            if (note != null) {
                hand.type("note-" + item.code(), note);
            }
            var normal = NO_OCCASION.contains(item.code()) ? "-NOT_APPLICABLE" : "-NORMAL";
            mark("check-" + item.code() + (note == null ? normal : "-ABNORMAL"));
        }
        hand.await(stage.title() + " is checked", () -> !hand.node("stage-end").isDisabled());
        hand.shot("witness-checklist-" + stage.name().toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-'));
        hand.click("stage-end").click("dialog-ok");
        hand.await(stage.title() + " has ended", () -> hand.sees("stage-begin"));
    }

    private void mark(String id) {
        hand.click(id).await(id + " is marked",
                () -> hand.sees(id) && ((ToggleButton) hand.node(id)).isSelected());
    }

    /// What is witnessed of the opening, and a class A finding to its end.
    public void duringOpening() {
        hand.to(WINDOW).click("step-overview").await("the opening's milestones have come",
                () -> hand.shows("开标结束"));
        hand.shot("witness-02-timeline");
        stage(WatchStage.BEFORE_OPENING, Map.of());
        classA();
        stage(WatchStage.OPENING, Map.of(DECRYPTION, "一家投标人因更换数字证书解密失败，已归类告知。"));
        beginStage(WatchStage.BEFORE_EVALUATION);
        beginStage(WatchStage.EVALUATION);
    }

    private void classA() {
        var bidder = Story.bidders().get(5);
        hand.click("step-incident").awaitNode("incident-save");
        cast.checks().check(PART, "未选当事人和条目时不能记录",
                hand.node("incident-save").isDisabled());
        hand.choose("subject", bidder.representative() + "（" + bidder.name() + "）")
                .choose("code", "BID02  [甲类] 未按时解密或携带错误证书")
                .type("facts", "该投标人加密后更换数字证书，解密时限内未能解密投标文件。")
                .shot("witness-03-incident").click("incident-save");
        hand.await("recorded", () -> hand.read("facts").isEmpty());
        hand.click("step-notice").await("the notice is shown",
                () -> hand.read("page-number").contains("1"));
        hand.shot("witness-04-notice");
        hand.click("notice-written").await("notified",
                () -> !hand.node("receipt-sign").isDisabled());
        hand.type("receipt-reply", "证书到期更换，未及时重新制作投标文件，对结果无异议。").click("receipt-sign");
        hand.type("receipt-token", cast.token("P-BIDDER-6").toString())
                .type("receipt-pin", cast.pin("P-BIDDER-6")).click("dialog-ok");
        hand.await("signed for", () -> !hand.node("incident-close").isDisabled());
        hand.click("incident-close").type("dialog-text", "已书面告知并由当事人签收，情况记入开标记录。")
                .click("dialog-ok")
                .await("closed", () -> hand.node("incident-close").isDisabled());
        hand.shot("witness-05-receipt");
        cast.checks().check(PART, "甲类情况：记录、告知、签收、办结", hand.shows("办结："));
    }

    /// What is witnessed of the evaluation, and a class B finding to the department.
    public void duringEvaluation() {
        hand.to(WINDOW);
        stage(WatchStage.BEFORE_EVALUATION, Map.of());
        classB();
        stage(WatchStage.EVALUATION, Map.of(CHANGED_MEMBER, "一名专家申请回避，已由替补专家更换。",
                LINE_CUT, "中心连接短时中断，各席位离线继续，恢复后同步。"));
    }

    private void classB() {
        var bidder = Story.bidders().get(3);
        hand.click("step-incident")
                .choose("subject", bidder.representative() + "（" + bidder.name() + "）")
                .choose("code", "BID12  [乙类] 私下接触评标专家、影响评标")
                .type("facts", "评标期间，该投标人代表在评标区走廊等候并向候补专家递交名片，已由值守人员劝离。")
                .click("incident-save");
        hand.await("recorded", () -> hand.read("facts").isEmpty());
        hand.click("step-report").awaitNode("report-send");
        cast.checks().check(PART, "乙类线索未保全证据前不能报告",
                hand.node("report-send").isDisabled() && hand.shows("报告前须先保全证据"));
        hand.shot("witness-06-evidence-first");
        var photo = picture();
        var log = gateLog();
        hand.click("step-evidence");
        keep("评标区走廊监控截图", photo, "evidence-photo");
        keep("评标区门禁记录", log, "evidence-add");
        hand.click("exhibit-verify").await("verified", () -> hand.shows("与登记一致"));
        hand.shot("witness-07-evidence");
        hand.click("step-report").await("the report is shown",
                () -> hand.read("page-number").contains("1"));
        hand.shot("witness-08-report");
        hand.click("report-send").click("dialog-ok").await("reported",
                () -> hand.shows("已报告"));
        hand.type("receiver", "王立新").type("receipt-number", "辽河口建监收〔2026〕27号")
                .click("report-received").await("received", () -> hand.shows("回执号 辽河口"));
        hand.shot("witness-09-reported");
        packed(photo);
    }

    private void keep(String title, Path file, String verb) {
        hand.type("evidence-title", title).type("evidence-file", file.toString()).click(verb)
                .await(title + " is kept", () -> hand.read("evidence-file").isEmpty());
    }

    private Path picture() {
        try {
            var photo = cast.home().resolve("evidence-input").resolve("corridor.png");
            Files.createDirectories(photo.getParent());
            return Files.copy(
                    hand.shot("witness-evidence-input").picture("witness-evidence-input"), photo,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path gateLog() {
        try {
            return Files.writeString(cast.home().resolve("evidence-input").resolve("gate.csv"),
                    "时间,门禁,方向,人员\n" + cast.clock().instant() + ",评标区东门,进,访客\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void packed(Path photo) {
        var file = papers().resolve("evidence-BG-J002-witness-1.parcel");
        try (var parcel = Parcel.open(file, null)) {
            var original = Bytes.of(parcel.bytes("exhibits/E001/original"));
            cast.checks().equal(PART, "证据包内照片与原件校验值一致", Hashes.sha256(photo),
                    original.sha256());
        }
    }

    private Path papers() {
        return cast.station(WINDOW).resolve("work").resolve("papers");
    }

    /// The last stage, then the witness report, signed.
    public void finish() {
        hand.to(WINDOW).click("step-finish").awaitNode("witness-report-sign");
        stage(WatchStage.AFTER_EVALUATION, Map.of());
        hand.click("step-overview").settle();
        hand.shot("witness-10-overview");
        hand.click("step-finish").click("witness-report-sign").click("dialog-ok")
                .awaitNode("witness-report-signed");
        hand.await("the report is shown", () -> hand.read("page-number").contains("1"));
        hand.shot("witness-11-report");
        products();
        judge();
    }

    private void products() {
        try (var all = Files.list(papers())) {
            for (var file : all.toList()) {
                Files.copy(file, cast.products().resolve(String.valueOf(file.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge() {
        try {
            var report = Files.readAllBytes(cast.products().resolve("witness-report.pdf"));
            var cms = Files.readAllBytes(cast.products().resolve("witness-report.pdf.p7s"));
            var signed = Detached.verify(Bytes.of(cms), report);
            cast.checks().check(PART, "见证报告签名有效，签名人为见证人员",
                    signed.valid() && signed.signer().holder().equals("林晓雯"), signed.reason());
            var text = PdfText.text(Bytes.of(report)).replaceAll("\\s", "");
            cast.checks().check(PART, "见证报告载明不良行为、线索与报告情况",
                    text.contains("BID02") && text.contains("BID12")
                            && text.contains("辽河口建监收〔2026〕27号"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

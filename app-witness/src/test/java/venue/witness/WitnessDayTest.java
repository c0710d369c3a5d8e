package venue.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.documents.PdfPictures;
import venue.documents.PdfText;
import venue.domain.witness.Checklist;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent;
import venue.parcel.Parcel;
import venue.ui.Snapshots;

@ExtendWith(ApplicationExtension.class)
class WitnessDayTest {

    @TempDir
    Path home;
    private final AtomicReference<Instant> now = new AtomicReference<>(TestHall.NINE);
    private TestHall hall;
    private TestDesk desk;

    @BeforeEach
    void open() {
        hall = new TestHall(home);
        desk = new TestDesk(hall, () -> now.updateAndGet(at -> at.plus(7, ChronoUnit.SECONDS)))
                .enter("P-WITNESS");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void goesThroughADayToTheSignedReport() throws IOException {
        desk.awaitText("项目与环节总览").shot("01-overview-empty");
        watchOpening();
        classA();
        classB();
        desk.click("step-overview").awaitText("情况记录 J002").shot("09-overview");
        desk.click("step-finish").await("pages", () -> !desk.read("page-number").contains("暂无"));
        assertFalse(desk.canClick("witness-report-sign"));
        desk.shot("10-finish-refused");
        desk.click("step-checklist").click("stage-end").click("dialog-ok").awaitText("已完成");
        desk.click("step-finish").click("witness-report-sign").click("dialog-ok");
        desk.await("signed", () -> desk.everything().contains("SM3")).shot("11-finish");
        judge();
    }

    private void watchOpening() {
        desk.click("step-checklist").click("stage-OPENING");
        assertFalse(desk.canClick("check-KB-01-NORMAL"));
        desk.click("stage-begin").awaitText("开始见证本环节：已完成");
        desk.click("check-KB-04-ABNORMAL").awaitText("登记异常前须写明情况").shot("02-refused");
        desk.type("note-KB-04", "一家投标人解密超过十分钟").click("check-KB-04-ABNORMAL");
        assertFalse(desk.canClick("stage-end"));
        for (var item : Checklist.of(WatchStage.OPENING)) {
            if (!item.code().equals("KB-04")) {
                desk.click("check-" + item.code() + "-NORMAL");
            }
        }
        desk.await("all checked", () -> desk.canClick("stage-end")).shot("03-checklist");
    }

    private void classA() {
        desk.click("step-incident");
        assertFalse(desk.canClick("incident-save"));
        desk.choose("subject", 1).choose("code", 1).type("facts",
                "该投标人代表携带的数字证书与加密证书不一致，首次解密失败。").shot("04-incident");
        desk.click("incident-save").awaitText("立即记录：已完成").shot("05-incident-saved");
        desk.click("step-notice").await("preview", () -> desk.read("page-number").contains("1"));
        assertFalse(desk.canClick("incident-close"));
        desk.click("notice-written").await("receipt", () -> desk.canClick("receipt-sign"));
        desk.type("receipt-reply", "证书已更换，情况属实。").click("receipt-sign");
        desk.type("receipt-token", hall.token("P-BIDDER-1").toString())
                .type("receipt-pin", TestHall.pin("P-BIDDER-1")).click("dialog-ok");
        desk.awaitText("不符").shot("06-wrong-subject");
        desk.click("receipt-sign").type("receipt-token", hall.token("P-BIDDER-2").toString())
                .type("receipt-pin", TestHall.pin("P-BIDDER-2")).click("dialog-ok");
        desk.await("close", () -> desk.canClick("incident-close"));
        desk.click("incident-close").type("dialog-text", "已书面告知并签收，当事人已更换证书。")
                .click("dialog-ok").awaitText("办结：").shot("07-notice");
    }

    private void classB() throws IOException {
        var photo = home.resolve("操作台.png");
        TestDesk.onScreen(() -> {
            Snapshots.png(desk.window.scene(), 1366, 768, photo);
            return photo;
        });
        var log = Files.writeString(home.resolve("登录记录.csv"), "时间,账号,地址\n09:12,a,10.0.0.7\n");
        desk.click("step-incident").choose("subject", 0).choose("code", 8)
                .type("facts", "两家投标人的投标文件由同一设备生成，装订与标记一致。").click("incident-save")
                .awaitText("立即记录：已完成");
        desk.click("step-report").awaitText("报告前须先保全证据");
        assertFalse(desk.canClick("report-send"));
        desk.shot("08a-report-refused");
        desk.click("step-evidence").choose("evidence-incident", 0)
                .type("evidence-title", "开标席操作台照片").type("evidence-file", photo.toString())
                .click("evidence-photo").awaitText("保全证据：已完成").awaitText("E001");
        desk.type("evidence-title", "系统登录记录").type("evidence-file", log.toString())
                .click("evidence-add").awaitText("E002");
        desk.type("evidence-title", "见证台窗口截图").click("evidence-window").awaitText("E003");
        desk.click("exhibit-verify").awaitText("与登记一致").shot("08b-evidence");
        desk.click("step-report").await("pages",
                () -> !desk.read("page-number").contains("暂无")).shot("08c-report");
        desk.click("report-send").click("dialog-ok").awaitText("已报告");
        desk.type("receiver", "王立新").type("receipt-number", "沈建监收〔2026〕118号")
                .click("report-received").awaitText("回执号").shot("08d-reported");
    }

    private void judge() throws IOException {
        var papers = hall.station().resolve("work/papers");
        var report = Bytes.of(Files.readAllBytes(papers.resolve("witness-report.pdf")));
        var cms = Bytes.of(Files.readAllBytes(papers.resolve("witness-report.pdf.p7s")));
        var signed = Detached.verify(cms, report.array());
        assertTrue(signed.valid(), signed.reason());
        assertEquals("林晓雯", signed.signer().holder());
        var text = PdfText.text(report).replaceAll("\\s", "");
        for (var part : List.of("不良交易行为记录清单", "涉嫌违法违规线索", "一家投标人解密超过十分钟", "涉嫌串通投标",
                "沈建监收〔2026〕118号", "见证结论")) {
            assertTrue(text.contains(part), part);
        }
        try (var parcel = Parcel.open(papers.resolve("evidence-BG-J002-witness-1.parcel"),
                null)) {
            assertEquals("evidence", parcel.label().kind());
            assertTrue(parcel.names().containsAll(List.of("report.pdf", "report.pdf.p7s",
                    "evidence-list.pdf", "exhibits/E001/original", "exhibits/E002/original")));
        }
        lookAt(papers);
        var kinds = desk.journal().entries(hall.brief.tender().id()).stream()
                .filter(entry -> entry.fact() instanceof WitnessEvent)
                .map(entry -> entry.stamp().kind()).distinct().toList();
        assertTrue(kinds.containsAll(List.of("witness.stage-began", "witness.item-checked",
                "witness.incident-recorded", "witness.subject-notified",
                "witness.notice-delivered", "witness.incident-closed", "witness.capture-began",
                "witness.capture-ended", "witness.custody-entered",
                "witness.department-informed", "witness.report-received",
                "witness.witness-report-signed")), kinds.toString());
    }

    private static void lookAt(Path papers) throws IOException {
        try (var files = Files.list(papers)) {
            for (var file : files.filter(one -> one.toString().endsWith(".pdf")).toList()) {
                int number = 0;
                for (var page : PdfPictures.pages(Bytes.of(Files.readAllBytes(file)), 70)) {
                    Files.write(TestDesk.PICTURES.resolve(file.getFileName() + "-" + ++number
                            + ".png"), page.array());
                }
            }
        }
    }
}

package venue.bidopen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import venue.bidopen.paper.OpeningRecordPaper;
import venue.documents.Mark;
import venue.documents.Pdf;
import venue.documents.PdfText;
import venue.domain.base.Money;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.money.AmountInWords;
import venue.domain.opening.Attendance;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Finding;
import venue.domain.opening.Objection;
import venue.domain.opening.RefusedBid;
import venue.domain.record.OpeningRecord;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Organisation;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;

class OpeningRecordPaperTest {

    private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void saysEveryFactOfTheRecord() {
        var text = PdfText.text(Pdf.render(OpeningRecordPaper.of(facts())).pdf())
                .replaceAll("\\s", "");
        for (var fact : List.of("开标记录表", "58,600,000.50", "伍仟捌佰陆拾万元伍角整", "高于最高投标限价",
                "视为撤销", "证书不符", "逾期送达", "请核对报价", "唱标无误", "认可答复", "陈静怡", "唱标人、记录人",
                "2026-11-2409:00:00", "收到2份，到场1家，解密1份")) {
            assertTrue(text.contains(fact), fact + " is missing in " + text);
        }
        assertFalse(text.contains("DRAFT"));
    }

    @Test
    void givesTheSameBytesForTheSameFacts() {
        var paper = OpeningRecordPaper.of(facts()).mark(Mark.OFFICIAL);
        assertEquals(Pdf.render(paper).sha256(),
                Pdf.render(OpeningRecordPaper.of(facts()).mark(Mark.OFFICIAL)).sha256());
    }

    private static OpeningRecord facts() {
        var price = Money.yuan("58600000.50");
        var sheet = new BidSheet(SampleHall.code(1), SampleHall.name(1), price,
                AmountInWords.of(price), 530, "合格", "孙立国", "辽121", Money.yuan("800000"), "电子保函",
                "");
        var opened = new OpeningRecord.Row(1, SampleHall.code(1), SampleHall.name(1),
                NINE.minusSeconds(60), "赵德明", Attendance.Absence.NONE, false,
                Optional.of(sheet), List.of(),
                List.of(new Finding(Finding.Kind.CEILING, false, "58,600,000.00")), "0A",
                Optional.empty());
        var sealed = new OpeningRecord.Row(2, SampleHall.code(2), SampleHall.name(2),
                NINE.minusSeconds(50), "", Attendance.Absence.GIVEN_UP, false, Optional.empty(),
                List.of(), List.of(), "",
                Optional.of(new OpeningRecord.StayedSealed(DecryptionCode.WRONG_CERT,
                        Cause.BIDDER, "证书已更换", 2, NINE.plusSeconds(60))));
        var objection = new Objection(1, SampleHall.code(1), "赵德明", Objection.Topic.READING,
                "请核对报价", NINE.plusSeconds(90),
                Optional.of(new Objection.Answer("唱标无误", "张国栋", NINE.plusSeconds(95))),
                Optional.of(new Objection.Settlement(false, NINE.plusSeconds(99))));
        var staff = List.of(new OpeningRecord.Duty(Role.HOST, "陈静怡", "中心"),
                new OpeningRecord.Duty(Role.READER, "刘子航", "代理"),
                new OpeningRecord.Duty(Role.RECORDER, "刘子航", "代理"),
                new OpeningRecord.Duty(Role.OPENING_SUPERVISOR, "高明远", "住建局"));
        var signers = List.of(signer(Role.HOST, "陈静怡", "中心"),
                signer(Role.READER, "刘子航", "代理"));
        return new OpeningRecord(1, tender(), staff, NINE, NINE, 2, 1, 1,
                List.of(opened, sealed), List.of(),
                List.of(new RefusedBid("迟到公司", RefusedBid.Ground.LATE, NINE.plusSeconds(1))),
                List.of(objection), List.of(), signers);
    }

    private static OpeningRecord.Signature signer(Role duty, String name, String unit) {
        return new OpeningRecord.Signature(duty, name, unit, Optional.empty(), "",
                Optional.empty());
    }

    private static Tender tender() {
        return new Tender(new TenderId("A2106000000000100001001"), "A01", "丹东市鸭绿江大道改造工程",
                "施工一标段", Regime.Z, TenderKind.WORKS, new Organisation("城投", "1"),
                new Organisation("代理", "2"), "第一开标厅", NINE, Money.yuan("58600000"), 30, 5,
                List.of(), "合格", 540, Money.yuan("800000"), "Z-2026.1");
    }
}

package venue.domain.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.domain.witness.Notebook.DIGEST;
import static venue.domain.witness.Notebook.NINE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Role;
import venue.domain.tender.Regime;
import venue.domain.witness.WitnessCommand.BeginStage;
import venue.domain.witness.WitnessCommand.CheckOff;
import venue.domain.witness.WitnessCommand.CloseIncident;
import venue.domain.witness.WitnessCommand.EndStage;
import venue.domain.witness.WitnessCommand.EnterDelivery;
import venue.domain.witness.WitnessCommand.Escalate;
import venue.domain.witness.WitnessCommand.InformDepartment;
import venue.domain.witness.WitnessCommand.NotifySubject;
import venue.domain.witness.WitnessCommand.RecordIncident;
import venue.domain.witness.WitnessCommand.SignReport;
import venue.testkit.Duty;

class WitnessRulesTest {

    private final Notebook desk = new Notebook();

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "WITNESS")
    void lacksAPenForEverybodyButTheWitness(Role role) {
        var other = new Acting(Notebook.WITNESS.person(), "", role, Notebook.WITNESS.device());
        assertEquals(Decision.refuse(WitnessRefusal.NOT_A_WITNESS), desk.rules.decide(desk.watch,
                new BeginStage(WatchStage.OPENING, "第一开标室"), other, NINE));
    }

    @Test
    void endsAStageOnlyWhenEveryLineHasAResult() {
        desk.does(new BeginStage(WatchStage.OPENING, "第一开标室"));
        desk.refuses(WitnessRefusal.STAGE_ALREADY_BEGUN, new BeginStage(WatchStage.OPENING, "又"));
        desk.refuses(WitnessRefusal.ITEMS_UNCHECKED, new EndStage(WatchStage.OPENING, ""));
        desk.checksAll(WatchStage.OPENING).does(new EndStage(WatchStage.OPENING, "按程序进行"));
        assertTrue(desk.watch.isEnded(WatchStage.OPENING));
        desk.refuses(WitnessRefusal.STAGE_NOT_OPEN, new EndStage(WatchStage.OPENING, ""));
    }

    @Test
    void keepsBothResultsOfACorrectedLine() {
        desk.does(new BeginStage(WatchStage.OPENING, "第一开标室"));
        desk.does(check("KB-01", CheckResult.NORMAL, "", null));
        desk.refuses(WitnessRefusal.CORRECTION_NEEDS_REASON,
                check("KB-01", CheckResult.ABNORMAL, "漏读第三条", null));
        desk.does(check("KB-01", CheckResult.ABNORMAL, "漏读第三条", "复核录像后更正"));
        assertEquals(2, desk.watch.checks().getOrDefault("KB-01", List.of()).size());
        assertEquals(CheckResult.ABNORMAL, desk.watch.result("KB-01").orElseThrow().result());
    }

    @Test
    void asksWhatIsAbnormalAndWhichLine() {
        desk.does(new BeginStage(WatchStage.OPENING, "第一开标室"));
        desk.refuses(WitnessRefusal.ABNORMAL_NEEDS_NOTE,
                check("KB-02", CheckResult.ABNORMAL, " ", null));
        desk.refuses(WitnessRefusal.UNKNOWN_ITEM, check("XX-01", CheckResult.NORMAL, "", null));
        desk.refuses(WitnessRefusal.STAGE_NOT_OPEN, check("PZ-01", CheckResult.NORMAL, "", null));
    }

    @Test
    @Duty("LN-31-1")
    void bringsAClassAFindingFromRecordToEnd() {
        var id = desk.records("BID02", SubjectKind.BIDDER);
        desk.refuses(WitnessRefusal.NOT_NOTIFIED, deliver(id, Delivery.SIGNED, "", true));
        desk.refuses(WitnessRefusal.NOT_DELIVERED, new CloseIncident(id, "已提示"));
        desk.refuses(WitnessRefusal.PAPER_MISSING,
                new NotifySubject(id, NoticeForm.WRITTEN, "请注意", Optional.empty()));
        desk.does(new NotifySubject(id, NoticeForm.WRITTEN, "请注意", Optional.of(DIGEST)));
        desk.refuses(WitnessRefusal.DELIVERY_UNPROVEN, deliver(id, Delivery.SIGNED, "", false));
        desk.refuses(WitnessRefusal.DELIVERY_UNPROVEN, deliver(id, Delivery.REFUSED, "", false));
        desk.does(deliver(id, Delivery.SIGNED, "已知悉", true));
        desk.refuses(WitnessRefusal.ALREADY_DELIVERED, deliver(id, Delivery.SIGNED, "", true));
        desk.does(new CloseIncident(id, "已书面告知并签收"));
        desk.refuses(WitnessRefusal.INCIDENT_CLOSED,
                new NotifySubject(id, NoticeForm.ORAL, "再提示", Optional.empty()));
        assertEquals("GZ-J001-witness-1-1",
                desk.watch.incident(id).orElseThrow().notices().getFirst().number());
    }

    @Test
    void takesARefusalOfTheReceiptWithItsCircumstances() {
        var id = desk.records("EXP17", SubjectKind.EXPERT);
        desk.does(new NotifySubject(id, NoticeForm.WRITTEN, "请说明理由", Optional.of(DIGEST)));
        desk.does(deliver(id, Delivery.REFUSED, "称不接受告知，在场人员见证", false));
        assertEquals(Delivery.REFUSED,
                desk.watch.incident(id).orElseThrow().delivery().orElseThrow().delivery());
    }

    @Test
    @Duty("LN-31-2")
    void preservesBeforeItReportsOrWarns() {
        var id = desk.records("BID09", SubjectKind.BIDDER);
        desk.refuses(WitnessRefusal.REPORT_BEFORE_EVIDENCE, inform(id));
        desk.refuses(WitnessRefusal.EVIDENCE_FIRST,
                new NotifySubject(id, NoticeForm.ORAL, "提示", Optional.empty()));
        desk.refuses(WitnessRefusal.NOT_FOR_US_TO_CLOSE, new CloseIncident(id, "结束"));
        desk.does(Notebook.begin(Optional.of(id)));
        desk.refuses(WitnessRefusal.REPORT_BEFORE_EVIDENCE, inform(id));
        desk.keeps(id);
        desk.refuses(WitnessRefusal.CAPTURE_RUNNING, inform(id));
    }

    @Test
    void reportsASuspicionOnceAndTakesItsReceipt() {
        var id = desk.records("BID09", SubjectKind.BIDDER);
        var exhibit = desk.keeps(id);
        desk.refuses(WitnessRefusal.NOT_REPORTED, new WitnessCommand.EnterReceipt(id, "王", "1"));
        desk.does(inform(id));
        desk.refuses(WitnessRefusal.ALREADY_REPORTED, inform(id));
        desk.does(new WitnessCommand.EnterReceipt(id, "王科长", "沈建监收〔2026〕12号"));
        desk.refuses(WitnessRefusal.ALREADY_RECEIVED,
                new WitnessCommand.EnterReceipt(id, "王", "1"));
        desk.does(new WitnessCommand.NoteFollowUp(id, "已立案调查"));
        var incident = desk.watch.incident(id).orElseThrow();
        assertEquals(List.of(exhibit), incident.report().orElseThrow().exhibits());
        assertEquals("BG-J001-witness-1", incident.report().orElseThrow().number());
    }

    @Test
    void raisesAFindingUnderItsOldNumber() {
        var id = desk.records("BID05", SubjectKind.BIDDER);
        assertFalse(desk.watch.incident(id).orElseThrow().isSuspicion());
        desk.refuses(WitnessRefusal.NOT_CLASS_B, inform(id));
        desk.refuses(WitnessRefusal.OTHER_SUBJECT, new Escalate(id, "EXP15", "线索"));
        desk.refuses(WitnessRefusal.NOT_ESCALABLE, new Escalate(id, "BID03", "线索"));
        desk.does(new Escalate(id, "BID05", "材料来源不明"));
        var raised = desk.watch.incident(id).orElseThrow();
        assertTrue(raised.isSuspicion());
        assertEquals(id, raised.id());
        desk.refuses(WitnessRefusal.ALREADY_CLASS_B, new Escalate(id, "BID07", "线索"));
    }

    @Test
    void takesTheClassFromTheRegime() {
        var procurement = new Notebook(Regime.C);
        var there = procurement.records("EXP10", SubjectKind.EXPERT);
        var here = desk.records("EXP10", SubjectKind.EXPERT);
        assertTrue(procurement.watch.incident(there).orElseThrow().isSuspicion());
        assertFalse(desk.watch.incident(here).orElseThrow().isSuspicion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"该行为构成犯罪", "应予处罚", "决定否决其投标"})
    void statesFactsAndNeverJudges(String facts) {
        desk.refuses(WitnessRefusal.JUDGES, record("BID09", SubjectKind.BIDDER, facts));
    }

    @Test
    void refusesAWrongSubjectATimeToComeAndAnUnknownCode() {
        desk.refuses(WitnessRefusal.OTHER_SUBJECT, record("BID09", SubjectKind.EXPERT, "情况"));
        desk.refuses(WitnessRefusal.UNKNOWN_CODE, record("BID99", SubjectKind.BIDDER, "情况"));
        desk.refuses(WitnessRefusal.TEXT_MISSING, record("BID09", SubjectKind.BIDDER, " "));
        desk.refuses(WitnessRefusal.OCCURS_LATER, new RecordIncident("BID01",
                new Subject(SubjectKind.BIDDER, "某单位", ""), desk.now.plusMillis(1), "", "情况"));
    }

    @Test
    void holdsTheLimitOfTextToTheCharacter() {
        desk.refuses(WitnessRefusal.TEXT_TOO_LONG,
                record("BID01", SubjectKind.BIDDER, "字".repeat(Wording.CHARACTERS_MAX + 1)));
        desk.does(record("BID01", SubjectKind.BIDDER, "字".repeat(Wording.CHARACTERS_MAX)));
    }

    @Test
    void showsTheTimeFromOccurrenceToRecordAndDoesNotEnforceIt() {
        desk.now = NINE.plus(Duration.ofMinutes(9));
        desk.does(new RecordIncident("BID01", new Subject(SubjectKind.BIDDER, "某单位", ""), NINE, "",
                "迟到"));
        var incident = desk.watch.incidents().values().iterator().next();
        assertEquals(Duration.ofMinutes(10), incident.lag());
        assertFalse(incident.withinTarget());
    }

    @Test
    void signsTheReportOnlyWhenStagesAreOverAndSuspicionsReported() {
        desk.refuses(WitnessRefusal.NOTHING_WATCHED, sign());
        desk.does(new BeginStage(WatchStage.ENTRY, "大厅"));
        desk.refuses(WitnessRefusal.STAGES_STILL_OPEN, sign());
        desk.checksAll(WatchStage.ENTRY).does(new EndStage(WatchStage.ENTRY, ""));
        var id = desk.records("BID09", SubjectKind.BIDDER);
        desk.refuses(WitnessRefusal.SUSPICION_UNREPORTED, sign());
        desk.keeps(id);
        desk.does(inform(id)).does(sign()).does(sign());
        assertEquals(List.of(false, true), desk.watch.reports().stream()
                .map(WitnessEvent.WitnessReportSigned::supplement).toList());
    }

    @Test
    void comesToTheSameStateByReplay() {
        var id = desk.records("BID05", SubjectKind.BIDDER);
        desk.does(new Escalate(id, "BID05", "材料来源不明"));
        desk.keeps(id);
        desk.does(inform(id));
        var replayed = desk.rules.beginning();
        for (var event : desk.events) {
            replayed = desk.rules.after(replayed, event);
        }
        assertEquals(desk.watch, replayed);
    }

    private static CheckOff check(String item, CheckResult result, String note,
            @org.jspecify.annotations.Nullable String correction) {
        return new CheckOff(item, result, note, List.of(), Optional.ofNullable(correction));
    }

    private static EnterDelivery deliver(IncidentId id, Delivery delivery, String reply,
            boolean signed) {
        return new EnterDelivery(id, delivery, "张某", reply,
                signed ? Optional.of(DIGEST) : Optional.empty());
    }

    private static RecordIncident record(String code, SubjectKind kind, String facts) {
        return new RecordIncident(code, new Subject(kind, "某单位", ""), NINE, "", facts);
    }

    private static InformDepartment inform(IncidentId id) {
        return new InformDepartment(id, "住房和城乡建设部门", DIGEST, DIGEST);
    }

    private static SignReport sign() {
        return new SignReport("JZ-2026-001", DIGEST, DIGEST, DIGEST);
    }
}

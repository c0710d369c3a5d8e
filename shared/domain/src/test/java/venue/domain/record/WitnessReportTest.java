package venue.domain.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.opening.OpeningEvent;
import venue.domain.tender.Organisation;
import venue.domain.tender.Person;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.domain.witness.CheckResult;
import venue.domain.witness.Subject;
import venue.domain.witness.SubjectKind;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessBrief;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.domain.witness.WitnessRules;

class WitnessReportTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Acting WITNESS = new Acting(new PersonId("P-WITNESS"), "林晓雯",
            Role.WITNESS, new DeviceId("witness-1"));
    private final WitnessBrief brief = new WitnessBrief(tender(), List.of(
            new Person(WITNESS.person(), "林晓雯", Role.WITNESS, "交易中心",
                    new Digest("ab".repeat(32)))));
    private final WitnessRules rules = new WitnessRules(brief);
    private final List<Fact> facts = new ArrayList<>();
    private venue.domain.witness.Watch watch = rules.beginning();

    @Test
    void tellsTheRegularCourseWhenNothingElseWasSeen() {
        give(new WitnessCommand.BeginStage(WatchStage.OPENING, "第一开标室"));
        give(check("KB-01", CheckResult.NORMAL, Optional.empty()));
        var report = report();
        assertTrue(report.isRegular());
        assertEquals(1, report.stages().getFirst().normal());
        assertEquals(List.of("林晓雯"), report.witnesses().stream().map(Person::name).toList());
    }

    @Test
    void separatesConductFromSuspicionAndNamesWhatWasAbnormal() {
        give(new WitnessCommand.BeginStage(WatchStage.OPENING, "第一开标室"));
        give(check("KB-04", CheckResult.NORMAL, Optional.empty()));
        give(check("KB-04", CheckResult.ABNORMAL, Optional.of("复核后更正")));
        give(incident("BID02"));
        give(incident("BID09"));
        var report = report();
        assertFalse(report.isRegular());
        assertEquals("解密开始与结束时间", report.abnormal().getFirst().title());
        assertEquals(1, report.corrected());
        assertEquals("BID02", report.conduct().getFirst().entry().code());
        assertEquals("BID09", report.suspicions().getFirst().entry().code());
    }

    @Test
    void saysThatTheOpeningHasNotComeHereUntilItHas() {
        assertTrue(report().opening().isEmpty());
        facts.add(new OpeningEvent.BidsCounted(6, NINE));
        facts.add(new OpeningEvent.DecryptionClosed(5, 1, NINE.plusSeconds(60)));
        facts.add(new OpeningEvent.OpeningEnded(NINE.plusSeconds(90)));
        var note = report().opening().orElseThrow();
        assertEquals(List.of(6, 5, 1),
                List.of(note.received(), note.opened(), note.stayedSealed()));
        assertEquals(Optional.of(NINE.plusSeconds(90)), note.ended());
    }

    @Test
    void ordersTheTimelineOfAllDesksByTime() {
        facts.add(new OpeningEvent.OpeningEnded(NINE.plusSeconds(90)));
        facts.add(new OpeningEvent.BidsCounted(6, NINE.plusSeconds(10)));
        assertEquals(
                List.of(WitnessMilestone.Kind.BIDS_COUNTED, WitnessMilestone.Kind.OPENING_ENDED),
                report().timeline().stream().map(WitnessMilestone::kind).toList());
    }

    private WitnessReport report() {
        return WitnessReport.of(brief, watch, facts, NINE.plusSeconds(600));
    }

    private void give(WitnessCommand command) {
        var decision = rules.decide(watch, command, WITNESS, NINE);
        if (decision instanceof Decision.Accepted<WitnessEvent, WitnessRefusal>(var events)) {
            for (var event : events) {
                watch = rules.after(watch, event);
                facts.add(event);
            }
        } else {
            throw new AssertionError(decision);
        }
    }

    private static WitnessCommand check(String item, CheckResult result,
            Optional<String> correction) {
        return new WitnessCommand.CheckOff(item, result, "超过十分钟", List.of(), correction);
    }

    private static WitnessCommand incident(String code) {
        return new WitnessCommand.RecordIncident(code,
                new Subject(SubjectKind.BIDDER, "某单位", ""), NINE, "第一开标室", "情况");
    }

    private static Tender tender() {
        var organisation = new Organisation("沈阳市政工程建设中心", "91350100M000100Y43");
        return new Tender(new TenderId("A0121010020261123000101"),
                "A01-91210100MA0UEX7K0C-20261123-000001-E", "道路改造工程", "一标段", Regime.Z,
                TenderKind.WORKS, organisation, organisation, "第一开标室", NINE,
                Money.yuan("50000000"), 30, 10, List.of(), "合格", 300, Money.yuan("800000"),
                "2026-1");
    }
}

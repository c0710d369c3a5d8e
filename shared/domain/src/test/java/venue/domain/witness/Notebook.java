package venue.domain.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.tender.Organisation;
import venue.domain.tender.Regime;
import venue.domain.tender.Tender;
import venue.domain.tender.TenderKind;
import venue.domain.witness.WitnessEvent.Source;

/// A witness's desk for tests: plays commands through the rules with a clock that goes on by a
/// minute.
final class Notebook {

    static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    static final Acting WITNESS = new Acting(new PersonId("P-WITNESS"), "见证员", Role.WITNESS,
            new DeviceId("witness-1"));
    static final Digest DIGEST = new Digest("ab".repeat(32));

    final WitnessRules rules;
    final List<WitnessEvent> events = new ArrayList<>();
    Watch watch;
    Instant now = NINE;

    Notebook() {
        this(Regime.Z);
    }

    Notebook(Regime regime) {
        rules = new WitnessRules(new WitnessBrief(tender(regime), List.of()));
        watch = rules.beginning();
    }

    Notebook does(WitnessCommand command) {
        now = now.plus(Duration.ofMinutes(1));
        switch (rules.decide(watch, command, WITNESS, now)) {
            case Decision.Accepted<WitnessEvent, WitnessRefusal>(var happened) -> {
                for (var event : happened) {
                    watch = rules.after(watch, event);
                    events.add(event);
                }
            }
            case Decision.Refused<WitnessEvent, WitnessRefusal>(var reason) ->
                fail(command + " was refused: " + reason);
        }
        return this;
    }

    void refuses(WitnessRefusal reason, WitnessCommand command) {
        assertEquals(Decision.<WitnessEvent, WitnessRefusal>refuse(reason),
                rules.decide(watch, command, WITNESS, now));
    }

    Notebook checksAll(WatchStage stage) {
        for (var item : Checklist.of(stage)) {
            does(new WitnessCommand.CheckOff(item.code(), CheckResult.NORMAL, "", List.of(),
                    Optional.empty()));
        }
        return this;
    }

    IncidentId records(String code, SubjectKind kind) {
        does(new WitnessCommand.RecordIncident(code, new Subject(kind, "某单位", ""), now, "第一开标室",
                "当场发生的情况"));
        return watch.incidents().keySet().stream().toList().getLast();
    }

    ExhibitId keeps(IncidentId incident) {
        does(begin(Optional.of(incident)));
        var id = watch.exhibits().keySet().stream().toList().getLast();
        does(new WitnessCommand.EndCapture(id, 12, DIGEST, DIGEST, "image/png"));
        return id;
    }

    static WitnessCommand.BeginCapture begin(Optional<IncidentId> incident) {
        return new WitnessCommand.BeginCapture(incident, ExhibitKind.PHOTO, ExhibitOrigin.IMPORTED,
                "开标室照片", new Source("witness-1", "", "a.png"), "第一开标室", NINE, Optional.empty(),
                "00");
    }

    static Tender tender(Regime regime) {
        var organisation = new Organisation("沈阳市政工程建设中心", "91350100M000100Y43");
        return new Tender(new TenderId("A0121010020261123000101"),
                "A01-91210100MA0UEX7K0C-20261123-000001-E", "浑河北岸道路改造工程", "施工一标段", regime,
                TenderKind.WORKS, organisation, organisation, "第一开标室", NINE,
                Money.yuan("50000000"), 30, 10, List.of(), "合格", 300, Money.yuan("800000"),
                "2026-1");
    }
}

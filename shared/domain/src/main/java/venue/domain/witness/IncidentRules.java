package venue.domain.witness;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import java.util.Optional;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.DeviceId;
import venue.domain.tender.Regime;
import venue.domain.witness.WitnessEvent.IncidentClosed;
import venue.domain.witness.WitnessEvent.IncidentEscalated;
import venue.domain.witness.WitnessEvent.IncidentRecorded;
import venue.domain.witness.WitnessEvent.NoticeDelivered;
import venue.domain.witness.WitnessEvent.SubjectNotified;

/// Findings: record at once, prompt or notify, take the receipt, close or raise.
final class IncidentRules {

    private IncidentRules() {}

    static Decision<WitnessEvent, WitnessRefusal> record(Watch watch,
            WitnessCommand.RecordIncident command, Regime regime, Acting who, Instant now) {
        var entry = Catalogue.find(command.code());
        if (entry.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_CODE);
        }
        if (command.subject().name().isBlank()) {
            return refuse(WitnessRefusal.SUBJECT_MISSING);
        }
        if (entry.get().kind() != command.subject().kind()) {
            return refuse(WitnessRefusal.OTHER_SUBJECT);
        }
        if (command.occurredAt().isAfter(now)) {
            return refuse(WitnessRefusal.OCCURS_LATER);
        }
        var fault = Wording.faultOf(command.facts())
                .or(() -> Wording.faultOfOptional(command.place()));
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new IncidentRecorded(nextId(watch, who.device()), command.code(),
                entry.get().classIn(regime), command.subject(), watch.current(),
                command.occurredAt(), command.place().strip(), command.facts().strip(),
                who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> notify(Watch watch,
            WitnessCommand.NotifySubject command, Acting who, Instant now) {
        var open = open(watch, command.incident());
        if (open.refusal().isPresent()) {
            return refuse(open.refusal().get());
        }
        if (open.incident().orElseThrow().isSuspicion()
                && EvidenceRules.keptOf(watch, command.incident()).isEmpty()) {
            return refuse(WitnessRefusal.EVIDENCE_FIRST);
        }
        if (command.form() == NoticeForm.WRITTEN && command.paper().isEmpty()) {
            return refuse(WitnessRefusal.PAPER_MISSING);
        }
        var fault = Wording.faultOf(command.text());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new SubjectNotified(command.incident(),
                open.incident().orElseThrow().nextNoticeNumber(), command.form(),
                command.text().strip(), command.paper(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> deliver(Watch watch,
            WitnessCommand.EnterDelivery command, Acting who, Instant now) {
        var open = open(watch, command.incident());
        if (open.refusal().isPresent()) {
            return refuse(open.refusal().get());
        }
        var incident = open.incident().orElseThrow();
        if (incident.notices().isEmpty()) {
            return refuse(WitnessRefusal.NOT_NOTIFIED);
        }
        if (incident.delivery().isPresent()) {
            return refuse(WitnessRefusal.ALREADY_DELIVERED);
        }
        boolean written = incident.notices().stream()
                .anyMatch(notice -> notice.form() == NoticeForm.WRITTEN);
        if (!isProven(command, written)) {
            return refuse(WitnessRefusal.DELIVERY_UNPROVEN);
        }
        if (command.receiver().isBlank()) {
            return refuse(WitnessRefusal.SUBJECT_MISSING);
        }
        if (command.reply().length() > Wording.CHARACTERS_MAX) {
            return refuse(WitnessRefusal.TEXT_TOO_LONG);
        }
        return accept(new NoticeDelivered(command.incident(), command.delivery(),
                command.receiver().strip(), command.reply().strip(), command.signature(),
                who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> close(Watch watch,
            WitnessCommand.CloseIncident command, Acting who, Instant now) {
        var open = open(watch, command.incident());
        if (open.refusal().isPresent()) {
            return refuse(open.refusal().get());
        }
        var incident = open.incident().orElseThrow();
        if (incident.isSuspicion()) {
            return refuse(WitnessRefusal.NOT_FOR_US_TO_CLOSE);
        }
        if (incident.delivery().isEmpty()) {
            return refuse(WitnessRefusal.NOT_DELIVERED);
        }
        var fault = Wording.faultOf(command.outcome());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new IncidentClosed(command.incident(), command.outcome().strip(),
                who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> escalate(Watch watch,
            WitnessCommand.Escalate command, Regime regime, Acting who, Instant now) {
        var open = open(watch, command.incident());
        if (open.refusal().isPresent()) {
            return refuse(open.refusal().get());
        }
        var incident = open.incident().orElseThrow();
        if (incident.isSuspicion()) {
            return refuse(WitnessRefusal.ALREADY_CLASS_B);
        }
        var entry = Catalogue.find(command.code());
        if (entry.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_CODE);
        }
        if (entry.get().kind() != incident.subject().kind()) {
            return refuse(WitnessRefusal.OTHER_SUBJECT);
        }
        if (entry.get().classIn(regime) == FindingClass.A) {
            return refuse(WitnessRefusal.NOT_ESCALABLE);
        }
        var fault = Wording.faultOf(command.reason());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new IncidentEscalated(command.incident(), incident.code(), command.code(),
                command.reason().strip(), who.person(), now));
    }

    /// A finding that may still be worked on, or the refusal.
    record Open(Optional<Incident> incident, Optional<WitnessRefusal> refusal) {}

    static Open open(Watch watch, IncidentId id) {
        var incident = watch.incident(id);
        if (incident.isEmpty()) {
            return new Open(incident, Optional.of(WitnessRefusal.UNKNOWN_INCIDENT));
        }
        return new Open(incident, incident.get().closed()
                .map(_ -> WitnessRefusal.INCIDENT_CLOSED));
    }

    private static boolean isProven(WitnessCommand.EnterDelivery command, boolean written) {
        return switch (command.delivery()) {
            case SIGNED -> !written || command.signature().isPresent();
            case REFUSED -> !command.reply().isBlank();
            case ELECTRONIC -> true;
        };
    }

    private static IncidentId nextId(Watch watch, DeviceId device) {
        long own = watch.incidents().keySet().stream()
                .filter(id -> id.value().endsWith("-" + device)).count();
        return IncidentId.of((int) own + 1, device);
    }
}

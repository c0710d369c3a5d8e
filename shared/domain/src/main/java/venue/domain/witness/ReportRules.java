package venue.domain.witness;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.witness.WitnessEvent.DepartmentInformed;
import venue.domain.witness.WitnessEvent.FollowUpNoted;
import venue.domain.witness.WitnessEvent.ReportReceived;
import venue.domain.witness.WitnessEvent.WitnessReportSigned;

/// Reports: of a suspicion to the department, and of the whole watch.
final class ReportRules {

    private ReportRules() {}

    static Decision<WitnessEvent, WitnessRefusal> inform(Watch watch,
            WitnessCommand.InformDepartment command, Acting who, Instant now) {
        var open = IncidentRules.open(watch, command.incident());
        if (open.refusal().isPresent()) {
            return refuse(open.refusal().get());
        }
        var incident = open.incident().orElseThrow();
        if (!incident.isSuspicion()) {
            return refuse(WitnessRefusal.NOT_CLASS_B);
        }
        if (incident.report().isPresent()) {
            return refuse(WitnessRefusal.ALREADY_REPORTED);
        }
        var kept = EvidenceRules.keptOf(watch, command.incident());
        if (kept.isEmpty()) {
            return refuse(WitnessRefusal.REPORT_BEFORE_EVIDENCE);
        }
        if (watch.exhibitsOf(command.incident()).stream().anyMatch(Exhibit::isRunning)) {
            return refuse(WitnessRefusal.CAPTURE_RUNNING);
        }
        var fault = Wording.faultOf(command.department());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new DepartmentInformed(command.incident(), incident.reportNumber(),
                command.department().strip(), kept.stream().map(Exhibit::id).toList(),
                command.paper(), command.evidence(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> receipt(Watch watch,
            WitnessCommand.EnterReceipt command, Acting who, Instant now) {
        var incident = watch.incident(command.incident());
        if (incident.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_INCIDENT);
        }
        if (incident.get().report().isEmpty()) {
            return refuse(WitnessRefusal.NOT_REPORTED);
        }
        if (incident.get().receipt().isPresent()) {
            return refuse(WitnessRefusal.ALREADY_RECEIVED);
        }
        var fault = Wording.faultOf(command.receiver())
                .or(() -> Wording.faultOf(command.receiptNumber()));
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new ReportReceived(command.incident(), command.receiver().strip(),
                command.receiptNumber().strip(), who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> followUp(Watch watch,
            WitnessCommand.NoteFollowUp command, Acting who, Instant now) {
        var incident = watch.incident(command.incident());
        if (incident.isEmpty()) {
            return refuse(WitnessRefusal.UNKNOWN_INCIDENT);
        }
        if (incident.get().report().isEmpty()) {
            return refuse(WitnessRefusal.NOT_REPORTED);
        }
        if (command.result().isBlank()) {
            return refuse(WitnessRefusal.TEXT_MISSING);
        }
        if (command.result().length() > Wording.CHARACTERS_MAX) {
            return refuse(WitnessRefusal.TEXT_TOO_LONG);
        }
        return accept(new FollowUpNoted(command.incident(), command.result().strip(),
                who.person(), now));
    }

    static Decision<WitnessEvent, WitnessRefusal> sign(Watch watch,
            WitnessCommand.SignReport command, Acting who, Instant now) {
        if (watch.stages().isEmpty()) {
            return refuse(WitnessRefusal.NOTHING_WATCHED);
        }
        if (!watch.open().isEmpty()) {
            return refuse(WitnessRefusal.STAGES_STILL_OPEN);
        }
        boolean silent = watch.incidents().values().stream()
                .anyMatch(incident -> incident.isSuspicion() && incident.report().isEmpty());
        if (silent) {
            return refuse(WitnessRefusal.SUSPICION_UNREPORTED);
        }
        var fault = Wording.faultOf(command.number());
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return accept(new WitnessReportSigned(command.number().strip(), !watch.reports().isEmpty(),
                command.sha256(), command.sm3(), command.signature(), who.person(), now));
    }
}

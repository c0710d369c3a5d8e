package venue.domain.witness;

import java.time.Instant;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Role;
import venue.domain.base.Rules;
import venue.domain.tender.Regime;

/// The rules of witnessing (见证规则): record, prompt or notify, preserve, report. They never judge and
/// never block what the parties do in the hall.
public final class WitnessRules
        implements
            Rules<Watch, WitnessCommand, WitnessEvent, WitnessRefusal> {

    private final Regime regime;

    /// Rules for the tender of `brief`.
    public WitnessRules(WitnessBrief brief) {
        this.regime = brief.tender().regime();
    }

    @Override
    public Watch beginning() {
        return Watch.NOTHING;
    }

    @Override
    public Decision<WitnessEvent, WitnessRefusal> decide(Watch watch, WitnessCommand command,
            Acting who, Instant now) {
        if (who.role() != Role.WITNESS) {
            return Decision.refuse(WitnessRefusal.NOT_A_WITNESS);
        }
        return switch (command) {
            case WitnessCommand.BeginStage begin -> StageRules.begin(watch, begin, who, now);
            case WitnessCommand.EndStage end -> StageRules.end(watch, end, who, now);
            case WitnessCommand.CheckOff check -> StageRules.check(watch, check, who, now);
            case WitnessCommand.NoteLog note -> StageRules.note(note, who, now);
            case WitnessCommand.RecordIncident incident ->
                IncidentRules.record(watch, incident, regime, who, now);
            case WitnessCommand.NotifySubject notice ->
                IncidentRules.notify(watch, notice, who, now);
            case WitnessCommand.EnterDelivery delivery ->
                IncidentRules.deliver(watch, delivery, who, now);
            case WitnessCommand.CloseIncident close ->
                IncidentRules.close(watch, close, who, now);
            case WitnessCommand.Escalate escalate ->
                IncidentRules.escalate(watch, escalate, regime, who, now);
            case WitnessCommand.BeginCapture begin -> EvidenceRules.begin(watch, begin, who, now);
            case WitnessCommand.EndCapture end -> EvidenceRules.end(watch, end, now);
            case WitnessCommand.RecoverCapture recover ->
                EvidenceRules.recover(watch, recover, now);
            case WitnessCommand.EnterCustody custody ->
                EvidenceRules.custody(watch, custody, who, now);
            case WitnessCommand.InformDepartment inform ->
                ReportRules.inform(watch, inform, who, now);
            case WitnessCommand.EnterReceipt receipt ->
                ReportRules.receipt(watch, receipt, who, now);
            case WitnessCommand.NoteFollowUp followUp ->
                ReportRules.followUp(watch, followUp, who, now);
            case WitnessCommand.SignReport sign -> ReportRules.sign(watch, sign, who, now);
        };
    }

    @Override
    public Watch after(Watch watch, WitnessEvent event) {
        return WatchFold.after(watch, event);
    }
}

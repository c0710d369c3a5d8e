package venue.domain.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;

/// What a witness may ask for.
public sealed interface WitnessCommand {

    /// Begin to watch a stage.
    record BeginStage(WatchStage stage, String place) implements WitnessCommand {}

    /// End a stage; each line of its checklist must have a result.
    record EndStage(WatchStage stage, String summary) implements WitnessCommand {}

    /// Give a line of the checklist its result; a second time needs the reason of the correction.
    record CheckOff(String item, CheckResult result, String note, List<ExhibitId> exhibits,
            Optional<String> correction) implements WitnessCommand {
        public CheckOff {
            exhibits = List.copyOf(exhibits);
        }
    }

    /// Write a line into the log.
    record NoteLog(WatchStage stage, String text) implements WitnessCommand {}

    /// Record a finding.
    record RecordIncident(String code, Subject subject, Instant occurredAt, String place,
            String facts) implements WitnessCommand {}

    /// Prompt or notify the subject.
    record NotifySubject(IncidentId incident, NoticeForm form, String text, Optional<Digest> paper)
            implements
                WitnessCommand {}

    /// Enter how the notice was received.
    record EnterDelivery(IncidentId incident, Delivery delivery, String receiver, String reply,
            Optional<Digest> signature) implements WitnessCommand {}

    /// Bring a class A finding to its end.
    record CloseIncident(IncidentId incident, String outcome) implements WitnessCommand {}

    /// Raise a finding to class B.
    record Escalate(IncidentId incident, String code, String reason) implements WitnessCommand {}

    /// Begin to capture or import evidence.
    record BeginCapture(Optional<IncidentId> incident, ExhibitKind kind, ExhibitOrigin origin,
            String title, WitnessEvent.Source source, String place, Instant occurredAt,
            Optional<String> second, String nonce) implements WitnessCommand {}

    /// The bytes are in the store.
    record EndCapture(ExhibitId exhibit, long sizeBytes, Digest sha256, Digest sm3,
            String mediaType) implements WitnessCommand {}

    /// Say what became of a capture that an earlier run left unfinished.
    record RecoverCapture(ExhibitId exhibit, boolean kept, String finding)
            implements
                WitnessCommand {}

    /// Enter a line into the custody ledger.
    record EnterCustody(ExhibitId exhibit, CustodyAct act, String to, String reason,
            boolean hashVerified, Optional<Digest> giverSigned, Optional<Digest> takerSigned,
            Optional<String> takerRefused) implements WitnessCommand {}

    /// Report a suspicion to the department.
    record InformDepartment(IncidentId incident, String department, Digest paper, Digest evidence)
            implements
                WitnessCommand {}

    /// Enter that the department took the report over.
    record EnterReceipt(IncidentId incident, String receiver, String receiptNumber)
            implements
                WitnessCommand {}

    /// Enter what the department answered.
    record NoteFollowUp(IncidentId incident, String result) implements WitnessCommand {}

    /// Sign the witness report.
    record SignReport(String number, Digest sha256, Digest sm3, Digest signature)
            implements
                WitnessCommand {}
}

package venue.domain.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;

/// What can happen at a witness's desk (见证). Written by that desk only; corrections are new events.
public sealed interface WitnessEvent extends Fact {

    /// A stage is being watched (环节见证开始).
    record StageBegan(WatchStage stage, String place, PersonId by, Instant at)
            implements
                WitnessEvent {}

    /// A stage is no longer watched (环节见证结束).
    record StageEnded(WatchStage stage, String summary, PersonId by, Instant at)
            implements
                WitnessEvent {}

    /// A line of the checklist was looked at. The newest one counts, all of them stay.
    ///
    /// @param correction why an earlier result is corrected
    record ItemChecked(String item, CheckResult result, String note, List<ExhibitId> exhibits,
            Optional<String> correction, PersonId by, Instant at) implements WitnessEvent {
        public ItemChecked {
            exhibits = List.copyOf(exhibits);
        }
    }

    /// A line of the witness's log (见证日志).
    record LogNoted(WatchStage stage, String text, PersonId by, Instant at)
            implements
                WitnessEvent {}

    /// A finding was recorded (情况记录).
    ///
    /// @param code from the catalogue
    /// @param occurredAt when it happened, as the witness states it
    /// @param at when it was recorded
    record IncidentRecorded(IncidentId incident, String code, FindingClass findingClass,
            Subject subject, WatchStage stage, Instant occurredAt, String place, String facts,
            PersonId by, Instant at) implements WitnessEvent {}

    /// The subject was prompted or notified (提示、告知).
    ///
    /// @param paper SHA-256 of the written notice
    record SubjectNotified(IncidentId incident, String number, NoticeForm form, String text,
            Optional<Digest> paper, PersonId by, Instant at) implements WitnessEvent {}

    /// The subject took or refused the notice (送达回证).
    ///
    /// @param reply what the subject said (陈述), or empty
    /// @param signature SHA-256 of the subject's detached signature over the notice
    record NoticeDelivered(IncidentId incident, Delivery delivery, String receiver, String reply,
            Optional<Digest> signature, PersonId by, Instant at) implements WitnessEvent {}

    /// A class A finding was brought to its end (办结).
    record IncidentClosed(IncidentId incident, String outcome, PersonId by, Instant at)
            implements
                WitnessEvent {}

    /// A class A finding became one of class B; its number stays (升级).
    record IncidentEscalated(IncidentId incident, String formerCode, String code, String reason,
            PersonId by, Instant at) implements WitnessEvent {}

    /// Capture begins: written before the first byte (采集开始).
    ///
    /// @param source device, serial number and, for an imported file, its own name
    /// @param second the second collector, when there is one
    /// @param nonce random, so that two captures of the same bytes differ
    record CaptureBegan(ExhibitId exhibit, Optional<IncidentId> incident, ExhibitKind kind,
            ExhibitOrigin origin, String title, Source source, String place, Instant occurredAt,
            PersonId by, Optional<String> second, String nonce, Instant at)
            implements
                WitnessEvent {}

    /// The original is complete, hashed and read-only from here (采集完成).
    record CaptureEnded(ExhibitId exhibit, long sizeBytes, Digest sha256, Digest sm3,
            String mediaType, Instant at) implements WitnessEvent {}

    /// A capture was found unfinished at start-up (采集中断恢复). Nothing is deleted.
    ///
    /// @param kept whether the whole original was found in the store after all
    record CaptureRecovered(ExhibitId exhibit, boolean kept, String finding, Instant at)
            implements
                WitnessEvent {}

    /// A line of the custody ledger (保管链).
    ///
    /// @param hashVerified whether the digests were computed again and agreed
    /// @param giverSigned SHA-256 of the giver's detached signature
    /// @param takerSigned SHA-256 of the taker's detached signature
    /// @param takerRefused why the taker did not sign
    record CustodyEntered(ExhibitId exhibit, CustodyAct act, String from, String to, String reason,
            boolean hashVerified, Optional<Digest> giverSigned, Optional<Digest> takerSigned,
            Optional<String> takerRefused, Instant at) implements WitnessEvent {}

    /// A suspicion was reported to the competent department (报告主管部门).
    ///
    /// @param paper SHA-256 of the signed report
    /// @param evidence SHA-256 of the evidence package
    record DepartmentInformed(IncidentId incident, String number, String department,
            List<ExhibitId> exhibits, Digest paper, Digest evidence, PersonId by, Instant at)
            implements
                WitnessEvent {
        public DepartmentInformed {
            exhibits = List.copyOf(exhibits);
        }
    }

    /// The department took the report over (移交签收).
    record ReportReceived(IncidentId incident, String receiver, String receiptNumber, PersonId by,
            Instant at) implements WitnessEvent {}

    /// What the department answered later (后续办理情况).
    record FollowUpNoted(IncidentId incident, String result, PersonId by, Instant at)
            implements
                WitnessEvent {}

    /// The witness report was signed (见证报告).
    ///
    /// @param supplement whether it adds to one signed before (补充报告)
    /// @param signature SHA-256 of the detached signature
    record WitnessReportSigned(String number, boolean supplement, Digest sha256, Digest sm3,
            Digest signature, PersonId by, Instant at) implements WitnessEvent {}

    /// Where evidence comes from.
    ///
    /// @param device the machine or instrument
    /// @param serial its serial number, or empty
    /// @param fileName the name the file had, or empty
    record Source(String device, String serial, String fileName) {}
}

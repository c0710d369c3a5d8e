package venue.domain.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.witness.WitnessEvent.DepartmentInformed;
import venue.domain.witness.WitnessEvent.FollowUpNoted;
import venue.domain.witness.WitnessEvent.IncidentClosed;
import venue.domain.witness.WitnessEvent.IncidentEscalated;
import venue.domain.witness.WitnessEvent.IncidentRecorded;
import venue.domain.witness.WitnessEvent.NoticeDelivered;
import venue.domain.witness.WitnessEvent.ReportReceived;
import venue.domain.witness.WitnessEvent.SubjectNotified;

/// A finding (情况) as everything that was written about it.
///
/// @param code the code that holds now
/// @param findingClass the class that holds now, A or B
public record Incident(IncidentRecorded recorded, String code, FindingClass findingClass,
        List<SubjectNotified> notices, Optional<NoticeDelivered> delivery,
        Optional<IncidentEscalated> escalation, Optional<DepartmentInformed> report,
        Optional<ReportReceived> receipt, List<FollowUpNoted> followUps,
        Optional<IncidentClosed> closed) {

    /// "At once" (立即): the time this application aims at between occurrence and record. Shown,
    /// never enforced.
    public static final Duration RECORD_TARGET = Duration.ofMinutes(5);

    public Incident {
        notices = List.copyOf(notices);
        followUps = List.copyOf(followUps);
    }

    static Incident of(IncidentRecorded event) {
        var held = event.findingClass() == FindingClass.B ? FindingClass.B : FindingClass.A;
        return new Incident(event, event.code(), held, List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /// Its number.
    public IncidentId id() {
        return recorded.incident();
    }

    /// Whom it is about.
    public Subject subject() {
        return recorded.subject();
    }

    /// Time from occurrence to record.
    public Duration lag() {
        return Duration.between(recorded.occurredAt(), recorded.at());
    }

    /// Whether it was recorded "at once".
    public boolean withinTarget() {
        return lag().compareTo(RECORD_TARGET) <= 0;
    }

    /// Whether it is a suspicion that belongs to the department.
    public boolean isSuspicion() {
        return findingClass == FindingClass.B;
    }

    /// The number that its next notice will have, e.g. `GZ-J001-witness-1-1`.
    public String nextNoticeNumber() {
        return "GZ-" + id() + "-" + (notices.size() + 1);
    }

    /// The number of the report about it, e.g. `BG-J002-witness-1`.
    public String reportNumber() {
        return "BG-" + id();
    }

    /// When the newest step happened.
    public Instant lastAt() {
        return closed.map(IncidentClosed::at).or(() -> receipt.map(ReportReceived::at))
                .or(() -> report.map(DepartmentInformed::at))
                .or(() -> delivery.map(NoticeDelivered::at)).orElse(recorded.at());
    }

    Incident with(SubjectNotified event) {
        return new Incident(recorded, code, findingClass, longer(notices, event), delivery,
                escalation, report, receipt, followUps, closed);
    }

    Incident with(NoticeDelivered event) {
        return new Incident(recorded, code, findingClass, notices, Optional.of(event), escalation,
                report, receipt, followUps, closed);
    }

    Incident with(IncidentEscalated event) {
        return new Incident(recorded, event.code(), FindingClass.B, notices, delivery,
                Optional.of(event), report, receipt, followUps, closed);
    }

    Incident with(DepartmentInformed event) {
        return new Incident(recorded, code, findingClass, notices, delivery, escalation,
                Optional.of(event), receipt, followUps, closed);
    }

    Incident with(ReportReceived event) {
        return new Incident(recorded, code, findingClass, notices, delivery, escalation, report,
                Optional.of(event), followUps, closed);
    }

    Incident with(FollowUpNoted event) {
        return new Incident(recorded, code, findingClass, notices, delivery, escalation, report,
                receipt, longer(followUps, event), closed);
    }

    Incident with(IncidentClosed event) {
        return new Incident(recorded, code, findingClass, notices, delivery, escalation, report,
                receipt, followUps, Optional.of(event));
    }

    private static <T> List<T> longer(List<T> list, T last) {
        var copy = new ArrayList<>(list);
        copy.add(last);
        return copy;
    }
}

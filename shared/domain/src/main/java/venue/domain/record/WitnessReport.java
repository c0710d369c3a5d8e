package venue.domain.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Role;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.tender.Person;
import venue.domain.tender.Tender;
import venue.domain.witness.Catalogue;
import venue.domain.witness.CheckResult;
import venue.domain.witness.Checklist;
import venue.domain.witness.Exhibit;
import venue.domain.witness.Incident;
import venue.domain.witness.Misconduct;
import venue.domain.witness.Watch;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessBrief;
import venue.domain.witness.WitnessEvent.ItemChecked;

/// What goes into a witness report (见证报告): facts of the watch, no score, no verdict on the award. A
/// pure function of the events that this desk holds; what has not arrived is said to be missing.
///
/// @param witnesses who watched
/// @param abnormal lines of the checklists that were found 异常
/// @param corrected how many results were corrected later
/// @param at when the report was made
public record WitnessReport(Tender tender, List<Person> witnesses, List<StageNote> stages,
        List<WitnessMilestone> timeline, Optional<OpeningNote> opening,
        Optional<EvaluationNote> evaluation, List<Finding> abnormal, int corrected,
        List<Case> conduct, List<Case> suspicions, List<Exhibit> exhibits, boolean supplement,
        Instant at) {

    /// One stage as it was watched.
    ///
    /// @param normal lines found 正常
    /// @param abnormal lines found 异常
    /// @param notApplicable lines that do not occur
    public record StageNote(WatchStage stage, String place, Instant from, Optional<Instant> until,
            int normal, int abnormal, int notApplicable, String summary) {}

    /// A line of a checklist that was not as it should be.
    public record Finding(String code, String title, WatchStage stage, String note, Instant at) {}

    /// A finding with its entry in the catalogue.
    public record Case(Incident incident, Misconduct entry) {}

    /// The opening in figures.
    public record OpeningNote(int received, int opened, int stayedSealed, List<String> drawn,
            int objections, int answered, int signatures, Optional<Instant> ended) {}

    /// The evaluation in figures; no score and no name.
    public record EvaluationNote(int members, int recusals, int replacements, int rejections,
            int clarifications, int dissents, int signatures, Optional<Instant> began,
            Optional<Instant> closed) {}

    public WitnessReport {
        witnesses = List.copyOf(witnesses);
        stages = List.copyOf(stages);
        timeline = List.copyOf(timeline);
        abnormal = List.copyOf(abnormal);
        conduct = List.copyOf(conduct);
        suspicions = List.copyOf(suspicions);
        exhibits = List.copyOf(exhibits);
    }

    /// The report that follows from what a desk holds.
    ///
    /// @param facts events of all families for this tender, in the agreed order
    public static WitnessReport of(WitnessBrief brief, Watch watch, List<? extends Fact> facts,
            Instant at) {
        var cases = watch.incidents().values().stream().map(WitnessReport::caseOf).toList();
        int corrected = watch.checks().values().stream().mapToInt(all -> all.size() - 1).sum();
        return new WitnessReport(brief.tender(), brief.in(Role.WITNESS), stages(watch),
                WitnessMilestone.of(facts), opening(facts), evaluation(facts), abnormal(watch),
                corrected, cases.stream().filter(one -> !one.incident().isSuspicion()).toList(),
                cases.stream().filter(one -> one.incident().isSuspicion()).toList(),
                List.copyOf(watch.exhibits().values()), !watch.reports().isEmpty(), at);
    }

    private static Case caseOf(Incident incident) {
        return new Case(incident, Catalogue.find(incident.code()).orElseThrow());
    }

    private static List<StageNote> stages(Watch watch) {
        var notes = new ArrayList<StageNote>();
        watch.stages().forEach((stage, span) -> notes.add(new StageNote(stage, span.place(),
                span.from(), span.until(), count(watch, stage, CheckResult.NORMAL),
                count(watch, stage, CheckResult.ABNORMAL),
                count(watch, stage, CheckResult.NOT_APPLICABLE), span.summary())));
        return notes;
    }

    private static int count(Watch watch, WatchStage stage, CheckResult result) {
        return (int) Checklist.of(stage).stream().filter(item -> watch.result(item.code())
                .map(ItemChecked::result).filter(result::equals).isPresent()).count();
    }

    private static List<Finding> abnormal(Watch watch) {
        var found = new ArrayList<Finding>();
        for (var item : Checklist.items()) {
            watch.result(item.code()).filter(check -> check.result() == CheckResult.ABNORMAL)
                    .ifPresent(check -> found.add(new Finding(item.code(), item.title(),
                            item.stage(), check.note(), check.at())));
        }
        return found;
    }

    private static Optional<OpeningNote> opening(List<? extends Fact> facts) {
        if (count(facts, OpeningEvent.class) == 0) {
            return Optional.empty();
        }
        var drawn = facts.stream().filter(OpeningEvent.DrawConcluded.class::isInstance)
                .map(OpeningEvent.DrawConcluded.class::cast)
                .map(draw -> draw.planId() + " = " + draw.value()).toList();
        var closed = last(facts, OpeningEvent.DecryptionClosed.class);
        return Optional.of(new OpeningNote(
                last(facts, OpeningEvent.BidsCounted.class).map(e -> e.received()).orElse(0),
                closed.map(e -> e.opened()).orElse(0), closed.map(e -> e.stayedSealed()).orElse(0),
                drawn, count(facts, OpeningEvent.ObjectionRaised.class),
                count(facts, OpeningEvent.ObjectionAnswered.class),
                count(facts, OpeningEvent.RecordSigned.class),
                last(facts, OpeningEvent.OpeningEnded.class).map(Fact::at)));
    }

    private static Optional<EvaluationNote> evaluation(List<? extends Fact> facts) {
        if (count(facts, EvaluationEvent.class) == 0) {
            return Optional.empty();
        }
        int replaced = count(facts, EvaluationEvent.MemberReplaced.class);
        int signedIn = (int) facts.stream()
                .filter(EvaluationEvent.MemberSignedIn.class::isInstance)
                .map(fact -> ((EvaluationEvent.MemberSignedIn) fact).member()).distinct().count();
        return Optional.of(new EvaluationNote(signedIn - replaced,
                count(facts, EvaluationEvent.ExpertRecused.class), replaced,
                last(facts, EvaluationEvent.ReviewConsolidated.class)
                        .map(e -> e.rejections().size()).orElse(0),
                count(facts, EvaluationEvent.ClarificationAsked.class),
                count(facts, EvaluationEvent.DissentFiled.class),
                count(facts, EvaluationEvent.ReportSigned.class),
                facts.stream().filter(EvaluationEvent.MemberSignedIn.class::isInstance)
                        .findFirst().map(Fact::at),
                last(facts, EvaluationEvent.EvaluationClosed.class).map(Fact::at)));
    }

    private static int count(List<? extends Fact> facts, Class<? extends Fact> kind) {
        return (int) facts.stream().filter(kind::isInstance).count();
    }

    private static <T extends Fact> Optional<T> last(List<? extends Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast)
                .reduce((_, later) -> later);
    }

    /// Whether the report has nothing but the regular course to tell.
    public boolean isRegular() {
        return abnormal.isEmpty() && conduct.isEmpty() && suspicions.isEmpty();
    }

    /// Digests of the originals in order, for the catalogue of evidence.
    public List<Digest> originals() {
        return exhibits.stream().flatMap(exhibit -> exhibit.sha256().stream()).toList();
    }
}

package venue.verifier.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.ChairVoted;
import venue.domain.evaluation.EvaluationEvent.DissentFiled;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ExpertRecused;
import venue.domain.evaluation.EvaluationEvent.MemberSignedIn;
import venue.domain.evaluation.EvaluationEvent.ReportSigned;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.EvaluationEvent.ScoreCorrected;
import venue.domain.evaluation.EvaluationEvent.SigningRefused;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;
import venue.verifier.read.Entry;

/// V210: each fact has one writer. The opening is written by one desk, what a member does by the
/// desk the member signed in at, under the member's own name.
final class Writers {

    private final Probe probe;
    private final Set<String> halls = new HashSet<>();
    private final TreeMap<PersonId, String> desks = new TreeMap<>();

    Writers(Probe probe) {
        this.probe = probe;
    }

    void run() {
        var seats = probe.dossier().evaluationBrief().seats();
        for (var entry : probe.dossier().entries()) {
            var seat = seats.stream().anyMatch(s -> s.value().equals(entry.device()));
            switch (entry.fact()) {
                case OpeningEvent _ -> {
                    halls.add(entry.device());
                    probe.check(!seat && halls.size() == 1, entry.place(), "writer",
                            entry.leaf().type());
                }
                case EvaluationEvent event -> evaluation(entry, event, seat);
                case WitnessEvent _ -> probe.check(
                        !seat && !halls.contains(entry.device())
                                && entry.leaf().role() == Role.WITNESS,
                        entry.place(), "writer", entry.leaf().type());
                default -> {
                    // the journal's own remarks may stand anywhere
                }
            }
        }
    }

    private void evaluation(Entry entry, EvaluationEvent event, boolean seat) {
        probe.check(seat, entry.place(), "writer", entry.leaf().type());
        if (event instanceof MemberSignedIn in) {
            desks.putIfAbsent(in.member(), entry.device());
            probe.check(in.desk().value().equals(entry.device()), entry.place(), "writer",
                    entry.leaf().type());
        }
        member(event).ifPresent(member -> probe.check(
                entry.leaf().actor().equals(member)
                        && entry.device().equals(desks.get(member)),
                entry.place(), "writer", entry.leaf().type()));
    }

    private static Optional<PersonId> member(Fact event) {
        return switch (event) {
            case MemberSignedIn e -> Optional.of(e.member());
            case ExpertDeclared e -> Optional.of(e.member());
            case ExpertRecused e -> Optional.of(e.member());
            case ChairVoted e -> Optional.of(e.member());
            case ReviewSubmitted e -> Optional.of(e.member());
            case BallotCommitted e -> Optional.of(e.member());
            case BallotRevealed e -> Optional.of(e.member());
            case ScoreCorrected e -> Optional.of(e.member());
            case DissentFiled e -> Optional.of(e.member());
            case ReportSigned e -> Optional.of(e.member());
            case SigningRefused e -> Optional.of(e.member());
            default -> Optional.empty();
        };
    }
}

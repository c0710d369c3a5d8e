package venue.verifier.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.opening.OpeningEvent.BidDecrypted;
import venue.domain.opening.OpeningEvent.DecryptionBegan;
import venue.domain.opening.OpeningEvent.DiceRecorded;
import venue.domain.opening.OpeningEvent.DrawBegan;
import venue.domain.opening.OpeningEvent.NonceCommitted;
import venue.domain.opening.OpeningEvent.NonceRevealed;
import venue.domain.opening.OpeningEvent.OpeningEnded;
import venue.domain.opening.OpeningEvent.SubmissionClosed;
import venue.verifier.read.Entry;

/// V312: nothing was seen before its time.
final class Order {

    private final Probe probe;
    private final Set<String> committed = new HashSet<>();
    private final Map<String, Instant> dice = new HashMap<>();

    Order(Probe probe) {
        this.probe = probe;
    }

    void run() {
        var deadline = probe.dossier().openingBrief().tender().deadline();
        var members = probe.dossier().evaluation().seated();
        var seated = new HashSet<String>();
        members.forEach(member -> seated.add(member.value()));
        Instant ended = Instant.MIN;
        for (var entry : probe.dossier().entries()) {
            switch (entry.fact()) {
                case SubmissionClosed e -> after(entry, e.at(), deadline);
                case DecryptionBegan e -> after(entry, e.at(), deadline);
                case BidDecrypted e -> after(entry, e.at(), deadline);
                case DrawBegan e -> dice.remove(e.planId());
                case NonceCommitted e -> probe.check(!dice.containsKey(e.planId()), entry.place(),
                        "order-draw", e.party());
                case DiceRecorded e -> dice.put(e.planId(), e.at());
                case NonceRevealed e -> probe.check(dice.containsKey(e.planId()), entry.place(),
                        "order-draw", e.party());
                case OpeningEnded e -> ended = e.at();
                case HandoverOpened e -> after(entry, e.at(), ended);
                case BallotCommitted e -> committed.add(e.member().value());
                case BallotRevealed e -> probe.check(committed.containsAll(seated), entry.place(),
                        "order-reveal", e.member());
                default -> {
                    // no secret depends on the order of the others
                }
            }
        }
    }

    private void after(Entry entry, Instant at, Instant earliest) {
        probe.check(!at.isBefore(earliest), entry.place(), "early", entry.leaf().type());
    }
}

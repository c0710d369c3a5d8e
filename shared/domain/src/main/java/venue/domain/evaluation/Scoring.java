package venue.domain.evaluation;

import static venue.domain.base.Decision.accept;
import static venue.domain.base.Decision.refuse;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Decision;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotDrafted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.ScoreCorrected;
import venue.domain.evaluation.ranking.Score;

/// The rules of scoring: 打分、提交（承诺）、揭示、更正.
final class Scoring {

    private Scoring() {}

    static Decision<EvaluationEvent, EvaluationRefusal> draft(Evaluation state, Member member,
            EvaluationCommand.DraftBallot draft, Instant now) {
        var refused = closed(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        return areAllowed(state, draft.scores())
                ? accept(new BallotDrafted(member.person().id(), draft.scores(), "", now))
                : refuse(EvaluationRefusal.POINTS_NOT_ALLOWED);
    }

    static Decision<EvaluationEvent, EvaluationRefusal> commit(Evaluation state, Member member,
            EvaluationCommand.CommitBallot commit, Instant now) {
        var refused = closed(state, member);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (!isComplete(state, commit.scores())) {
            return refuse(EvaluationRefusal.BALLOT_INCOMPLETE);
        }
        if (!areAllowed(state, commit.scores())) {
            return refuse(EvaluationRefusal.POINTS_NOT_ALLOWED);
        }
        if (commit.signature().isBlank()) {
            return refuse(EvaluationRefusal.NOT_SIGNED);
        }
        if (!commit.nonce().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the nonce has 64 hexadecimal digits");
        }
        var id = member.person().id();
        var ballot = state.ballot(id, commit.scores());
        return accept(List.of(new BallotDrafted(id, ballot.scores(), commit.nonce(), now),
                new BallotCommitted(id, ballot.commitment(commit.nonce()), commit.signature(),
                        now)));
    }

    static Decision<EvaluationEvent, EvaluationRefusal> reveal(Evaluation state, Member member,
            Instant now) {
        var committed = member.first(BallotCommitted.class);
        var drafted = member.first(BallotDrafted.class);
        if (committed.isEmpty() || drafted.isEmpty()) {
            return refuse(EvaluationRefusal.NOT_COMMITTED);
        }
        if (!state.allHave(BallotCommitted.class)) {
            return refuse(EvaluationRefusal.COMMITMENTS_MISSING);
        }
        if (member.has(BallotRevealed.class)) {
            return refuse(EvaluationRefusal.ALREADY_REVEALED);
        }
        var ballot = state.ballot(member.person().id(), drafted.get().scores());
        return ballot.commitment(drafted.get().nonce()).equals(committed.get().commitment())
                ? accept(new BallotRevealed(member.person().id(), ballot.scores(),
                        drafted.get().nonce(), now))
                : refuse(EvaluationRefusal.COMMITMENT_BROKEN);
    }

    static Decision<EvaluationEvent, EvaluationRefusal> correct(Evaluation state, Member member,
            EvaluationCommand.CorrectScore correct, Instant now) {
        if (!state.allHave(BallotRevealed.class)) {
            return refuse(EvaluationRefusal.REVEALS_MISSING);
        }
        var id = member.person().id();
        if (state.hasAnswered(member)) {
            return refuse(EvaluationRefusal.ALREADY_SIGNED);
        }
        if (state.outcome().irregularities().stream()
                .noneMatch(found -> found.bidder().equals(correct.bidder())
                        && (found.item().isEmpty() || found.item().equals(correct.item()))
                        && found.members().contains(id))) {
            return refuse(EvaluationRefusal.NOTHING_TO_CORRECT);
        }
        if (correct.reason().isBlank()) {
            return refuse(EvaluationRefusal.REASON_MISSING);
        }
        var score = new Score(correct.bidder(), correct.item(), correct.points());
        return areAllowed(state, List.of(score))
                ? accept(new ScoreCorrected(id, correct.bidder(), correct.item(),
                        correct.points(), correct.reason().strip(), now))
                : refuse(EvaluationRefusal.POINTS_NOT_ALLOWED);
    }

    private static Optional<EvaluationRefusal> closed(Evaluation state, Member member) {
        if (state.stage() == Stage.SIGN_IN) {
            return Optional.of(EvaluationRefusal.COMMITTEE_INCOMPLETE);
        }
        if (state.consolidated().isEmpty()) {
            return Optional.of(EvaluationRefusal.REVIEW_OPEN);
        }
        return member.has(BallotCommitted.class)
                ? Optional.of(EvaluationRefusal.ALREADY_SUBMITTED)
                : Optional.empty();
    }

    private static boolean areAllowed(Evaluation state, List<Score> scores) {
        var passed = state.outcome().passed();
        return scores.stream().allMatch(score -> passed.contains(score.bidder())
                && state.brief().plan().scoring(score.item()).stream()
                        .anyMatch(item -> item.allows(score.points())));
    }

    private static boolean isComplete(Evaluation state, List<Score> scores) {
        var cells = new HashSet<String>();
        scores.forEach(score -> cells.add(score.bidder() + " " + score.item()));
        int needed = state.outcome().passed().size() * state.brief().plan().scoring().size();
        return cells.size() == scores.size() && cells.size() == needed;
    }
}

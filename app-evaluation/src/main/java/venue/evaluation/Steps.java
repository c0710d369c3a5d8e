package venue.evaluation;

import venue.domain.base.PersonId;
import venue.domain.evaluation.Clarification;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.evaluation.EvaluationEvent.ExpertDeclared;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.Stage;
import venue.ui.StepItem;

/// Where the steps in the rail stand for one member.
final class Steps {

    private Steps() {}

    /// The step that is due.
    static String due(Evaluation now) {
        return switch (now.stage()) {
            case SIGN_IN -> "sign-in";
            case ELECTION -> "election";
            case HANDOVER -> "bids";
            case REVIEW -> "review";
            case SCORING -> "scoring";
            case REVEAL -> "reveal";
            case RESULT -> "ranking";
            case SIGNING, SIGNED, CLOSED -> "report";
        };
    }

    /// Where a step stands.
    static StepItem.State state(String id, Evaluation now, PersonId me) {
        boolean waits = id.equals("clarification")
                && now.clarifications().stream().anyMatch(Clarification::isOpen);
        if (waits) {
            return StepItem.State.ALERT;
        }
        return isDone(id, now, me) ? StepItem.State.DONE : StepItem.State.TODO;
    }

    private static boolean isDone(String id, Evaluation now, PersonId me) {
        var member = now.member(me);
        boolean revealed = now.allHave(BallotRevealed.class);
        return switch (id) {
            case "sign-in" -> member.filter(m -> m.has(ExpertDeclared.class)).isPresent();
            case "election" -> now.chair().isPresent();
            case "bids" -> now.handover().isPresent();
            case "review" -> now.consolidated().isPresent()
                    && member.filter(m -> m.has(ReviewSubmitted.class)).isPresent();
            case "clarification" -> now.consolidated().isPresent();
            case "scoring" -> member.filter(m -> m.has(BallotCommitted.class)).isPresent();
            case "reveal", "price", "ranking" -> revealed;
            case "dissent", "report" -> now.stage() == Stage.SIGNED
                    || now.stage() == Stage.CLOSED;
            default -> false;
        };
    }
}

package venue.domain.evaluation;

import java.util.Optional;

/// One question of the committee to a bidder and what became of it (澄清).
///
/// @param answered the answer that the host passed on
/// @param lapsed that none came in time
public record Clarification(EvaluationEvent.ClarificationAsked asked,
        Optional<EvaluationEvent.ClarificationAnswered> answered,
        Optional<EvaluationEvent.ClarificationLapsed> lapsed) {

    /// Whether an answer is still awaited.
    public boolean isOpen() {
        return answered.isEmpty() && lapsed.isEmpty();
    }
}

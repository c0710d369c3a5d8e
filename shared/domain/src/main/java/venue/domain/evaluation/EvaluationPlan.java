package venue.domain.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.evaluation.ranking.TieBreak;
import venue.domain.evaluation.review.ReviewItem;

/// How the tender file says to evaluate (评标办法): all that decides the result besides the bids.
///
/// @param candidates most candidates to recommend, 1 to 3 (招标投标法实施条例 第五十三条)
/// @param outlierPercent a member's total further than this from the others' mean is pointed out
/// @param clarificationMinutes time given for an answer
public record EvaluationPlan(List<ReviewItem> review, List<ScoreItem> scoring,
        Aggregation aggregation, PriceRule price, List<TieBreak> tieBreaks, int candidates,
        BigDecimal outlierPercent, int clarificationMinutes) {

    public EvaluationPlan {
        review = List.copyOf(review);
        scoring = List.copyOf(scoring);
        tieBreaks = List.copyOf(tieBreaks);
        if (candidates < 1 || candidates > 3) {
            throw new IllegalArgumentException("one to three candidates, not " + candidates);
        }
    }

    /// The scoring item called `id`.
    public Optional<ScoreItem> scoring(String id) {
        return scoring.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// The review item called `id`.
    public Optional<ReviewItem> review(String id) {
        return review.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}

package venue.domain.evaluation.ranking;

import java.math.BigDecimal;
import venue.domain.base.Points;

/// One scoring item (评分因素) of the tender file.
///
/// @param id short name within the plan, e.g. `J-1`
/// @param step points are multiples of it above `min`
/// @param objective 客观分: every member must come to the same value
/// @param standard how the tender file says to score it
public record ScoreItem(String id, Part part, String title, Points min, Points max, Points step,
        boolean objective, String standard) {

    public ScoreItem {
        if (step.value().signum() <= 0 || min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("an item needs a range and a step: " + id);
        }
    }

    /// Which part of the bid an item looks at.
    public enum Part {
        /// 技术
        TECHNICAL,
        /// 商务
        BUSINESS
    }

    /// Whether `points` lie in the range and on a step.
    public boolean allows(Points points) {
        return isInRange(points) && points.value().subtract(min.value())
                .remainder(step.value()).compareTo(BigDecimal.ZERO) == 0;
    }

    /// Whether `points` lie in the range.
    public boolean isInRange(Points points) {
        return points.compareTo(min) >= 0 && points.compareTo(max) <= 0;
    }
}

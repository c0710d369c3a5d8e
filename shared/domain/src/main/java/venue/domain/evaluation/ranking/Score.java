package venue.domain.evaluation.ranking;

import java.util.Comparator;
import venue.domain.base.BidderId;
import venue.domain.base.Points;

/// One member's points for one item of one bid.
public record Score(BidderId bidder, String item, Points points) {

    /// The canonical order of a ballot.
    public static final Comparator<Score> CANONICAL = Comparator.comparing(Score::bidder)
            .thenComparing(Score::item);
}

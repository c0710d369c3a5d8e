package venue.evaluation.screen.review;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationEvent.ReviewDrafted;
import venue.domain.evaluation.EvaluationEvent.ReviewSubmitted;
import venue.domain.evaluation.Outcome;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.Rejection;
import venue.domain.evaluation.review.ReviewItem;
import venue.domain.evaluation.review.ReviewTally;

/// The preliminary review as one member may see it: the own marks, and after the own submission the
/// counts of all who have submitted.
///
/// @param own the marks that this member submitted, or saved last
/// @param tally empty before the own submission
/// @param submissions how many members have submitted
public record ReviewSheet(List<Bid> bids, List<ReviewItem> items, List<Mark> own,
        boolean submitted, Optional<ReviewTally> tally, int submissions, int members,
        boolean consolidated, List<Rejection> rejections) {

    public ReviewSheet {
        bids = List.copyOf(bids);
        items = List.copyOf(items);
        own = List.copyOf(own);
        rejections = List.copyOf(rejections);
    }

    /// A bid under review.
    public record Bid(BidderId bidder, String name) {}

    /// The sheet of the member `me`.
    public static ReviewSheet of(Evaluation now, PersonId me) {
        var bids = now.offers().stream()
                .map(offer -> new Bid(offer.bidder(), offer.sheet().bidderName())).toList();
        var items = now.brief().plan().review();
        var member = now.member(me);
        var submitted = member.flatMap(one -> one.first(ReviewSubmitted.class))
                .map(ReviewSubmitted::marks);
        var drafted = member.flatMap(one -> one.first(ReviewDrafted.class))
                .map(ReviewDrafted::marks);
        var tally = submitted.map(_ -> ReviewTally.of(items,
                new TreeSet<>(Outcome.prices(now.offers()).keySet()), now.reviews()));
        return new ReviewSheet(bids, items, submitted.or(() -> drafted).orElse(List.of()),
                submitted.isPresent(), tally, now.reviews().size(), now.seated().size(),
                now.consolidated().isPresent(),
                now.consolidated().map(event -> event.rejections()).orElse(List.of()));
    }

    /// Whether the grid would be drawn the same, but for the member's own marks.
    public boolean looksLike(ReviewSheet other) {
        return bids.equals(other.bids) && submitted == other.submitted
                && tally.equals(other.tally) && rejections.equals(other.rejections);
    }

    /// The count of one item of one bid.
    public Optional<ReviewTally.Cell> cell(BidderId bidder, String item) {
        return tally.flatMap(counted -> counted.cells().stream()
                .filter(cell -> cell.bidder().equals(bidder) && cell.item().equals(item))
                .findFirst());
    }
}

package venue.domain.evaluation.review;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import venue.domain.base.BidderId;
import venue.domain.base.PersonId;

/// The members' marks counted (初步评审汇总): the majority decides, item by item.
///
/// @param cells by bidder's code, then in the plan's order of items
public record ReviewTally(List<Cell> cells, List<Rejection> rejections) {

    public ReviewTally {
        cells = List.copyOf(cells);
        rejections = List.copyOf(rejections);
    }

    /// One item of one bid.
    public record Cell(BidderId bidder, String item, int conforming, int failing) {

        /// Whether more members found it failing than conforming.
        public boolean fails() {
            return failing > conforming;
        }
    }

    /// Counts `reviews`, whatever the order in which they came.
    public static ReviewTally of(List<ReviewItem> items, SortedSet<BidderId> bidders,
            SortedMap<PersonId, List<Mark>> reviews) {
        var cells = new ArrayList<Cell>();
        var rejections = new ArrayList<Rejection>();
        for (var bidder : bidders) {
            var before = rejections.size();
            for (var item : items) {
                var cell = cell(bidder, item, reviews);
                cells.add(cell);
                if (cell.fails() && rejections.size() == before) {
                    rejections.add(new Rejection(bidder, item.id(), item.ground(), cell.failing(),
                            cell.conforming(), reasons(bidder, item, reviews)));
                }
            }
        }
        return new ReviewTally(cells, rejections);
    }

    /// Whether `bidder` is rejected.
    public boolean rejects(BidderId bidder) {
        return rejections.stream().anyMatch(rejection -> rejection.bidder().equals(bidder));
    }

    private static Cell cell(BidderId bidder, ReviewItem item,
            SortedMap<PersonId, List<Mark>> reviews) {
        int conforming = 0;
        int failing = 0;
        for (var marks : reviews.values()) {
            for (var mark : marks) {
                if (mark.bidder().equals(bidder) && mark.item().equals(item.id())) {
                    if (mark.conforms()) {
                        conforming++;
                    } else {
                        failing++;
                    }
                }
            }
        }
        return new Cell(bidder, item.id(), conforming, failing);
    }

    private static List<String> reasons(BidderId bidder, ReviewItem item,
            SortedMap<PersonId, List<Mark>> reviews) {
        return reviews.values().stream().flatMap(List::stream)
                .filter(mark -> mark.bidder().equals(bidder) && mark.item().equals(item.id())
                        && !mark.conforms())
                .map(mark -> mark.reason() + "（" + mark.page() + "）").toList();
    }
}

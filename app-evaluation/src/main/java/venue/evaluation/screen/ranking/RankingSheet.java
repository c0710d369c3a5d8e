package venue.evaluation.screen.ranking;

import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Evaluation;

/// The order of the scored bids and the candidates.
///
/// @param tied bidders that a lot has to tell apart
public record RankingSheet(boolean open, List<Row> rows, List<String> rejected, List<Bid> tied) {

    public RankingSheet {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        tied = List.copyOf(tied);
    }

    /// One bid; `candidate` counts from 1, 0 is none.
    public record Row(int rank, String name, String technical, String business, String pricePoints,
            String total, String price, int candidate) {}

    /// A bidder by name.
    public record Bid(BidderId bidder, String name) {}

    /// The sheet of now.
    public static RankingSheet of(Evaluation now) {
        if (now.ballots().isEmpty()) {
            return new RankingSheet(false, List.of(), List.of(), List.of());
        }
        var outcome = now.outcome();
        var rows = outcome.ranking().places().stream().map(place -> {
            var total = place.total();
            return new Row(place.rank(), name(now, total.bidder()), total.technical().toString(),
                    total.business().toString(), total.pricePoints().toString(),
                    total.sum().toString(), total.price().grouped(),
                    outcome.candidates().indexOf(total.bidder()) + 1);
        }).toList();
        return new RankingSheet(true, rows,
                outcome.review().rejections().stream()
                        .map(rejection -> name(now, rejection.bidder())).toList(),
                outcome.ranking().tied(now.brief().plan().candidates()).stream()
                        .map(bidder -> new Bid(bidder, name(now, bidder))).toList());
    }

    private static String name(Evaluation now, BidderId bidder) {
        return now.offer(bidder).map(offer -> offer.sheet().bidderName())
                .orElse(bidder.value());
    }
}

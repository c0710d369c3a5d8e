package venue.domain.evaluation.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import venue.domain.base.BidderId;

/// The order of the scored bids (投标人排序) by their rounded totals.
public record Ranking(List<Place> places) {

    public Ranking {
        places = List.copyOf(places);
    }

    /// Ranks `totals`; what is still equal after `ties` stands in the order of `settled`.
    public static Ranking of(List<Total> totals, List<TieBreak> ties, List<BidderId> settled) {
        Comparator<Total> order = Comparator.comparing(Total::sum).reversed();
        for (var tie : ties) {
            order = order.thenComparing(switch (tie) {
                case LOWER_PRICE -> Comparator.comparing(Total::price);
                case HIGHER_TECHNICAL -> Comparator.comparing(Total::technical).reversed();
            });
        }
        order = order.thenComparingInt(total -> position(settled, total.bidder()));
        var sorted = totals.stream()
                .sorted(order.thenComparing(Total::bidder)).toList();
        var places = new ArrayList<Place>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean equal = i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            places.add(new Place(equal ? places.get(i - 1).rank() : i + 1, sorted.get(i)));
        }
        return new Ranking(places);
    }

    /// Bidders that share a rank among the first `candidates`; empty when all are told apart.
    public List<BidderId> tied(int candidates) {
        return places.stream()
                .filter(place -> place.rank() <= candidates && places.stream()
                        .filter(other -> other.rank() == place.rank()).count() > 1)
                .map(place -> place.total().bidder()).toList();
    }

    private static int position(List<BidderId> settled, BidderId bidder) {
        int at = settled.indexOf(bidder);
        return at < 0 ? settled.size() : at;
    }
}

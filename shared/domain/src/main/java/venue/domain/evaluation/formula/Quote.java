package venue.domain.evaluation.formula;

import java.util.Comparator;
import venue.domain.base.BidderId;
import venue.domain.base.Money;

/// A bid's price as it enters a formula (投标报价), in yuan.
public record Quote(BidderId bidder, Money price) {

    /// From the lowest price; equal prices stand in the order of the bidders' codes.
    public static final Comparator<Quote> LOWEST_FIRST = Comparator.comparing(Quote::price)
            .thenComparing(Quote::bidder);
}

package venue.domain.evaluation.ranking;

import venue.domain.base.BidderId;
import venue.domain.base.Money;
import venue.domain.base.Points;

/// The rounded parts of one bid's score and their sum (得分汇总): the sheet adds up as printed.
public record Total(BidderId bidder, Money price, Points technical, Points business,
        Points pricePoints) {

    /// 总得分
    public Points sum() {
        return technical.plus(business).plus(pricePoints);
    }
}

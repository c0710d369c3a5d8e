package venue.domain.evaluation;

import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.evaluation.formula.Quote;
import venue.domain.tender.BidSheet;

/// An opened bid as it reached the committee: its sheet and the files behind it.
public record Offer(BidSheet sheet, List<BidFile> files) {

    public Offer {
        files = List.copyOf(files);
    }

    /// One file of the bid.
    ///
    /// @param name within the bid, e.g. `technical.pdf`
    public record BidFile(String name, long sizeBytes, Digest sha256) {}

    /// Whose bid.
    public BidderId bidder() {
        return sheet.bidder();
    }

    /// 投标总报价
    public Money price() {
        return sheet.price();
    }

    /// Its price for the formulas.
    public Quote quote() {
        return new Quote(bidder(), price());
    }
}

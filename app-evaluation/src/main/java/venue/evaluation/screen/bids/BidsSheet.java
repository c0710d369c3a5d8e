package venue.evaluation.screen.bids;

import java.util.Comparator;
import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.Offer;

/// The bids that can be looked at; none before the chair has opened the handover.
public record BidsSheet(boolean open, List<Bid> bids) {

    public BidsSheet {
        bids = List.copyOf(bids);
    }

    /// One bid and its files that can be shown page by page.
    public record Bid(BidderId bidder, String name, List<String> files) {
        public Bid {
            files = List.copyOf(files);
        }
    }

    /// The sheet of now.
    public static BidsSheet of(Evaluation now) {
        return new BidsSheet(now.handover().isPresent(), now.offers().stream()
                .map(offer -> new Bid(offer.bidder(), offer.sheet().bidderName(),
                        offer.files().stream().map(Offer.BidFile::name)
                                .filter(name -> name.endsWith(".pdf"))
                                .sorted(Comparator.naturalOrder()).toList()))
                .toList());
    }
}

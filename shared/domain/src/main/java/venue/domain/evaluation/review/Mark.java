package venue.domain.evaluation.review;

import venue.domain.base.BidderId;

/// What one member finds about one item of one bid (符合 / 不符合).
///
/// @param reason why not; empty when it conforms
/// @param page where in the bid; empty when it conforms
public record Mark(BidderId bidder, String item, boolean conforms, String reason, String page) {

    /// 符合
    public static Mark conforming(BidderId bidder, String item) {
        return new Mark(bidder, item, true, "", "");
    }

    /// 不符合
    public static Mark failing(BidderId bidder, String item, String reason, String page) {
        return new Mark(bidder, item, false, reason, page);
    }

    /// Whether a negative mark says why and where.
    public boolean isGrounded() {
        return conforms || (!reason.isBlank() && !page.isBlank());
    }
}

package venue.domain.evaluation.review;

import java.util.List;
import venue.domain.base.BidderId;

/// 否决投标: a bid that fails one item by majority (招标投标法实施条例 第五十一条).
///
/// @param item the first item it fails
/// @param ground code of the ground, e.g. `R07`
/// @param votesFor members who found it failing
/// @param votesAgainst members who found it conforming
/// @param reasons what those members wrote, with the page, in the order of the members' ids
public record Rejection(BidderId bidder, String item, String ground, int votesFor,
        int votesAgainst, List<String> reasons) {
    public Rejection {
        reasons = List.copyOf(reasons);
    }
}

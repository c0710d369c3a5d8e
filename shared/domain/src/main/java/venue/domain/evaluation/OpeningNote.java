package venue.domain.evaluation;

import java.time.Instant;
import java.util.List;
import venue.domain.base.Digest;

/// What the committee takes from the opening (开标情况), as the handover states it.
///
/// @param received bids received before the deadline
/// @param unopened bids that stayed closed, with the reason on record
/// @param record SHA-256 of the signed opening record (开标记录表)
public record OpeningNote(Instant openedAt, int received, List<Unopened> unopened,
        Digest record) {

    public OpeningNote {
        unopened = List.copyOf(unopened);
    }

    /// A bid that stayed closed.
    ///
    /// @param outcome 视为撤销 or 视为撤回, as the record words it
    public record Unopened(String bidderName, String outcome) {}
}

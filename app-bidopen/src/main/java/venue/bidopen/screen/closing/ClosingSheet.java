package venue.bidopen.screen.closing;

import java.util.ArrayList;
import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.opening.Opening;
import venue.domain.opening.Phase;

/// The bids received, once they may be told.
///
/// @param received how many; `—` before the deadline, because the number is secret
public record ClosingSheet(String received, List<Row> rows) {

    /// One bid.
    public record Row(int number, String bidder, String receivedAt, String size, String digest) {}

    /// As `opening` stands.
    public static ClosingSheet of(Opening opening) {
        boolean closed = opening.phase().reached(Phase.CLOSED_FOR_SUBMISSION);
        if (!closed) {
            return new ClosingSheet("—", List.of());
        }
        var rows = new ArrayList<Row>();
        for (var bid : opening.bids().values()) {
            var receipt = bid.receipt();
            rows.add(new Row(rows.size() + 1, receipt.bidderName(),
                    Say.time(receipt.completedAt()),
                    Say.it("size.kib", (receipt.sizeBytes() + 1023) / 1024),
                    receipt.sha256().brief()));
        }
        return new ClosingSheet(Integer.toString(rows.size()),
                opening.listPublished() ? rows : List.of());
    }
}

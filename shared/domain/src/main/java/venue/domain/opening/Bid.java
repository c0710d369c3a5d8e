package venue.domain.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import venue.domain.base.BidderId;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Receipt;

/// One bid received in time, and what the opening has done with it so far.
///
/// @param opened content, once decrypted
/// @param verdict why it stayed sealed, once decided
/// @param readAt when its read-out was confirmed
public record Bid(Receipt receipt, Optional<Attendance> attendance, List<Attempt> attempts,
        Optional<Opened> opened, Optional<Verdict> verdict, Optional<Instant> readAt) {

    /// One attempt at decryption.
    public record Attempt(DecryptionCode code, Probes probes, Cause proposed, Instant at) {}

    /// What was inside.
    ///
    /// @param signerSerial certificate that signed the bid's files
    public record Opened(BidSheet sheet, List<BidFile> files, List<Finding> findings,
            String signerSerial, Instant at) {
        public Opened {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }
    }

    /// The cause decided by the host (原因认定).
    public record Verdict(Cause cause, String reason, BidderView bidderView, Instant at) {}

    /// What the bidder says to the proposed cause.
    public enum BidderView {
        /// 认可
        AGREES,
        /// 不认可
        OBJECTS,
        /// 未表态
        SILENT
    }

    public Bid {
        attempts = List.copyOf(attempts);
    }

    /// A bid as received.
    public static Bid sealed(Receipt receipt) {
        return new Bid(receipt, Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /// Whose it is.
    public BidderId bidder() {
        return receipt.bidder();
    }

    /// Whether its content is known, or the reason why it is not.
    public boolean isSettled() {
        return opened.isPresent()
                || verdict.filter(v -> v.cause() != Cause.PENDING).isPresent();
    }

    Bid with(Attendance there) {
        return new Bid(receipt, Optional.of(there), attempts, opened, verdict, readAt);
    }

    Bid with(Attempt attempt) {
        var all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
        return new Bid(receipt, attendance, all, opened, verdict, readAt);
    }

    Bid with(Opened content) {
        return new Bid(receipt, attendance, attempts, Optional.of(content), Optional.empty(),
                readAt);
    }

    Bid with(Verdict decided) {
        return new Bid(receipt, attendance, attempts, opened, Optional.of(decided), readAt);
    }

    Bid readOut(Instant at) {
        return new Bid(receipt, attendance, attempts, opened, verdict, Optional.of(at));
    }
}

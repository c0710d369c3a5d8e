package venue.bidopen.session;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import venue.words.Failure;
import venue.words.Words;

/// Trouble with the files of an opening, told so that the clerk at the host's desk can act on it.
public final class BidOpenFailure extends Failure {

    private static final long serialVersionUID = 1L;

    private BidOpenFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    /// A parcel, but not a project package.
    public static BidOpenFailure notAProject(Path file, String kind) {
        return new BidOpenFailure("NOT_A_PROJECT", null, file.getFileName(), kind);
    }

    /// A project package whose brief cannot be read as one for an opening.
    public static BidOpenFailure briefUnreadable(Path file, Throwable cause) {
        return new BidOpenFailure("BRIEF_UNREADABLE", cause, file.getFileName());
    }

    /// Another tender than the one under way.
    public static BidOpenFailure otherTender(Path file, String running) {
        return new BidOpenFailure("OTHER_TENDER", null, file.getFileName(), running);
    }

    /// The package's signer is not believed.
    public static BidOpenFailure senderUntrusted(Path file, String holder, String verdict) {
        return new BidOpenFailure("SENDER_UNTRUSTED", null, file.getFileName(), holder, verdict);
    }

    /// No project package has been loaded yet.
    public static BidOpenFailure noProject() {
        return new BidOpenFailure("NO_PROJECT", null);
    }

    /// No centre is configured at this desk.
    public static BidOpenFailure noCentre() {
        return new BidOpenFailure("NO_CENTRE", null);
    }

    /// A file cannot be read or written.
    public static BidOpenFailure file(Path file, Throwable cause) {
        return new BidOpenFailure("FILE", cause, file);
    }

    /// The token of the tender side is another one than the bids were sealed to.
    public static BidOpenFailure wrongTenderToken(String holder) {
        return new BidOpenFailure("WRONG_TENDER_TOKEN", null, holder);
    }

    /// The plan of the opening key does not belong to the package.
    public static BidOpenFailure planUnfit(Path file, String signer, String tender) {
        return new BidOpenFailure("PLAN_UNFIT", null, file.getFileName(), signer, tender);
    }

    /// The medium belongs to nobody who supervises this opening.
    public static BidOpenFailure notSupervisor(String holder) {
        return new BidOpenFailure("NOT_SUPERVISOR", null, holder);
    }

    /// No bid file is here to compare with.
    public static BidOpenFailure noBids() {
        return new BidOpenFailure("NO_BIDS", null);
    }

    /// The machine's number of a draw is gone.
    public static BidOpenFailure machineNumberLost(String drawId) {
        return new BidOpenFailure("MACHINE_NUMBER_LOST", null, drawId);
    }

    /// No seat can receive the bids.
    public static BidOpenFailure noSeats() {
        return new BidOpenFailure("NO_SEATS", null);
    }

    @Override
    protected Words words() {
        return Say.WORDS;
    }
}

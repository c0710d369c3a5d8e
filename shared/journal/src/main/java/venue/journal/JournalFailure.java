package venue.journal;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Words;

/// What can go wrong with the journal (日志故障) that is no bug.
public final class JournalFailure extends Failure {

    @Serial
    private static final long serialVersionUID = 1L;

    private JournalFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }

    @Override
    protected Words words() {
        return Words.of("venue.journal", JournalFailure.class);
    }

    /// An entry does not fit what was signed: changed, cut or mixed up. An incident, not a
    /// nuisance.
    public static JournalFailure damaged(Origin origin, long seq, String finding) {
        return new JournalFailure("DAMAGED", null, origin, seq, finding);
    }

    /// The file itself is not what a database file should be.
    public static JournalFailure fileDamaged(Path file, @Nullable Throwable cause) {
        return new JournalFailure("FILE_DAMAGED", cause, file);
    }

    /// The disk has fewer entries than somebody else holds of this very device.
    public static JournalFailure restored(Origin origin, long held, long shown) {
        return new JournalFailure("RESTORED", null, origin, held, shown);
    }

    /// The disk has fewer or other entries than this workstation itself remembers to have signed.
    public static JournalFailure rolledBack(Origin origin, long held, Origin remembered,
            long size) {
        return new JournalFailure("ROLLED_BACK", null, origin, held, remembered, size);
    }

    /// The file is there no more, though this workstation remembers to have written it.
    public static JournalFailure gone(Path file, Origin remembered, long size) {
        return new JournalFailure("GONE", null, file, remembered, size);
    }

    /// Another program, or this one twice.
    public static JournalFailure inUse(Path dir) {
        return new JournalFailure("IN_USE", null, dir);
    }

    /// Nothing can be written there.
    public static JournalFailure readOnly(Path dir, @Nullable Throwable cause) {
        return new JournalFailure("READ_ONLY", cause, dir);
    }

    /// No room left.
    public static JournalFailure diskFull(Path dir, @Nullable Throwable cause) {
        return new JournalFailure("DISK_FULL", cause, dir);
    }

    /// The disk answered with an error.
    public static JournalFailure disk(Path dir, @Nullable Throwable cause) {
        return new JournalFailure("DISK_ERROR", cause, dir);
    }

    /// After a disk error nothing more is written until the journal has been opened and checked
    /// anew.
    public static JournalFailure stopped() {
        return new JournalFailure("STOPPED", null);
    }

    /// The journal is closed.
    public static JournalFailure closed() {
        return new JournalFailure("CLOSED", null);
    }

    /// The keys do not belong to this journal.
    public static JournalFailure wrongKeys(Path dir) {
        return new JournalFailure("WRONG_KEYS", null, dir);
    }

    /// An event is larger than a leaf or payload may be.
    public static JournalFailure tooLarge(String kind, long bytes, long most) {
        return new JournalFailure("TOO_LARGE", null, kind, bytes, most);
    }

    /// A device whose key was never entered here.
    public static JournalFailure unknownDevice(Origin origin) {
        return new JournalFailure("UNKNOWN_DEVICE", null, origin);
    }

    /// A witness whose key was never entered here.
    public static JournalFailure unknownWitness(String name) {
        return new JournalFailure("UNKNOWN_WITNESS", null, name);
    }

    /// A range begins later than what is held.
    public static JournalFailure gap(Origin origin, long held, long from) {
        return new JournalFailure("GAP", null, origin, held, from);
    }

    /// What came from a peer does not hold under check.
    public static JournalFailure badRange(Origin origin, long seq, String finding) {
        return new JournalFailure("BAD_RANGE", null, origin, seq, finding);
    }

    /// A device wrote what is another's business.
    public static JournalFailure wrongWriter(Origin origin, long seq, String kind) {
        return new JournalFailure("WRONG_WRITER", null, origin, seq, kind);
    }

    /// Two histories of one device.
    public static JournalFailure fork(Origin origin, long seq) {
        return new JournalFailure("FORK", null, origin, seq);
    }

    /// A peer's clock is too far ahead to be followed.
    public static JournalFailure clockAhead(Origin origin, long seconds) {
        return new JournalFailure("CLOCK_AHEAD", null, origin, seconds);
    }

    /// A countersignature does not hold.
    public static JournalFailure badReceipt(Origin origin, long size, String witness) {
        return new JournalFailure("BAD_RECEIPT", null, origin, size, witness);
    }

    /// JSON that is not what it should be.
    public static JournalFailure unreadable(String what, Throwable cause) {
        return new JournalFailure("UNREADABLE", cause, what,
                String.valueOf(cause.getMessage()));
    }

    /// A blob that is not there.
    public static JournalFailure blobMissing(String digest) {
        return new JournalFailure("BLOB_MISSING", null, digest);
    }

    /// A blob whose bytes are not those that were put.
    public static JournalFailure blobDamaged(String digest, @Nullable Throwable cause) {
        return new JournalFailure("BLOB_DAMAGED", cause, digest);
    }
}

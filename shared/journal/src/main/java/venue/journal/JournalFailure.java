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

    /// The disk is full, or answered with another error.
    public static JournalFailure ofDisk(Path place, @Nullable Throwable e) {
        var text = String.valueOf(e);
        return text.contains("No space left") || text.contains("not enough space")
                ? diskFull(place, e)
                : disk(place, e);
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

    /// Less room than what is about to be written.
    public static JournalFailure noRoom(Path dir, long needed, long free) {
        return new JournalFailure("NO_ROOM", null, dir, needed, free);
    }

    /// There is no whole backup.
    public static JournalFailure backupMissing(Path dir) {
        return new JournalFailure("BACKUP_MISSING", null, dir);
    }

    /// A backup is not what was written.
    public static JournalFailure backupDamaged(Path dir, String file, @Nullable Throwable cause) {
        return new JournalFailure("BACKUP_DAMAGED", cause, dir, file);
    }

    /// The backup of the logs is whole, but some attachments are damaged here and could not be
    /// copied.
    public static JournalFailure backupIncomplete(Path dir, long damaged, String first) {
        return new JournalFailure("BACKUP_INCOMPLETE", null, dir, damaged, first);
    }

    /// A folder that a backup cannot go to.
    public static JournalFailure backupPlace(Path dir) {
        return new JournalFailure("BACKUP_PLACE", null, dir);
    }

    /// A restoration began here and was not finished.
    public static JournalFailure restorationUnfinished(Path dir) {
        return new JournalFailure("RESTORATION_UNFINISHED", null, dir);
    }

    /// What was prepared for a half-done restoration is not what was prepared.
    public static JournalFailure restorationDamaged(Path file) {
        return new JournalFailure("RESTORATION_DAMAGED", null, file);
    }

    /// Nothing there names a log of this device.
    public static JournalFailure nothingToRestore(Path source) {
        return new JournalFailure("NOTHING_TO_RESTORE", null, source);
    }

    /// The source changed after it was looked at.
    public static JournalFailure sourceChanged(Path source) {
        return new JournalFailure("SOURCE_CHANGED", null, source);
    }

    /// A restoration needs a reason that says something.
    public static JournalFailure reasonMissing(long least) {
        return new JournalFailure("REASON_MISSING", null, least);
    }

    /// Fewer than two approvals.
    public static JournalFailure approvalsMissing(long found, long least) {
        return new JournalFailure("APPROVALS_MISSING", null, found, least);
    }

    /// Two approvals of one person.
    public static JournalFailure approvalsSame(String name) {
        return new JournalFailure("APPROVALS_SAME", null, name);
    }

    /// An approval that is no signature over the statement.
    public static JournalFailure approvalInvalid(String name, String finding) {
        return new JournalFailure("APPROVAL_INVALID", null, name, finding);
    }
}

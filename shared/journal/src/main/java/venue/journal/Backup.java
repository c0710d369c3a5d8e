package venue.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;

/// A copy of a journal in a folder on another disk or stick (日志备份): the database, the blobs, the
/// signed checkpoints, and a list of all that. It is encrypted as the journal is; the keys are not
/// in it. Either a backup is whole and was read back, or it is none: the list gets its name last,
/// and the backup before stays until then.
public final class Backup {

    private Backup() {}

    /// A whole backup.
    ///
    /// @param origin the log that was copied, and with it all that this journal holds of others
    /// @param size how many entries of it
    /// @param root SHA-256 root over them
    /// @param blobs how many attachments
    /// @param bytes of all files
    public record Made(Path dir, Origin origin, long size, Bytes root, int blobs, long bytes) {

        static Made of(Path dir, BackupList list) {
            return new Made(dir, list.origin(), list.size(), list.root(), list.blobs(),
                    list.bytes());
        }
    }

    /// Copies a journal in use. Blobs that stand there whole already are not copied again.
    ///
    /// @throws JournalFailure NO_ROOM, BACKUP_PLACE, DISK_FULL, DISK_ERROR, READ_ONLY,
    /// BACKUP_DAMAGED if it does not read back; BACKUP_INCOMPLETE after a whole backup of the logs
    /// if blobs were found damaged here
    public static Made write(Journal journal, Path target, Consumer<Progress> progress) {
        return new BackupWriting(journal, target, progress).run();
    }

    /// Reads a backup from beginning to end and compares it with its list and its checkpoint.
    ///
    /// @throws JournalFailure BACKUP_MISSING, BACKUP_DAMAGED, DAMAGED, WRONG_KEYS
    public static Made check(Path backup, JournalKeys keys, DeviceId device,
            Consumer<Progress> progress) {
        var setting = new Setting(backup, device, keys, Families.house(), InstantSource.system());
        var list = BackupList.read(backup);
        new BackupCheck(setting, backup, list, progress).run(true);
        return Made.of(backup, list);
    }
}

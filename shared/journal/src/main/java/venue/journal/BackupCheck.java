package venue.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.CryptoFailure;
import venue.crypto.Hashes;
import venue.domain.base.Digest;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// Reads a backup and believes nothing: every file against the list, every log as at the start of
/// a workstation, every blob. Nothing is written into the backup, not even beside its database.
final class BackupCheck {

    private final Setting setting;
    private final Path dir;
    private final BackupList list;
    private final Consumer<Progress> progress;

    BackupCheck(Setting setting, Path dir, BackupList list, Consumer<Progress> progress) {
        this.setting = setting;
        this.dir = dir;
        this.list = list;
        this.progress = progress;
    }

    /// Reads it.
    ///
    /// @param blobs whether blobs are read, or only looked for because they have just been read
    /// @return all logs of the backup, the own one first
    List<Inspection.Found> run(boolean blobs) {
        var folder = new BlobFolder(dir.resolve("blobs"), setting.box);
        long done = 0;
        for (var item : list.files()) {
            requireFile(folder, item, blobs);
            done += item.size();
            progress.accept(new Progress("backup-check", done, list.bytes()));
        }
        return logs();
    }

    private void requireFile(BlobFolder folder, BackupList.Item item, boolean blobs) {
        var file = dir.resolve(item.name());
        try {
            boolean whole = Files.isRegularFile(file) && Files.size(file) == item.size()
                    && (item.isBlob()
                            ? file.equals(folder.file(item.sha256()))
                                    && (!blobs || folder.isWhole(file, item.sha256()))
                            : Hashes.sha256(file).equals(item.sha256().hex()));
            if (!whole) {
                throw JournalFailure.backupDamaged(dir, item.name(), null);
            }
        } catch (IOException | CryptoFailure e) {
            throw JournalFailure.backupDamaged(dir, item.name(), e);
        }
    }

    private List<Inspection.Found> logs() {
        try (var db = Database.view(dir.resolve(list.database()))) {
            var own = Source.owner(db, setting);
            if (!own.equals(list.origin())) {
                throw JournalFailure.backupDamaged(dir, BackupList.FILE, null);
            }
            var found = new ArrayList<Inspection.Found>();
            found.add(found(new Log(setting, db, own, true)));
            for (var origin : LogTable.foreign(db)) {
                found.add(found(new Log(setting, db, origin, false)));
            }
            return found;
        }
    }

    private Inspection.Found found(Log log) {
        new LogCheck(log, progress).run();
        var root = log.tree(TreeHash.SHA256).root();
        var note = log.newestNote(TreeHash.SHA256);
        if (log.own && (log.size() != list.size() || !root.equals(list.root())
                || note.isEmpty() || !note.get().text().equals(noted()))) {
            throw JournalFailure.backupDamaged(dir, list.database(), null);
        }
        return new Inspection.Found(log.origin, log.size(), root, log.tree(TreeHash.SM3).root(),
                List.of());
    }

    /// The checkpoint that stands beside the database.
    private String noted() {
        var file = dir.resolve(list.database().replaceFirst("\\.db$", ".txt"));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw JournalFailure.backupDamaged(dir, file.getFileName().toString(), e);
        }
    }

    /// The digest of a file.
    static Digest digest(Path file) {
        return new Digest(Hashes.sha256(file));
    }
}

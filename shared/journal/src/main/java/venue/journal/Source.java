package venue.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import venue.journal.store.Database;

/// A database to restore from: a backup as it stands, or a copy of what was found of a journal,
/// whose own files are not touched.
final class Source implements AutoCloseable {

    /// The files of a SQLite database with a write-ahead log; the third is made anew by a reader.
    private static final List<String> PARTS = List.of(Journal.FILE, Journal.FILE + "-wal");

    final Database db;
    final Origin own;

    private Source(Database db, Origin own) {
        this.db = db;
        this.own = own;
    }

    /// @param scratch an empty folder for the copy
    /// @throws JournalFailure NOTHING_TO_RESTORE, FILE_DAMAGED, WRONG_KEYS
    static Source open(Path from, Path scratch, Setting setting) {
        var db = BackupList.isIn(from)
                ? Database.view(from.resolve(BackupList.read(from).database()))
                : copied(from, scratch);
        try {
            return new Source(db, owner(db, setting));
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    private static Database copied(Path from, Path scratch) {
        if (!Files.isRegularFile(from.resolve(Journal.FILE))) {
            throw JournalFailure.nothingToRestore(from);
        }
        try {
            Files.createDirectories(scratch);
            for (var part : PARTS) {
                Files.deleteIfExists(scratch.resolve(part));
                if (Files.isRegularFile(from.resolve(part))) {
                    Files.copy(from.resolve(part), scratch.resolve(part),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw JournalFailure.disk(from, e);
        }
        return Database.open(scratch.resolve(Journal.FILE));
    }

    /// What a copy would take.
    static long bytes(Path from) {
        return PARTS.stream().mapToLong(part -> Room.size(from.resolve(part))).sum();
    }

    /// The own log of a database that is only read.
    ///
    /// @throws JournalFailure WRONG_KEYS
    static Origin owner(Database db, Setting setting) {
        var owner = setting.device.value() + " " + setting.deviceKey.pub().base64();
        if (!Setting.meta(db, "owner").equals(java.util.Optional.of(owner))) {
            throw JournalFailure.wrongKeys(setting.dir);
        }
        return new Origin(setting.device,
                Setting.meta(db, "generation").map(Integer::parseInt).orElse(1));
    }

    @Override
    public void close() {
        db.close();
    }
}

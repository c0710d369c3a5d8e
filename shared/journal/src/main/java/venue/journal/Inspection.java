package venue.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// Looks at a journal without writing an entry: for `journal verify` and for the technician.
public final class Inspection {

    /// What was found of one log, all of it checked.
    public record Found(Origin origin, long size, Bytes sha256Root, Bytes sm3Root,
            List<Entry> newest) {
        public Found {
            newest = List.copyOf(newest);
        }
    }

    private Inspection() {}

    /// Checks every log in `dir` and gives the `newest` so many entries of each.
    ///
    /// @throws JournalFailure DAMAGED, IN_USE …
    public static List<Found> of(Path dir, JournalKeys keys, DeviceId device, int newest,
            Consumer<Progress> progress) {
        var setting = new Setting(dir, device, keys, Families.house(), InstantSource.system());
        try (var _ = DirectoryLock.take(dir);
                var db = Database.open(dir.resolve(Journal.FILE))) {
            var own = setting.claim(db);
            var origins = new ArrayList<Origin>();
            origins.add(own);
            origins.addAll(LogTable.foreign(db));
            var found = new ArrayList<Found>();
            for (var origin : origins) {
                var log = new Log(setting, db, origin, origin.equals(own));
                new LogCheck(log, progress).run();
                var entries = log.table.rows(Math.max(0, log.size() - newest), log.size()).stream()
                        .map(log::entry).toList();
                found.add(new Found(origin, log.size(), log.tree(TreeHash.SHA256).root(),
                        log.tree(TreeHash.SM3).root(), entries));
            }
            return found;
        }
    }

    /// Checks every log in `dir`, every content against the digests in its leaf, what SQLite says
    /// of its file, and every blob.
    ///
    /// @throws JournalFailure DAMAGED, FILE_DAMAGED, BLOB_DAMAGED, IN_USE …
    public static List<Found> deep(Path dir, JournalKeys keys, DeviceId device,
            Consumer<Progress> progress) {
        var setting = new Setting(dir, device, keys, Families.house(), InstantSource.system());
        try (var _ = DirectoryLock.take(dir);
                var db = Database.open(dir.resolve(Journal.FILE))) {
            if (!db.integrity().isEmpty()) {
                throw JournalFailure.fileDamaged(dir.resolve(Journal.FILE), null);
            }
            var shelf = new Shelf(setting, db, setting.claim(db));
            shelf.check(new Ticker(), progress);
            var found = new ArrayList<Found>();
            for (var log : shelf.logs()) {
                log.table.each(0, log.size(), log::entry);
                found.add(new Found(log.origin, log.size(), log.tree(TreeHash.SHA256).root(),
                        log.tree(TreeHash.SM3).root(), List.of()));
            }
            var tally = new Blobs(setting).check(progress);
            if (!tally.damaged().isEmpty()) {
                throw JournalFailure.blobDamaged(tally.damaged().getFirst().hex(), null);
            }
            return found;
        }
    }

    /// Exports a journal that is not in use, without writing an entry.
    ///
    /// @param tiles whether the trees are written as tiles, too
    /// @param proofs places in the own log to write proofs of
    public static void export(Path dir, JournalKeys keys, DeviceId device, Path out,
            boolean tiles, List<Long> proofs, Consumer<Progress> progress) {
        var setting = new Setting(dir, device, keys, Families.house(), InstantSource.system());
        try (var _ = DirectoryLock.take(dir);
                var db = Database.open(dir.resolve(Journal.FILE))) {
            var shelf = new Shelf(setting, db, setting.claim(db));
            shelf.check(new Ticker(), progress);
            var export = new Export(setting, out);
            export.run(shelf.logs());
            if (tiles) {
                shelf.logs().forEach(export::tiles);
            }
            proofs.forEach(seq -> export.proofFile(shelf.own, seq));
        }
    }
}

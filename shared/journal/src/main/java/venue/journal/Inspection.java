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
}

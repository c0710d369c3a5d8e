package venue.journal;

import java.nio.file.Path;
import java.util.function.Consumer;
import venue.journal.proof.TreeHash;

/// Gives back what the projections no longer need (整理日志文件): folds them anew, lets SQLite write
/// its file anew, and reads every log again; the roots must be what they were. Call under the
/// journal's lock.
final class Compaction {

    private final Setting setting;
    private final Engine engine;

    Compaction(Setting setting, Engine engine) {
        this.setting = setting;
        this.engine = engine;
    }

    /// Does it.
    ///
    /// @return bytes of the file before and after
    /// @throws JournalFailure NO_ROOM before anything is touched; DAMAGED if anything changed
    Compacted run(Consumer<Progress> progress) {
        engine.signing.sign();
        engine.db.tidy();
        var file = setting.dir.resolve(Journal.FILE);
        long before = Room.size(file);
        requireRoom(before);
        engine.shelf.rebuild(progress);
        progress.accept(new Progress("compact", 0, before));
        engine.db.compact();
        for (var log : engine.shelf.logs()) {
            requireSame(log, progress);
        }
        return new Compacted(before, Room.size(file));
    }

    /// What it came to.
    record Compacted(long before, long after) {}

    /// SQLite writes the file anew twice: among the temporary files and in the write-ahead log;
    /// and the projections are there twice for a while.
    private void requireRoom(long bytes) {
        Room.require(setting.dir, Math.multiplyExact(bytes, 2));
        Room.require(Path.of(System.getProperty("java.io.tmpdir", ".")), bytes);
    }

    private void requireSame(Log log, Consumer<Progress> progress) {
        var again = new Log(setting, engine.db, log.origin, log.own);
        new LogCheck(again, progress).run();
        for (var hash : TreeHash.values()) {
            if (again.size() != log.size()
                    || !again.tree(hash).root().equals(log.tree(hash).root())) {
                throw JournalFailure.damaged(log.origin, again.size(), hash.title() + " root");
            }
        }
    }
}

package venue.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.journal.SessionEvent.Sighting;
import venue.journal.projection.Places;
import venue.journal.projection.Projections;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// All logs that one database holds, each checked, and the projections over them.
final class Shelf {

    private static final int PAGE = 2000;

    final Log own;
    final Projections projections;
    private final Setting setting;
    private final Database db;
    private final Map<Origin, Log> logs = new TreeMap<>();

    Shelf(Setting setting, Database db, Origin own) {
        this.setting = setting;
        this.db = db;
        this.own = new Log(setting, db, own, true);
        this.projections = new Projections(db);
        logs.put(own, this.own);
        LogTable.foreign(db)
                .forEach(origin -> logs.put(origin, new Log(setting, db, origin, false)));
    }

    Collection<Log> logs() {
        return logs.values();
    }

    /// Checks every log; the ticker is never behind any of them.
    void check(Ticker ticker, Consumer<Progress> progress) {
        for (var log : logs.values()) {
            new LogCheck(log, progress).run();
            ticker.seen(log.hybrid());
        }
    }

    Log log(Origin origin) {
        var log = logs.get(origin);
        if (log == null) {
            throw JournalFailure.unknownDevice(origin);
        }
        return log;
    }

    /// The entries of one log from `from` on.
    List<Entry> after(Origin origin, long from) {
        var log = log(origin);
        return log.table.rows(from, log.size()).stream().map(log::entry).toList();
    }

    /// Refuses what says that this disk has less than others saw of this very device.
    ///
    /// @throws JournalFailure RESTORED
    void requireNotRestored(LogRange range) {
        var origin = range.origin();
        boolean mine = origin.device().equals(setting.device);
        if (mine && (origin.generation() > own.origin.generation()
                || origin.equals(own.origin) && range.to() > own.size())) {
            throw JournalFailure.restored(origin, own.size(), range.to());
        }
    }

    /// Takes in a range, checked.
    Accepted accept(LogRange range) {
        var origin = range.origin();
        var known = logs.get(origin);
        var log = known == null ? new Log(setting, db, origin, false) : known;
        var added = new Intake(setting, log, range).run(db, projections);
        if (log.size() > 0) {
            logs.put(origin, log);
        }
        return new Accepted(origin, log.size(), added);
    }

    /// What is held of others, for the own log to remember.
    List<Sighting> seen() {
        return logs.values().stream().filter(log -> log != own && log.size() > 0)
                .map(log -> new Sighting(log.origin, log.size(), log.tree(TreeHash.SHA256).root()))
                .toList();
    }

    Map<Origin, Long> cursors() {
        var cursors = new TreeMap<Origin, Long>();
        logs.forEach((origin, log) -> cursors.put(origin, log.size()));
        return cursors;
    }

    /// All entries of a tender in the agreed order.
    List<Entry> entries(TenderId tender) {
        var mine = new ArrayList<Entry>();
        Places.own(db, tender, own.origin, (_, _, row) -> mine.add(own.entry(row)));
        var others = new ArrayList<Entry>();
        Places.others(db, tender, own.origin, (device, generation, row) -> others
                .add(log(new Origin(new DeviceId(device), generation)).entry(row)));
        var all = new ArrayList<Entry>(mine.size() + others.size());
        int next = 0;
        for (var entry : mine) {
            while (next < others.size()
                    && others.get(next).stamp().compareTo(entry.stamp()) < 0) {
                all.add(others.get(next++));
            }
            all.add(entry);
        }
        all.addAll(others.subList(next, others.size()));
        return List.copyOf(all);
    }

    /// Folds all projections anew.
    void rebuild(Consumer<Progress> progress) {
        long total = logs.values().stream().mapToLong(Log::size).sum();
        long done = 0;
        projections.begin();
        for (var log : logs.values()) {
            for (long from = 0; from < log.size(); from += PAGE) {
                long to = Math.min(log.size(), from + PAGE);
                fold(log, log.table.rows(from, to));
                progress.accept(new Progress("rebuild", done + to, total));
            }
            done += log.size();
            db.tidy();
        }
        projections.finished();
    }

    private void fold(Log log, List<LogTable.Row> rows) {
        db.transact(() -> {
            for (var row : rows) {
                projections.entry(Leaf.parse(row.leaf()).stamp(log.origin), log.payload(row));
            }
            return rows.size();
        });
    }
}

package venue.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.domain.base.TenderId;
import venue.journal.SessionEvent.Sighting;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// The journal of a workstation (本机日志): everything that happened here, and what is known from other
/// workstations. Entries are added, never changed; when [#append] returns they are on the disk
/// and under a signed checkpoint. Safe for use by several threads; never call it on the screen's
/// thread.
public final class Journal implements AutoCloseable {

    static final String FILE = "journal.db";
    private static final int TIDY_EVERY = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Setting setting;
    private final DirectoryLock directory;
    private final Database db;
    private final Log own;
    private final Map<Origin, Log> logs = new TreeMap<>();
    private final Ticker ticker = new Ticker();
    private final Watchers watchers = new Watchers();
    private final Writing writing;
    private final Blobs blobs;
    private boolean closed;
    private long tidied;

    private Journal(Setting setting, DirectoryLock directory, Database db,
            Consumer<Progress> progress) {
        this.setting = setting;
        this.directory = directory;
        this.db = db;
        this.own = new Log(setting, db, new Origin(setting.device, 1));
        this.writing = new Writing(setting, db, own, ticker);
        this.blobs = new Blobs(setting);
        logs.put(own.origin, own);
        LogTable.foreign(db).forEach(origin -> logs.put(origin, new Log(setting, db, origin)));
        for (var log : logs.values()) {
            new LogCheck(log, progress).run();
            ticker.seen(log.hybrid());
        }
        tidied = own.size();
        writing.begin(Receipts.newest(own), seen());
    }

    /// Opens (or begins) the journal in `dir`, checks every entry anew, and starts a session.
    ///
    /// @throws JournalFailure DAMAGED, READ_ONLY, IN_USE, DISK_FULL …
    public static Journal open(Path dir, JournalKeys keys, DeviceId device, InstantSource clock,
            Consumer<Progress> progress) {
        return open(dir, keys, device, clock, progress, Families.house());
    }

    /// The same with chosen families of events.
    public static Journal open(Path dir, JournalKeys keys, DeviceId device, InstantSource clock,
            Consumer<Progress> progress, Families families) {
        var setting = new Setting(dir, device, keys, families, clock);
        var directory = DirectoryLock.take(dir);
        Database db = null;
        try {
            db = Database.open(dir.resolve(FILE));
            setting.claim(db);
            return new Journal(setting, directory, db, progress);
        } catch (RuntimeException e) {
            if (db != null) {
                db.close();
            }
            directory.close();
            throw e;
        }
    }

    /// Writes all facts or none. When this returns they are on the disk, under a signed checkpoint.
    public List<Entry> append(Author who, List<? extends Fact> facts) {
        return locked(() -> {
            var entries = writing.append(who, facts, seen());
            tidy();
            watchers.tell(entries);
            return entries;
        });
    }

    /// All entries of a tender, own and foreign, in the agreed order.
    public List<Entry> entries(TenderId tender) {
        return locked(() -> {
            var entries = new ArrayList<Entry>();
            for (var place : LogTable.places(db, tender)) {
                entries.add(entry(place.origin(), place.seq()));
            }
            return List.copyOf(entries);
        });
    }

    /// The entries of one log from `from` on.
    public List<Entry> after(Origin origin, long from) {
        return locked(() -> {
            var log = log(origin);
            return log.table.rows(from, log.size()).stream().map(log::entry).toList();
        });
    }

    private Entry entry(Origin origin, long seq) {
        var log = log(origin);
        return log.entry(log.table.rows(seq, seq + 1).getFirst());
    }

    /// How far the own log has come.
    public Head head() {
        return locked(writing::head);
    }

    /// Number of own leaves.
    public long size() {
        return locked(own::size);
    }

    /// The own log.
    public Origin origin() {
        return own.origin;
    }

    /// Per log, how many leaves are held: what to ask peers for next.
    public Map<Origin, Long> cursors() {
        return locked(() -> {
            var cursors = new TreeMap<Origin, Long>();
            logs.forEach((origin, log) -> cursors.put(origin, log.size()));
            return cursors;
        });
    }

    /// Up to `max` leaves of a log from `from` on, for a peer cleared up to `peer`.
    public LogRange range(Origin origin, long from, int max, Audience peer) {
        return locked(() -> Outlet.range(log(origin), from, max, peer));
    }

    /// Takes in a range of another device's log. Taking the same again changes nothing.
    ///
    /// @throws JournalFailure GAP, UNKNOWN_DEVICE, BAD_RANGE, CLOCK_AHEAD, FORK, RESTORED
    public Accepted accept(LogRange range) {
        return locked(() -> {
            var origin = range.origin();
            if (origin.equals(own.origin) && range.to() > own.size()) {
                throw JournalFailure.restored(origin, own.size(), range.to());
            }
            var log = logs.containsKey(origin) ? log(origin) : new Log(setting, db, origin);
            try {
                var added = new Intake(setting, log, range).run(db);
                if (log.size() > 0) {
                    logs.put(origin, log);
                }
                ticker.seen(log.hybrid());
                watchers.tell(added);
                return new Accepted(origin, log.size(), added);
            } catch (Intake.Fork fork) {
                append(Author.station(setting.device), List.of(fork.seen));
                throw JournalFailure.fork(origin, fork.seen.seq());
            }
        });
    }

    /// Keeps a countersignature under a checkpoint of a log that is held.
    ///
    /// @throws JournalFailure UNKNOWN_WITNESS, BAD_RECEIPT
    public void receipt(Origin origin, Receipt receipt) {
        locked(() -> {
            Receipts.take(setting, db, log(origin), receipt);
            return receipt;
        });
    }

    /// The countersignatures of the own log, oldest first.
    public List<Receipt> receipts() {
        return locked(() -> Receipts.of(own));
    }

    /// Own leaves that no witness has countersigned yet.
    public long unsent() {
        return locked(() -> Receipts.missing(own));
    }

    /// Calls `watcher` after each commit, own or foreign, on a thread of the journal; the answer
    /// ends that.
    public Runnable watch(Consumer<List<Entry>> watcher) {
        return watchers.add(watcher);
    }

    /// From now on the logs of `other` are accepted if this key signed them.
    public void learnDevice(DeviceId other, Bytes publicKey) {
        setting.learn(other, publicKey);
    }

    /// The key by which logs of `other` are accepted, if one was entered.
    public Optional<Bytes> deviceKey(DeviceId other) {
        return setting.keyOf(other);
    }

    /// From now on this witness's countersignatures are kept.
    public void learnWitness(VerifierKey witness) {
        setting.learn(witness);
    }

    /// The key by which countersignatures of the witness `name` are kept, if one was entered.
    public Optional<VerifierKey> witnessKey(String name) {
        return setting.witness(name);
    }

    /// The key that others check this journal's checkpoints with.
    public VerifierKey verifierKey() {
        return new VerifierKey(own.origin.name(), VerifierKey.Kind.ED25519,
                setting.deviceKey.pub());
    }

    /// The proof that leaf `seq` of the own log stands under the newest checkpoint
    /// (`c2sp.org/tlog-proof@v1`).
    public String proof(long seq) {
        return locked(() -> Export.proof(own, seq));
    }

    /// Writes all logs as files that a stranger can check (handbook: formats-journal.md), without
    /// what is for the own desk only.
    public Path export(Path dir) {
        return locked(() -> new Export(setting, dir).run(logs.values()));
    }

    /// The files that entries speak of by their digest.
    public Blobs blobs() {
        return blobs;
    }

    private List<Sighting> seen() {
        return logs.values().stream().filter(log -> log != own && log.size() > 0)
                .map(log -> new Sighting(log.origin, log.size(), log.tree(TreeHash.SHA256).root()))
                .toList();
    }

    private Log log(Origin origin) {
        var log = logs.get(origin);
        if (log == null) {
            throw JournalFailure.unknownDevice(origin);
        }
        return log;
    }

    private void tidy() {
        if (own.size() - tidied >= TIDY_EVERY) {
            db.tidy();
            tidied = own.size();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw JournalFailure.closed();
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the session and moves everything into the database file. Closing twice does nothing.
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                try {
                    writing.end(seen());
                    db.tidy();
                } finally {
                    watchers.close();
                    db.close();
                    directory.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}

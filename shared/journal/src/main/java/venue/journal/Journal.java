package venue.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import venue.crypto.Bytes;
import venue.crypto.Token;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.TenderId;
import venue.journal.keeping.DiskForecast;
import venue.journal.projection.BlobUses;
import venue.journal.projection.Places;
import venue.journal.proof.VerifierKey;
import venue.journal.store.Database;

/// The journal of a workstation (本机日志): everything that happened here, and what is known from other
/// workstations. Entries are added, never changed; when [#append] returns they are on the disk,
/// and a signed checkpoint follows. Safe for use by several threads; never call it on the screen's
/// thread.
public final class Journal implements AutoCloseable {

    static final String FILE = "journal.db";

    private final ReentrantLock lock = new ReentrantLock();
    private final Setting setting;
    private final DirectoryLock directory;
    private final Engine engine;
    private final Log own;
    private final Watchers watchers = new Watchers();
    private final Appending appending = new Appending(lock, this::write);
    private final Blobs blobs;
    private boolean closed;

    private Journal(Setting setting, DirectoryLock directory, Database db, HeadMemory memory,
            Consumer<Progress> progress) {
        this.setting = setting;
        this.directory = directory;
        this.engine = new Engine(setting, db, memory, lock);
        this.own = engine.own;
        this.blobs = new Blobs(setting);
        engine.start(setting, memory, blobs, progress);
        directory.force(setting.dir);
    }

    /// Opens (or begins) the journal in `dir`, checks every entry anew, and starts a session.
    ///
    /// @throws JournalFailure DAMAGED, ROLLED_BACK, GONE, READ_ONLY, IN_USE, DISK_FULL …
    public static Journal open(Path dir, JournalKeys keys, DeviceId device, InstantSource clock,
            Consumer<Progress> progress) {
        return open(Folder.of(dir), keys, device, clock, progress, Families.house());
    }

    /// The same with chosen families of events.
    public static Journal open(Path dir, JournalKeys keys, DeviceId device, InstantSource clock,
            Consumer<Progress> progress, Families families) {
        return open(Folder.of(dir), keys, device, clock, progress, families);
    }

    /// The same in a folder whose memory stands elsewhere.
    public static Journal open(Folder folder, JournalKeys keys, DeviceId device,
            InstantSource clock, Consumer<Progress> progress, Families families) {
        var setting = new Setting(folder.dir(), device, keys, families, clock);
        var memory = new HeadMemory(folder.memory());
        var directory = DirectoryLock.take(folder.dir());
        try {
            Swap.finish(folder);
            Beginning.requireThere(folder, memory, setting);
            var db = Database.open(folder.database());
            try {
                return new Journal(setting, directory, db, memory, progress);
            } catch (RuntimeException e) {
                db.closeAfter(e);
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Writes all facts or none. When this returns they are on the disk; a signed checkpoint over
    /// them follows within a moment, or at once when [#head], a range or a proof is asked for.
    /// Callers at the same time share one transaction.
    public List<Entry> append(Author who, List<? extends Fact> facts) {
        return facts.isEmpty() ? List.of() : appending.append(engine.writing, who, facts);
    }

    private List<Entry> write(List<Writing.Draft> drafts) {
        requireOpen();
        var entries = engine.write(drafts);
        watchers.tell(entries);
        return entries;
    }

    /// The person who works here certifies the key of this session with a token: from now on
    /// nobody who merely holds this disk can make another history of the session.
    public void certify(Author who, Token operator) {
        append(who, List.of(locked(
                () -> engine.writing.session().certified(who.person(), operator, setting.now()))));
    }

    /// All entries of a tender, own and foreign, in the agreed order.
    public List<Entry> entries(TenderId tender) {
        return locked(() -> engine.shelf.entries(tender));
    }

    /// The entries of one log from `from` on.
    public List<Entry> after(Origin origin, long from) {
        return locked(() -> engine.shelf.after(origin, from));
    }

    /// Shows every entry of the own log, in order, without keeping them.
    public void scan(Consumer<Entry> reader) {
        locked(() -> {
            own.table.each(0, own.size(), row -> reader.accept(own.entry(row)));
            return own;
        });
    }

    /// Folds all projections anew from the logs.
    public void rebuild(Consumer<Progress> progress) {
        locked(() -> {
            engine.shelf.rebuild(progress);
            return own;
        });
    }

    /// The tenders that this workstation knows, the one written to last first.
    public List<KnownTender> tenders() {
        return locked(() -> Places.tenders(engine.db));
    }

    /// The digests that the entries of a tender name.
    public List<Digest> digests(TenderId tender) {
        return locked(() -> BlobUses.of(engine.db, tender));
    }

    /// How far the own log has come, signed.
    public Head head() {
        return locked(engine::head);
    }

    /// Why nothing can be written or signed at the moment; empty while all is well.
    public Optional<JournalFailure> trouble() {
        return locked(engine::trouble);
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
        return locked(engine.shelf::cursors);
    }

    /// Up to `max` leaves of a log from `from` on, for a peer cleared up to `peer`.
    public LogRange range(Origin origin, long from, int max, Audience peer) {
        return locked(() -> {
            if (origin.equals(own.origin)) {
                engine.signing.sign();
            }
            return Outlet.range(engine.shelf.log(origin), from, max, peer);
        });
    }

    /// Takes in a range of another log. Taking the same again changes nothing. An older
    /// generation of this very device is another log: what a restored disk lacks comes back so.
    ///
    /// @throws JournalFailure GAP, UNKNOWN_DEVICE, BAD_RANGE, CLOCK_AHEAD, FORK, RESTORED
    public Accepted accept(LogRange range) {
        return locked(() -> {
            try {
                var accepted = engine.accept(range);
                watchers.tell(accepted.added());
                return accepted;
            } catch (Intake.Fork fork) {
                append(Author.station(setting.device), List.of(fork.seen));
                throw JournalFailure.fork(range.origin(), fork.seen.seq());
            }
        });
    }

    /// Keeps a countersignature under a checkpoint of a log that is held.
    ///
    /// @throws JournalFailure UNKNOWN_WITNESS, BAD_RECEIPT
    public void receipt(Origin origin, Receipt receipt) {
        locked(() -> {
            Receipts.take(setting, engine.db, engine.shelf.log(origin), receipt);
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

    /// The SM2 key that others may check this journal's checkpoints with, too.
    public VerifierKey sm2VerifierKey() {
        return new VerifierKey(own.origin.name(), VerifierKey.Kind.SM2, setting.sm2Key.pub());
    }

    /// The key that others check this journal's checkpoints with.
    public VerifierKey verifierKey() {
        return new VerifierKey(own.origin.name(), VerifierKey.Kind.ED25519,
                setting.deviceKey.pub());
    }

    /// The proof that leaf `seq` of the own log stands under the newest checkpoint
    /// (`c2sp.org/tlog-proof@v1`).
    public String proof(long seq) {
        return locked(() -> {
            engine.signing.sign();
            return Export.proof(own, seq);
        });
    }

    /// Writes all logs as files that a stranger can check (handbook: formats-journal.md), without
    /// what is for the own desk only.
    public Path export(Path dir) {
        return locked(() -> {
            engine.signing.sign();
            return new Export(setting, dir).run(engine.shelf.logs());
        });
    }

    /// Copies this journal, in use as it is, into a folder on another disk, and reads the copy
    /// back before it answers; see [Backup#write].
    public Backup.Made backup(Path target, Consumer<Progress> progress) {
        return Backup.write(this, target, progress);
    }

    /// Folds the projections anew and gives unused room back to the disk; no entry changes.
    ///
    /// @throws JournalFailure NO_ROOM, DAMAGED
    public void compact(Consumer<Progress> progress) {
        inside((set, parts) -> new Compaction(set, parts).run(progress));
    }

    /// When the disk of this journal will be full.
    public DiskForecast forecast() {
        return locked(engine.sampling::look);
    }

    /// What is done with the whole, under the lock.
    <T> T inside(BiFunction<Setting, Engine, T> work) {
        return locked(() -> work.apply(setting, engine));
    }

    /// The files that entries speak of by their digest.
    public Blobs blobs() {
        return blobs;
    }

    private void requireOpen() {
        if (closed) {
            throw JournalFailure.closed();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            requireOpen();
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
                    engine.end();
                } finally {
                    watchers.close();
                    directory.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}

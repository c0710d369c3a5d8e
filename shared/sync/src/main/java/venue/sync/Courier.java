package venue.sync;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Hashes;
import venue.crypto.Progress;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.journal.Journal;
import venue.journal.Origin;
import venue.journal.Receipt;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.sync.wire.Handover;
import venue.words.Failure;

/// Keeps a desk's journal and the centre equal in the background (同步信使). It is a reader of the
/// journal and holds no truth: whatever breaks off, the next round finds out what is missing and
/// goes on. Every method may be called from any thread but the screen's, [#status] and [#kick]
/// from that too.
public final class Courier implements AutoCloseable {

    /// How often to look when nothing happens here, and how long to wait after failures.
    public record Pace(Duration idle, Duration firstRetry, Duration lastRetry) {
        /// For a hall.
        public static final Pace HALL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1),
                Duration.ofSeconds(60));
    }

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Journal journal;
    private final Link link;
    private final InstantSource clock;
    private final Pace pace;
    private final CentreLine line;
    private final Backoff backoff;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("courier").factory());
    private final List<Consumer<SyncStatus>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<ClockReading>> clocks = new CopyOnWriteArrayList<>();
    private final Set<Origin> forked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean kicked = new AtomicBoolean();
    private final ReentrantLock statusTurn = new ReentrantLock();
    private volatile Optional<Receipt> last;
    private volatile SyncStatus status;
    private volatile boolean closed;
    private @Nullable Runnable unwatch;
    private @Nullable Future<?> next;

    /// A courier that waits for [#start] or [#round].
    public Courier(Journal journal, Link link, InstantSource clock) {
        this(journal, link, clock, Pace.HALL);
    }

    /// The same with another pace.
    public Courier(Journal journal, Link link, InstantSource clock, Pace pace) {
        this.journal = journal;
        this.link = link;
        this.clock = clock;
        this.pace = pace;
        this.line = link.open();
        this.backoff = new Backoff(pace.firstRetry(), pace.lastRetry(),
                RandomGenerator.getDefault());
        this.last = lastReceipt();
        this.status = new SyncStatus(false, journal.unsent(), clock.instant(),
                last.map(Receipt::size).orElse(0L), last.map(Courier::time), "NEVER",
                line.address());
    }

    /// Begins rounds in the background: now, after each own entry, and every now and then.
    public synchronized void start() {
        if (unwatch == null && !closed) {
            unwatch = journal.watch(entries -> {
                boolean own = entries.stream()
                        .anyMatch(entry -> entry.stamp().origin().equals(journal.origin()));
                if (own && !closed) {
                    entriesAdded();
                }
            });
            kick();
        }
    }

    private void entriesAdded() {
        statusTurn.lock();
        try {
            show(status.online(), status.message(), status.detail());
        } finally {
            statusTurn.unlock();
        }
        if (status.online()) {
            kick();
        }
    }

    /// Asks for a round as soon as possible, even if the centre was not reached a moment ago.
    public void kick() {
        if (!closed && kicked.compareAndSet(false, true)) {
            try {
                rounds.execute(this::background);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed meanwhile", e);
            }
        }
    }

    /// Does one round now and tells what it came to.
    public CompletionStage<Round> round() {
        return CompletableFuture.supplyAsync(this::go, rounds);
    }

    private void background() {
        kicked.set(false);
        boolean whole = false;
        try {
            whole = go().complete();
        } finally {
            schedule(whole ? pace.idle() : backoff.next());
        }
    }

    private synchronized void schedule(Duration wait) {
        if (next != null) {
            next.cancel(false);
        }
        if (!closed) {
            next = rounds.schedule(this::background, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Round go() {
        var exchange = new Exchange(journal, line, link, forked,
                reading -> clocks.forEach(each -> each.accept(reading)));
        try {
            var outcome = exchange.run();
            backoff.reset();
            ended(true, outcome.message(), outcome.detail());
            return new Round(true, outcome.pushed(), outcome.pulled(), status.lastReceiptSize(),
                    outcome.message());
        } catch (SyncFailure e) {
            LOG.info("round broke off: {}", e.code());
            var online = switch (e.code()) {
                case SyncFailure.OFFLINE, SyncFailure.UNTRUSTED -> false;
                default -> true;
            };
            ended(online, e.code(), line.address());
            return new Round(false, 0, 0, status.lastReceiptSize(), e.code());
        } catch (Failure e) {
            if (closed) {
                return new Round(false, 0, 0, status.lastReceiptSize(), "CLOSED");
            }
            LOG.error("round broke off: {}", e.code(), e);
            ended(status.online(), "JOURNAL", e.what());
            return new Round(false, 0, 0, status.lastReceiptSize(), "JOURNAL");
        } catch (RuntimeException bug) {
            LOG.error("a bug broke off the round", bug);
            ended(status.online(), "BUG", bug.getClass().getSimpleName());
            throw bug;
        }
    }

    /// A round has ended: only here do receipts come, so that they are not read at every entry.
    private void ended(boolean online, String message, String detail) {
        last = lastReceipt();
        show(online, message, detail);
    }

    private void show(boolean online, String message, String detail) {
        statusTurn.lock();
        try {
            var old = status;
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            status = new SyncStatus(online, journal.unsent(),
                    online == old.online() ? old.since() : now,
                    last.map(Receipt::size).orElse(0L), last.map(Courier::time), message, detail);
            if (!status.equals(old)) {
                watchers.forEach(watcher -> watcher.accept(status));
            }
        } finally {
            statusTurn.unlock();
        }
    }

    private Optional<Receipt> lastReceipt() {
        return journal.receipts().stream().filter(r -> r.hash() == TreeHash.SHA256)
                .max(Comparator.comparingLong(Receipt::size));
    }

    /// The witness's time in a cosignature line: eight bytes after the key's id.
    private static Instant time(Receipt receipt) {
        var signature = Note.Line.parse(receipt.line()).signature().array();
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature, 4, 8).getLong());
    }

    /// How things stand. Never waits.
    public SyncStatus status() {
        return status;
    }

    /// Hears each change of the status, on the courier's thread; the answer ends that.
    public Runnable watch(Consumer<SyncStatus> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Hears each signed time of the centre, on the courier's thread; the answer ends that.
    public Runnable onClock(Consumer<ClockReading> listener) {
        clocks.add(listener);
        return () -> clocks.remove(listener);
    }

    /// Everything that the centre holds ready for this station.
    public List<Assignment> assignments() {
        return line.tasks().tasks().stream().map(Assignment::of).toList();
    }

    /// The file of a task, whole and with the right hash, in `dir` under its own name. Goes on
    /// where an earlier try broke off.
    public Path fetch(Assignment task, Path dir, Progress progress) {
        return new BlobLine(line).fetch(task.sha256(), task.size(), dir, task.name(), progress);
    }

    /// Uploads a file and lays it ready for all devices of `kinds` that work on the tender. Goes on
    /// where an earlier try broke off; the same again changes nothing.
    public void deliver(Path file, String kind, TenderId tender, String title,
            Collection<DeviceKind> kinds, Progress progress) {
        var sums = Hashes.both(file);
        new BlobLine(line).put(file, new Digest(sums.sha256()), sums.size(), progress);
        line.handOver(new Handover(kind, tender.value(), title,
                String.valueOf(file.getFileName()), sums.sha256(),
                kinds.stream().map(DeviceKind::name).sorted().toList(), List.of()));
    }

    /// Ends the rounds; one under way is broken off, which loses nothing. Close it before the
    /// journal.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (unwatch != null) {
                unwatch.run();
                unwatch = null;
            }
        }
        rounds.shutdownNow();
        line.close();
        try {
            if (!rounds.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a round did not end within five seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

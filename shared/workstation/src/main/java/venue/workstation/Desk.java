package venue.workstation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Decision.Accepted;
import venue.domain.base.Fact;
import venue.domain.base.Refusal;
import venue.domain.base.Rules;
import venue.domain.base.TenderId;
import venue.journal.Author;
import venue.journal.Entry;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.Stamp;

/// The only place where something happens: one command at a time, written before it is believed.
/// The state is the fold over own and foreign entries in the agreed order.
///
/// @param <S> state
/// @param <C> command
/// @param <E> event
/// @param <R> refusal
public final class Desk<S, C, E extends Fact, R extends Refusal> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Rules<S, C, E, R> rules;
    private final Class<E> family;
    private final Journal journal;
    private final TenderId tender;
    private final InstantSource clock;
    private final ExecutorService executor = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("desk").factory());
    private final ThreadLocal<Boolean> here = ThreadLocal.withInitial(() -> false);
    private final List<Consumer<S>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<StationFailure>> alarms = new CopyOnWriteArrayList<>();
    private final Runnable unwatch;
    private volatile S state;
    private volatile @Nullable StationFailure stopped;
    private @Nullable Stamp last;
    private long ownSeq = -1;

    /// A desk for one tender; its state begins as the journal tells.
    public Desk(Rules<S, C, E, R> rules, Class<E> family, Journal journal, TenderId tender,
            InstantSource clock) {
        this.rules = rules;
        this.family = family;
        this.journal = journal;
        this.tender = tender;
        this.clock = clock;
        this.state = rules.beginning();
        this.unwatch = journal.watch(this::arrived);
        onDesk(() -> {
            refold();
            return true;
        });
    }

    /// Decides `command` and, if it is lawful, returns when its events are on the disk.
    ///
    /// @throws StationFailure DESK_STOPPED if writing fails, now or before
    public Decision<E, R> submit(C command, Acting who) {
        return onDesk(() -> decide(command, who));
    }

    /// The same without waiting.
    public CompletionStage<Decision<E, R>> ask(C command, Acting who) {
        return CompletableFuture.supplyAsync(() -> marked(() -> decide(command, who)), executor);
    }

    /// What would be decided, without doing it: the answer to "why not?".
    public Decision<E, R> would(C command, Acting who) {
        return rules.decide(state, command, who, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// How things stand.
    public S state() {
        return state;
    }

    /// The tender this desk works on.
    public TenderId tender() {
        return tender;
    }

    /// Tells `watcher` how things stand, now and after every change, on the desk's thread; the
    /// answer ends that.
    public Runnable watch(Consumer<S> watcher) {
        onDesk(() -> {
            watchers.add(watcher);
            watcher.accept(state);
            return true;
        });
        return () -> watchers.remove(watcher);
    }

    /// Tells `alarm` when the desk stops taking commands; the answer ends that.
    public Runnable watchStop(Consumer<StationFailure> alarm) {
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /// Why no command is taken any more; empty while all is well.
    public Optional<StationFailure> stopped() {
        return Optional.ofNullable(stopped);
    }

    /// After the trouble has been removed: believes what the journal holds and works on.
    public void resume() {
        onDesk(() -> {
            refold();
            stopped = null;
            tell();
            return true;
        });
    }

    private Decision<E, R> decide(C command, Acting who) {
        var trouble = stopped;
        if (trouble != null) {
            throw trouble;
        }
        var decision = would(command, who);
        if (decision instanceof Accepted<E, R>(var events) && !events.isEmpty()) {
            believe(append(who, events));
        }
        return decision;
    }

    private List<Entry> append(Acting who, List<E> events) {
        try {
            return journal.append(Author.of(who, tender), events);
        } catch (JournalFailure e) {
            throw stop(e);
        }
    }

    private void believe(List<Entry> entries) {
        boolean changed;
        try {
            changed = fold(entries);
        } catch (RuntimeException e) {
            throw stop(e);
        }
        if (changed) {
            tell();
        }
    }

    private StationFailure stop(RuntimeException cause) {
        LOG.error("desk.stopped", cause);
        var failure = StationFailure.deskStopped(cause);
        stopped = failure;
        alarms.forEach(alarm -> alarm.accept(failure));
        return failure;
    }

    private void arrived(List<Entry> entries) {
        var news = entries.stream().filter(this::isOurs).toList();
        if (news.isEmpty() || executor.isShutdown()) {
            return;
        }
        executor.execute(() -> marked(() -> {
            if (stopped == null && !executor.isShutdown()) {
                try {
                    believe(news);
                } catch (StationFailure e) {
                    LOG.debug("desk.stopped by what arrived", e);
                }
            }
            return true;
        }));
    }

    private boolean isOurs(Entry entry) {
        return entry.stamp().tender().equals(tender) && family.isInstance(entry.fact());
    }

    /// Folds entries in if they are the newest; otherwise begins anew in the agreed order. Own
    /// entries that were folded when they were written are passed over.
    private boolean fold(List<Entry> entries) {
        boolean changed = false;
        for (var entry : entries) {
            if (isFolded(entry.stamp())) {
                continue;
            }
            changed = true;
            var before = last;
            if (before != null && entry.stamp().compareTo(before) <= 0) {
                refold();
                return true;
            }
            state = rules.after(state, family.cast(entry.fact()));
            folded(entry.stamp());
        }
        return changed;
    }

    private boolean isFolded(Stamp stamp) {
        return stamp.origin().equals(journal.origin()) && stamp.seq() <= ownSeq;
    }

    private void folded(Stamp stamp) {
        last = stamp;
        if (stamp.origin().equals(journal.origin())) {
            ownSeq = Math.max(ownSeq, stamp.seq());
        }
    }

    private void refold() {
        var fresh = rules.beginning();
        last = null;
        for (var entry : journal.entries(tender)) {
            if (isOurs(entry)) {
                fresh = rules.after(fresh, family.cast(entry.fact()));
                folded(entry.stamp());
            }
        }
        state = fresh;
    }

    private void tell() {
        var now = state;
        watchers.forEach(watcher -> watcher.accept(now));
    }

    private <T> T onDesk(Supplier<T> work) {
        if (here.get()) {
            return work.get();
        }
        try {
            return CompletableFuture.supplyAsync(() -> marked(work), executor).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                cause.addSuppressed(e);
                throw cause;
            }
            throw e;
        }
    }

    private <T> T marked(Supplier<T> work) {
        here.set(true);
        try {
            return work.get();
        } finally {
            here.set(false);
        }
    }

    /// Takes no further command; what was asked for is finished first.
    @Override
    public void close() {
        unwatch.run();
        executor.shutdown();
    }
}

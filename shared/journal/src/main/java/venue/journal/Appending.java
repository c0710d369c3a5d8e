package venue.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import venue.domain.base.Fact;

/// Brings those who write at the same time into one transaction: everybody makes ready what is to
/// be written, one of them leads and writes for all who wait, and all hear of it when it is on the
/// disk.
final class Appending {

    private static final int FACTS_MOST = 2048;

    private final ReentrantLock lock;
    private final Function<List<Writing.Draft>, List<Entry>> writing;
    private final Queue<Request> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /// What one caller wants written, all of it or none.
    private static final class Request {
        final List<Writing.Draft> drafts;
        final Thread caller = Thread.currentThread();
        private volatile @Nullable List<Entry> entries;
        private volatile @Nullable Throwable failure;

        Request(List<Writing.Draft> drafts) {
            this.drafts = drafts;
        }

        boolean isDone() {
            return entries != null || failure != null;
        }

        List<Entry> result() {
            switch (failure) {
                case null -> {
                }
                case RuntimeException trouble -> throw trouble;
                case Error trouble -> throw trouble;
                default -> throw new IllegalStateException(failure);
            }
            return java.util.Objects.requireNonNull(entries);
        }
    }

    /// @param writing writes drafts in one transaction; called under the lock
    Appending(ReentrantLock lock, Function<List<Writing.Draft>, List<Entry>> writing) {
        this.lock = lock;
        this.writing = writing;
    }

    /// How many callers wait to be written.
    int waiting() {
        return queue.size();
    }

    /// Returns when the facts are on the disk. Waiting cannot be interrupted: whether something
    /// was written must not be left open.
    List<Entry> append(Writing end, Author who, List<? extends Fact> facts) {
        var drafts = new ArrayList<Writing.Draft>(facts.size());
        facts.forEach(fact -> drafts.add(end.draft(who, fact)));
        if (lock.isHeldByCurrentThread()) {
            return writing.apply(drafts);
        }
        var request = new Request(drafts);
        queue.add(request);
        boolean interrupted = false;
        while (!request.isDone()) {
            if (led.compareAndSet(false, true)) {
                lead(request);
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return request.result();
    }

    /// Writes until the leader's own facts are written; then somebody who still waits leads.
    private void lead(Request own) {
        try {
            lock.lock();
            try {
                while (!own.isDone()) {
                    writeWaiting();
                }
            } finally {
                lock.unlock();
            }
        } finally {
            led.set(false);
            var next = queue.peek();
            if (next != null) {
                LockSupport.unpark(next.caller);
            }
        }
    }

    private void writeWaiting() {
        var requests = new ArrayList<Request>();
        var drafts = new ArrayList<Writing.Draft>();
        while (!queue.isEmpty() && drafts.size() < FACTS_MOST) {
            var next = queue.remove();
            requests.add(next);
            drafts.addAll(next.drafts);
        }
        try {
            var entries = writing.apply(drafts);
            int from = 0;
            for (var request : requests) {
                int to = from + request.drafts.size();
                request.entries = List.copyOf(entries.subList(from, to));
                LockSupport.unpark(request.caller);
                from = to;
            }
        } catch (RuntimeException | Error e) {
            for (var request : requests) {
                request.failure = e;
                LockSupport.unpark(request.caller);
            }
        }
    }
}

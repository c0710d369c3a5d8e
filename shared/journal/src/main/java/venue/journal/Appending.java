package venue.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import venue.domain.base.Fact;

/// Brings those who write at the same time into one transaction: everybody makes ready what is to
/// be written, whoever gets the lock first writes for all who wait, and all hear of it when it is
/// on the disk.
final class Appending {

    private static final int FACTS_MOST = 2048;

    private final ReentrantLock lock;
    private final Function<List<Writing.Draft>, List<Entry>> writing;
    private final Queue<Request> queue = new ConcurrentLinkedQueue<>();

    /// What one caller wants written, all of it or none.
    private static final class Request {
        final List<Writing.Draft> drafts;
        private @Nullable List<Entry> entries;
        private @Nullable RuntimeException failure;

        Request(List<Writing.Draft> drafts) {
            this.drafts = drafts;
        }

        boolean isDone() {
            return entries != null || failure != null;
        }

        List<Entry> result() {
            if (failure != null) {
                throw failure;
            }
            return java.util.Objects.requireNonNull(entries);
        }
    }

    /// @param writing writes drafts in one transaction; called under the lock
    Appending(ReentrantLock lock, Function<List<Writing.Draft>, List<Entry>> writing) {
        this.lock = lock;
        this.writing = writing;
    }

    /// Returns when the facts are on the disk.
    List<Entry> append(Writing end, Author who, List<? extends Fact> facts) {
        var drafts = new ArrayList<Writing.Draft>(facts.size());
        facts.forEach(fact -> drafts.add(end.draft(who, fact)));
        var request = new Request(drafts);
        queue.add(request);
        lock.lock();
        try {
            while (!request.isDone()) {
                writeWaiting();
            }
            return request.result();
        } finally {
            lock.unlock();
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
                from = to;
            }
        } catch (RuntimeException e) {
            requests.forEach(request -> request.failure = e);
        }
    }
}

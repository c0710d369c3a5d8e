package venue.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Tells others of new entries, one batch after the other, on a thread of its own.
final class Watchers implements AutoCloseable {

    private final List<Consumer<List<Entry>>> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("journal-watch").factory());

    Runnable add(Consumer<List<Entry>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void tell(List<Entry> entries) {
        if (!entries.isEmpty() && !watchers.isEmpty()) {
            teller.execute(() -> watchers.forEach(watcher -> watcher.accept(entries)));
        }
    }

    @Override
    public void close() {
        watchers.clear();
        teller.shutdown();
    }
}

package venue.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// Signs checkpoints over what is committed: a fifth of a second after the first entry that none
/// covers, and at once when somebody asks for one. Signing costs more than appending, so entries
/// that come close together share a checkpoint (decision 0028).
final class Signing implements AutoCloseable {

    private static final long DELAY_MILLIS = 200;

    private final Database db;
    private final Log own;
    private final Session session;
    private final HeadMemory memory;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("journal-sign").factory());
    private final Runnable signLater;
    private long signed = -1;
    private @Nullable Future<?> waiting;
    private @Nullable JournalFailure trouble;

    /// @param signLater takes the journal's lock and calls [#sign]
    Signing(Database db, Log own, Session session, HeadMemory memory, Runnable signLater) {
        this.db = db;
        this.own = own;
        this.session = session;
        this.memory = memory;
        this.signLater = signLater;
    }

    /// Entries were committed. Call under the journal's lock.
    void grown() {
        var before = waiting;
        if (before != null && before.state() == Future.State.FAILED) {
            throw new IllegalStateException(before.exceptionNow());
        }
        if (before == null && !timer.isShutdown()) {
            waiting = timer.schedule(signLater, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Signs and keeps checkpoints of both trees if there is none over the newest entry. Call under
    /// the journal's lock.
    void sign() {
        waiting = null;
        if (signed == own.size()) {
            return;
        }
        var notes = new ArrayList<Note>();
        for (var hash : TreeHash.values()) {
            notes.add(session.sign(new Note(own.checkpoint(hash).body(), List.of())));
        }
        // first the memory: a checkpoint in the database is always remembered, too
        memory.write(notes.getFirst());
        db.transact(() -> {
            for (var hash : TreeHash.values()) {
                own.table.sign(new LogTable.Signed(hash.code(), own.size(),
                        notes.get(hash.code()).text()));
            }
            return notes.size();
        });
        signed = own.size();
        trouble = null;
    }

    /// The same from the timer: nobody is there to hear of a failure, so it is kept for whoever
    /// comes next.
    void signQuietly() {
        try {
            sign();
        } catch (JournalFailure e) {
            trouble = e;
        }
    }

    /// Why the last checkpoint could not be signed, if so.
    @Nullable
    JournalFailure trouble() {
        return trouble;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

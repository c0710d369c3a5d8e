package venue.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import venue.crypto.CryptoFailure;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.LogTable;

/// Reads a whole log and believes nothing: hashes every leaf anew, opens every box, rebuilds both
/// roots and compares them with what was signed and countersigned last. The SM3 tree grows on a
/// second thread.
final class LogCheck {

    private static final int BLOCK = 1024;
    private static final int BLOCKS_AHEAD = 4;

    private final Log log;
    private final long total;
    private final long signed;
    private final Consumer<Progress> progress;
    private final List<Future<?>> ahead = new ArrayList<>();
    private List<LogTable.Row> block = new ArrayList<>(BLOCK);

    LogCheck(Log log, Consumer<Progress> progress) {
        this.log = log;
        this.total = log.table.count();
        this.signed = log.newestNote(TreeHash.SHA256).map(note -> note.checkpoint().size())
                .orElse(0L);
        this.progress = progress;
    }

    /// Fills the log's trees.
    ///
    /// @throws JournalFailure DAMAGED with the place of the first thing that does not fit
    void run() {
        try (var lane = Executors
                .newSingleThreadExecutor(Thread.ofVirtual().name("journal-check").factory())) {
            log.table.each(0, Long.MAX_VALUE, row -> {
                check(row);
                block.add(row);
                if (block.size() == BLOCK) {
                    send(lane, row.seq() + 1);
                }
            });
            send(lane, total);
            while (!ahead.isEmpty()) {
                await(ahead.removeFirst());
            }
        }
        if (log.size() != total) {
            throw damaged(log.size(), "entry missing");
        }
        for (var hash : TreeHash.values()) {
            log.newestNote(hash).ifPresent(note -> compare(hash, note, true));
            newestReceipt(hash).ifPresent(note -> compare(hash, note, false));
        }
    }

    private java.util.Optional<Note> newestReceipt(TreeHash hash) {
        return log.table.newestCountersigned(hash.code())
                .map(signedNote -> Note.parse(signedNote.note()));
    }

    private void compare(TreeHash hash, Note note, boolean newest) {
        if (!fits(hash, note.checkpoint())) {
            throw damaged(note.checkpoint().size(), hash.title() + " root");
        }
        if (newest && log.isKnown() && !log.signed(hash, note)) {
            throw damaged(note.checkpoint().size(), hash.title() + " signature");
        }
    }

    private boolean fits(TreeHash hash, Checkpoint checkpoint) {
        return checkpoint.origin().equals(log.name(hash)) && checkpoint.size() <= log.size() && log
                .tree(hash).root(Math.toIntExact(checkpoint.size())).equals(checkpoint.root());
    }

    private void send(ExecutorService lane, long done) {
        var rows = block;
        block = new ArrayList<>(BLOCK);
        ahead.add(lane.submit(() -> growSm3(rows)));
        if (ahead.size() > BLOCKS_AHEAD) {
            await(ahead.removeFirst());
        }
        progress.accept(new Progress("check", done, total));
    }

    private void growSm3(List<LogTable.Row> rows) {
        var tree = log.tree(TreeHash.SM3);
        for (var row : rows) {
            var hash = TreeHash.SM3.leafHash(row.leaf());
            if (!Arrays.equals(hash, row.sm3())) {
                throw damaged(row.seq(), "leaf hash");
            }
            tree.appendLeaf(hash);
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JournalFailure.closed();
        }
    }

    private void check(LogTable.Row row) {
        if (row.seq() != log.size()) {
            throw damaged(log.size(), "entry missing");
        }
        var hash = TreeHash.SHA256.leafHash(row.leaf());
        if (!Arrays.equals(hash, row.sha256())) {
            throw damaged(row.seq(), "leaf hash");
        }
        if (row.box() == null && log.own) {
            throw damaged(row.seq(), "payload missing");
        }
        try {
            var payload = log.payload(row);
            log.tree(TreeHash.SHA256).appendLeaf(hash);
            if (row.seq() + 1 >= Math.min(signed, total) || Leaf.isOfSession(row.leaf())) {
                look(row, payload);
            }
        } catch (IllegalArgumentException | CryptoFailure e) {
            var failure = damaged(row.seq(), "content");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /// What the hashes do not say: entries that no checkpoint covers, the last one, and those that
    /// speak of keys.
    private void look(LogTable.Row row, byte @org.jspecify.annotations.Nullable [] payload) {
        var leaf = Leaf.parse(row.leaf());
        if (leaf.seq() != row.seq() || leaf.gen() != log.origin.generation()
                || leaf.hybrid() <= log.hybrid()) {
            throw damaged(row.seq(), "leaf order");
        }
        if (payload != null && !leaf.binds(payload)) {
            throw damaged(row.seq(), "payload digest");
        }
        log.reached(leaf.hybrid());
        if (Leaf.isOfSession(row.leaf())) {
            log.sessions.after(row.seq(), log.entry(leaf, payload).fact());
        }
    }

    private JournalFailure damaged(long seq, String finding) {
        return JournalFailure.damaged(log.origin, seq, finding);
    }
}

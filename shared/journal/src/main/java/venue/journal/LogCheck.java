package venue.journal;

import java.util.function.Consumer;
import venue.crypto.CryptoFailure;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.TreeHash;
import venue.journal.store.LogTable;

/// Reads a whole log and believes nothing: hashes every leaf anew, opens every payload, rebuilds
/// both roots and compares them with what was signed.
final class LogCheck {

    private static final int PAGE = 500;

    private final Log log;
    private final long total;
    private final Consumer<Progress> progress;

    LogCheck(Log log, Consumer<Progress> progress) {
        this.log = log;
        this.total = log.table.count();
        this.progress = progress;
    }

    /// Fills the log's trees.
    ///
    /// @throws JournalFailure DAMAGED with the place of the first thing that does not fit
    void run() {
        for (long from = 0; from < total; from += PAGE) {
            var rows = log.table.rows(from, Math.min(total, from + PAGE));
            for (var row : rows) {
                if (row.seq() != log.size()) {
                    throw JournalFailure.damaged(log.origin, log.size(), "entry missing");
                }
                log.grow(row, check(row));
            }
            progress.accept(new Progress("check", Math.min(total, from + PAGE), total));
        }
        for (var hash : TreeHash.values()) {
            log.newestNote(hash).ifPresent(note -> {
                if (!fits(hash, note.checkpoint())) {
                    throw JournalFailure.damaged(log.origin, note.checkpoint().size(),
                            hash.title() + " root");
                }
                if (log.isKnown() && !log.signed(hash, note)) {
                    throw JournalFailure.damaged(log.origin, note.checkpoint().size(),
                            hash.title() + " signature");
                }
            });
        }
    }

    private boolean fits(TreeHash hash, Checkpoint checkpoint) {
        return checkpoint.origin().equals(log.name(hash)) && checkpoint.size() <= log.size() && log
                .tree(hash).root(Math.toIntExact(checkpoint.size())).equals(checkpoint.root());
    }

    private Entry check(LogTable.Row row) {
        try {
            if (!TreeHash.SHA256.leaf(row.leaf().array()).equals(row.sha256())
                    || !TreeHash.SM3.leaf(row.leaf().array()).equals(row.sm3())) {
                throw JournalFailure.damaged(log.origin, row.seq(), "leaf hash");
            }
            var leaf = Leaf.parse(row.leaf().array());
            if (leaf.seq() != row.seq() || leaf.gen() != log.origin.generation()
                    || leaf.hybrid() <= log.hybrid()) {
                throw JournalFailure.damaged(log.origin, row.seq(), "leaf order");
            }
            var payload = log.payload(row);
            if (payload.isPresent() && !leaf.binds(payload.get())) {
                throw JournalFailure.damaged(log.origin, row.seq(), "payload digest");
            }
            if (payload.isEmpty() && log.own) {
                throw JournalFailure.damaged(log.origin, row.seq(), "payload missing");
            }
            return log.entry(leaf, payload.orElse(null));
        } catch (IllegalArgumentException | CryptoFailure e) {
            throw JournalFailure.damaged(log.origin, row.seq(), "content");
        }
    }
}

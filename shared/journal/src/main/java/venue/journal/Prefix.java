package venue.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;
import venue.journal.store.LogTable.Signed;

/// The longest beginning of a log that holds (可信前段): every leaf has its hashes and its place,
/// every content the digests in its leaf, and a checkpoint of the device and the session in force
/// stands over the whole. What comes after is not carried over.
final class Prefix {

    private static final int PAGE = 1000;

    private final Log log;
    private final Consumer<Progress> progress;
    private final List<Signed> kept = new ArrayList<>();
    private @Nullable Note note;

    private Prefix(Log log, Consumer<Progress> progress) {
        this.log = log;
        this.progress = progress;
    }

    /// Reads a log as far as it holds.
    ///
    /// @param remembered a checkpoint that stands outside of the database
    static Prefix of(Log log, Optional<Note> remembered, Consumer<Progress> progress) {
        var prefix = new Prefix(log, progress);
        prefix.read();
        for (var hash : TreeHash.values()) {
            prefix.notes(hash);
        }
        prefix.choose(remembered);
        return prefix;
    }

    Origin origin() {
        return log.origin;
    }

    long size() {
        var over = note;
        return over == null ? 0 : over.checkpoint().size();
    }

    /// SHA-256 root over what is kept.
    Bytes root() {
        return log.tree(TreeHash.SHA256).root(Math.toIntExact(size()));
    }

    /// The checkpoint over what is kept.
    Optional<Note> note() {
        return Optional.ofNullable(note);
    }

    private void read() {
        try {
            log.table.each(0, Long.MAX_VALUE, row -> {
                take(row);
                if (log.size() % PAGE == 0) {
                    progress.accept(new Progress("salvage", log.size(), log.size()));
                }
            });
        } catch (JournalFailure _) {
            // the log ends where it no longer holds; the old files keep the rest
            progress.accept(new Progress("salvage", log.size(), log.size()));
        }
    }

    private void take(LogTable.Row row) {
        if (row.seq() != log.size()
                || !Arrays.equals(TreeHash.SHA256.leafHash(row.leaf()), row.sha256())
                || !Arrays.equals(TreeHash.SM3.leafHash(row.leaf()), row.sm3())
                || row.box() == null && log.own) {
            throw JournalFailure.damaged(log.origin, log.size(), "leaf hash");
        }
        try {
            var leaf = Leaf.parse(row.leaf());
            var payload = log.payload(row);
            if (leaf.seq() != row.seq() || leaf.gen() != log.origin.generation()
                    || leaf.hybrid() <= log.hybrid()
                    || payload != null && !leaf.binds(Bytes.of(payload))) {
                throw JournalFailure.damaged(log.origin, row.seq(), "leaf order");
            }
            var fact = Leaf.isOfSession(row.leaf())
                    ? log.entry(leaf, payload).fact()
                    : new Withheld(leaf.type(), leaf.at());
            log.grow(row, leaf.stamp(log.origin), fact);
        } catch (IllegalArgumentException | CryptoFailure e) {
            var failure = JournalFailure.damaged(log.origin, row.seq(), "content");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /// Collects the checkpoints that hold.
    private void notes(TreeHash hash) {
        try {
            for (var signed : log.table.checkpoints(hash.code())) {
                if (holds(hash, signed)) {
                    kept.add(signed);
                }
            }
        } catch (JournalFailure _) {
            // a table that cannot be read gives no checkpoint
            kept.removeIf(signed -> signed.alg() == hash.code());
        }
    }

    private boolean holds(TreeHash hash, Signed signed) {
        try {
            var each = Note.parse(signed.note());
            return each.checkpoint().size() == signed.size() && holds(hash, each);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean holds(TreeHash hash, Note each) {
        var checkpoint = each.checkpoint();
        return checkpoint.origin().equals(log.name(hash)) && checkpoint.size() <= log.size()
                && log.tree(hash).root(Math.toIntExact(checkpoint.size()))
                        .equals(checkpoint.root())
                && (!log.isKnown() || log.signed(hash, each));
    }

    private void choose(Optional<Note> remembered) {
        var code = TreeHash.SHA256.code();
        note = kept.stream().filter(signed -> signed.alg() == code).findFirst()
                .map(signed -> Note.parse(signed.note())).orElse(null);
        remembered.filter(each -> holds(TreeHash.SHA256, each)
                && each.checkpoint().size() > size()).ifPresent(each -> {
                    note = each;
                    kept.add(new Signed(code, size(), each.text()));
                });
        kept.removeIf(signed -> signed.size() > size());
    }

    /// Writes what is kept into another database, as a log that is not its own.
    void write(Setting setting, Database target) {
        var table = new LogTable(target, log.origin, false);
        for (long from = 0; from < size(); from += PAGE) {
            var rows = log.table.rows(from, Math.min(size(), from + PAGE));
            target.transact(() -> {
                for (var row : rows) {
                    table.add(row);
                }
                return rows.size();
            });
            progress.accept(new Progress("restore", from + rows.size(), size()));
        }
        target.transact(() -> {
            for (var signed : kept) {
                table.sign(signed);
            }
            for (var line : log.table.countersignatures()) {
                if (holds(setting, line)) {
                    table.countersign(line);
                }
            }
            return kept.size();
        });
    }

    /// Whether a countersignature stands under a kept checkpoint; that of a witness who is not
    /// known here is kept for those who know.
    private boolean holds(Setting setting, LogTable.Countersigned line) {
        var signed = kept.stream()
                .filter(each -> each.alg() == line.alg() && each.size() == line.size()).findFirst();
        try {
            return signed.isPresent() && setting.witness(line.witness())
                    .map(witness -> Note.parse(signed.get().note())
                            .with(Note.Line.parse(line.line())).cosignedAt(witness).isPresent())
                    .orElse(true);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

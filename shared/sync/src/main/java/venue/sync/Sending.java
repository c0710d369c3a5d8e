package venue.sync;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Bytes;
import venue.journal.Audience;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.Receipt;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.sync.CentreLine.Conflict;
import venue.sync.wire.Addition;
import venue.sync.wire.Cursor;
import venue.sync.wire.Protocol;

/// The half of a round that brings the own log to the centre. Each call of [Journal#range] signs
/// what is new, so a round asks for it once and once more a batch.
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int TRIES = 4;

    private final Journal journal;
    private final CentreLine line;
    private final List<Cursor> cursors;
    private final Origin own;
    private long held;
    private int pushed;

    Sending(Journal journal, CentreLine line, List<Cursor> cursors) {
        this.journal = journal;
        this.line = line;
        this.cursors = cursors;
        this.own = journal.origin();
    }

    /// How many leaves were sent.
    int pushed() {
        return pushed;
    }

    /// Sends what is new.
    ///
    /// @return an older generation of which the centre has another history, if there is one
    Optional<Origin> run() {
        var cursor = cursor(own);
        held = cursor.size();
        requireNotSetBack(held);
        var forked = held == 0 ? closeBefore() : Optional.<Origin>empty();
        countersign(cursor.witnessed());
        return forked;
    }

    private Cursor cursor(Origin origin) {
        return cursors.stream()
                .filter(cursor -> cursor.device().equals(origin.device().value())
                        && cursor.generation() == origin.generation())
                .findFirst()
                .orElse(new Cursor(origin.device().value(), origin.generation(), 0, 0, 0));
    }

    /// Before a new generation begins at the centre, the one before is brought there as far as
    /// it was signed: afterwards the centre takes no more of it.
    private Optional<Origin> closeBefore() {
        return journal.cursors().keySet().stream()
                .filter(origin -> origin.device().equals(own.device())
                        && origin.generation() < own.generation())
                .filter(origin -> !isClosed(origin)).reduce((_, last) -> last);
    }

    /// Whether the centre has all of it now; false if it has another history.
    private boolean isClosed(Origin origin) {
        long at = cursor(origin).size();
        try {
            long signed = Note.parse(journal.range(origin, 0, 0, Audience.ROOM).note())
                    .checkpoint().size();
            while (at < signed) {
                at = grown(origin, at);
            }
            return true;
        } catch (Conflict conflict) {
            throw new SyncFailure(SyncFailure.RETRY, conflict, line.address());
        } catch (SyncFailure e) {
            if (!e.code().equals(SyncFailure.FORKED)) {
                throw e;
            }
            LOG.error("the log before is another one at the centre: {}", origin);
            return false;
        } catch (JournalFailure e) {
            if (!e.code().equals("GAP")) {
                throw e;
            }
            LOG.warn("no checkpoint is held of {}", origin);
            return true;
        }
    }

    /// Somebody has more of our log than we have: this disk shows an older state. Nothing is sent.
    private void requireNotSetBack(long held) {
        if (held > journal.size()) {
            throw new SyncFailure(SyncFailure.ROLLED_BACK, null, held, journal.size());
        }
    }

    /// Sends what the centre lacks and has the checkpoints of both trees countersigned, both of
    /// one size: only so far do others get to read.
    private void countersign(long witnessed) {
        var head = journal.range(own, witnessed, 0, Audience.ROOM);
        push(Note.parse(head.note()).checkpoint().size());
        for (var hash : TreeHash.values()) {
            countersign(hash, witnessed, head);
        }
    }

    private void countersign(TreeHash hash, long witnessed, LogRange first) {
        long old = witnessed;
        var head = first;
        for (int tries = 0; tries < TRIES; tries++) {
            var note = hash == TreeHash.SHA256 ? head.note() : head.sm3Note();
            var proof = hash == TreeHash.SHA256 ? head.proof() : head.sm3Proof();
            long size = Note.parse(note).checkpoint().size();
            push(size);
            if (isReceived(hash, size)) {
                return;
            }
            try {
                var answer = line.countersign(new Addition(old, proof, note));
                answer.lines().forEach(each -> journal.receipt(own,
                        new Receipt(hash, size, each)));
                return;
            } catch (Conflict conflict) {
                requireNotSetBack(conflict.size());
                if (conflict.size() == size) {
                    throw new SyncFailure(SyncFailure.FORKED, conflict, line.address(), size);
                }
                old = conflict.size();
                head = journal.range(own, old, 0, Audience.ROOM);
            }
        }
        throw new SyncFailure(SyncFailure.RETRY, null, line.address());
    }

    private boolean isReceived(TreeHash hash, long size) {
        return journal.receipts().stream()
                .anyMatch(receipt -> receipt.hash() == hash && receipt.size() == size);
    }

    /// Sends own leaves until the centre has at least `size`.
    private void push(long size) {
        while (held < size) {
            try {
                held = grown(own, held);
            } catch (Conflict conflict) {
                requireNotSetBack(conflict.size());
                if (conflict.size() == held) {
                    throw new SyncFailure(SyncFailure.RETRY, conflict, line.address());
                }
                held = conflict.size();
            }
        }
    }

    /// Sends one batch from `from` on and answers how many leaves the centre holds then.
    private long grown(Origin origin, long from) {
        int most = Protocol.BATCH_LEAVES_MAX;
        var range = journal.range(origin, from, most, Audience.ROOM);
        while (bytes(range) > Protocol.BATCH_BYTES_MAX / 2 && most > 1) {
            most /= 2;
            range = journal.range(origin, from, most, Audience.ROOM);
        }
        long now = line.push(range);
        if (now <= from) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, null, line.address(),
                    "the log did not grow");
        }
        pushed += (int) (now - from);
        return now;
    }

    private static long bytes(LogRange range) {
        return range.items().stream().mapToLong(
                item -> item.leaf().length() + item.payload().map(Bytes::length).orElse(0)).sum();
    }
}

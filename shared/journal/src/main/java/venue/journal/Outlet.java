package venue.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;

/// Cuts ranges out of a log for a peer.
final class Outlet {

    private Outlet() {}

    /// Up to `most` leaves from `from` on, never beyond what was signed; content only where
    /// `peer` may have it.
    static LogRange range(Log log, long from, int most, Audience peer) {
        var sha256 = log.newestNote(TreeHash.SHA256);
        var sm3 = log.newestNote(TreeHash.SM3);
        if (sha256.isEmpty() || sm3.isEmpty()) {
            throw JournalFailure.gap(log.origin, 0, from);
        }
        long signed = sha256.get().checkpoint().size();
        if (from > signed) {
            throw JournalFailure.gap(log.origin, signed, from);
        }
        long to = Math.min(signed, from + most);
        var items = new ArrayList<LogRange.Item>();
        for (var row : log.table.rows(from, to)) {
            var kind = Leaf.parse(row.leaf()).type();
            var payload = Audiences.of(kind).allows(peer) ? log.payload(row) : null;
            items.add(new LogRange.Item(Bytes.of(row.leaf()),
                    Optional.ofNullable(payload).map(Bytes::of)));
        }
        return new LogRange(log.origin, from, items, sha256.get().text(), sm3.get().text(),
                proof(log, TreeHash.SHA256, to, sha256.get()),
                proof(log, TreeHash.SM3, to, sm3.get()));
    }

    private static List<Bytes> proof(Log log, TreeHash hash, long to, Note note) {
        return log.tree(hash).consistency(Math.toIntExact(to),
                Math.toIntExact(note.checkpoint().size()));
    }
}

package venue.journal;

import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;

/// A piece of a device's log as it travels: the unit of exchange. Whoever has the log up to
/// `from` can check that these leaves continue it and belong under the signed checkpoint.
///
/// @param from sequence of the first leaf
/// @param items leaves in order, with their payloads where the receiver may have them
/// @param note signed checkpoint of the SHA-256 tree, not shorter than the range
/// @param sm3Note signed checkpoint of the SM3 tree, of the same size
/// @param proof consistency from the end of this range to the checkpoint (SHA-256)
/// @param sm3Proof the same for SM3
public record LogRange(Origin origin, long from, List<Item> items, String note, String sm3Note,
        List<Bytes> proof, List<Bytes> sm3Proof) {

    /// A leaf's exact bytes and, if the receiver may have it, the payload's exact bytes.
    public record Item(Bytes leaf, Optional<Bytes> payload) {}

    public LogRange {
        items = List.copyOf(items);
        proof = List.copyOf(proof);
        sm3Proof = List.copyOf(sm3Proof);
        if (from < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later");
        }
    }

    /// The sequence after the last leaf.
    public long to() {
        return from + items.size();
    }
}

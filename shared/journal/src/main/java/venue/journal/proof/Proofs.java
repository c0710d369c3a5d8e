package venue.journal.proof;

import java.util.List;
import venue.crypto.Bytes;

/// Checks proofs without having the tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2).
public final class Proofs {

    private Proofs() {}

    /// Whether `leaf` stands at `index` in the tree of `size` leaves with this `root`.
    public static boolean includes(TreeHash hash, long index, long size, Bytes leaf,
            List<Bytes> path, Bytes root) {
        if (index < 0 || index >= size || !areHashes(path, leaf, root)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var sum = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                sum = hash.node(sibling, sum);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                sum = hash.node(sum, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && sum.equals(root);
    }

    /// Whether the tree of `size` begins with the tree of `old`. An empty old tree proves nothing
    /// and is refused.
    public static boolean consistent(TreeHash hash, long old, long size, List<Bytes> proof,
            Bytes oldRoot, Bytes root) {
        if (old <= 0 || old > size || !areHashes(proof, oldRoot, root)) {
            return false;
        }
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean complete = Long.bitCount(old) == 1;
        long node = old - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var before = complete ? oldRoot : proof.getFirst();
        var after = before;
        for (var each : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = hash.node(each, before);
                after = hash.node(each, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = hash.node(after, each);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && after.equals(root);
    }

    private static boolean areHashes(List<Bytes> proof, Bytes one, Bytes other) {
        return one.length() == TreeHash.LENGTH && other.length() == TreeHash.LENGTH
                && proof.stream().allMatch(hash -> hash.length() == TreeHash.LENGTH);
    }
}

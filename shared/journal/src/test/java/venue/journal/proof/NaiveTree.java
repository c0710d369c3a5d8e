package venue.journal.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;
import venue.crypto.Hashes;

/// The definitions of RFC 6962 section 2.1, word for word and without any thought of cost.
final class NaiveTree {

    private final MessageDigest digest;
    private final List<Bytes> leaves;

    NaiveTree(TreeHash hash, List<Bytes> leaves) {
        this.digest = hash == TreeHash.SM3 ? Hashes.sm3() : Hashes.sha256();
        this.leaves = List.copyOf(leaves);
    }

    /// MTH of the first `size` leaves.
    Bytes root(int size) {
        return size == 0 ? Bytes.of(digest.digest()) : root(leaves.subList(0, size));
    }

    private Bytes root(List<Bytes> part) {
        if (part.size() == 1) {
            return part.getFirst();
        }
        int k = split(part.size());
        return node(root(part.subList(0, k)), root(part.subList(k, part.size())));
    }

    /// PATH.
    List<Bytes> inclusion(int index, int size) {
        return path(index, leaves.subList(0, size));
    }

    private List<Bytes> path(int index, List<Bytes> part) {
        if (part.size() == 1) {
            return List.of();
        }
        int k = split(part.size());
        var left = part.subList(0, k);
        var right = part.subList(k, part.size());
        return index < k
                ? and(path(index, left), root(right))
                : and(path(index - k, right), root(left));
    }

    /// PROOF.
    List<Bytes> consistency(int old, int size) {
        return subProof(old, leaves.subList(0, size), true);
    }

    private List<Bytes> subProof(int old, List<Bytes> part, boolean whole) {
        if (old == part.size()) {
            return whole ? List.of() : List.of(root(part));
        }
        int k = split(part.size());
        var left = part.subList(0, k);
        var right = part.subList(k, part.size());
        return old <= k
                ? and(subProof(old, left, whole), root(right))
                : and(subProof(old - k, right, false), root(left));
    }

    Bytes leaf(byte[] data) {
        digest.update((byte) 0);
        return Bytes.of(digest.digest(data));
    }

    private Bytes node(Bytes left, Bytes right) {
        digest.update((byte) 1);
        digest.update(left.array());
        return Bytes.of(digest.digest(right.array()));
    }

    private static int split(int size) {
        int k = 1;
        while (k * 2 < size) {
            k *= 2;
        }
        return k;
    }

    private static List<Bytes> and(List<Bytes> path, Bytes last) {
        var all = new ArrayList<>(path);
        all.add(last);
        return all;
    }
}

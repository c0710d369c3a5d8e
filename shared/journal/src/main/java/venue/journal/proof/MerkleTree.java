package venue.journal.proof;

import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;

/// A tree that only grows (RFC 6962 section 2.1). Keeps every complete subtree, so any root and
/// any proof costs a few hashes. Not safe for use by two threads at once.
public final class MerkleTree {

    private final TreeHash hash;
    private final List<List<Bytes>> levels = new ArrayList<>();

    /// An empty tree.
    public MerkleTree(TreeHash hash) {
        this.hash = hash;
        levels.add(new ArrayList<>());
    }

    /// The hash it is made with.
    public TreeHash hash() {
        return hash;
    }

    /// The same leaves in a tree of its own.
    public MerkleTree copy() {
        var copy = new MerkleTree(hash);
        copy.levels.clear();
        levels.forEach(level -> copy.levels.add(new ArrayList<>(level)));
        return copy;
    }

    /// Number of leaves.
    public int size() {
        return levels.getFirst().size();
    }

    /// Adds the leaf of `data` and returns its hash.
    public Bytes append(byte[] data) {
        var leaf = hash.leaf(data);
        appendLeaf(leaf);
        return leaf;
    }

    /// Adds a leaf by its hash.
    public void appendLeaf(Bytes leaf) {
        levels.getFirst().add(leaf);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            var here = levels.get(level);
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(hash.node(here.get(here.size() - 2), here.getLast()));
        }
    }

    /// The hash of leaf `index`.
    public Bytes leaf(int index) {
        return levels.getFirst().get(index);
    }

    /// The root over all leaves.
    public Bytes root() {
        return root(size());
    }

    /// The root over the first `size` leaves.
    public Bytes root(int size) {
        requireWithin(size, size());
        return size == 0 ? hash.empty() : range(0, size);
    }

    /// The path that proves leaf `index` in the tree of `size` (RFC 9162 section 2.1.3).
    public List<Bytes> inclusion(int index, int size) {
        requireWithin(size, size());
        requireWithin(index, size - 1);
        var path = new ArrayList<Bytes>();
        path(index, 0, size, path);
        return path;
    }

    /// The proof that the tree of `size` begins with the tree of `old` (RFC 9162 section 2.1.4).
    public List<Bytes> consistency(int old, int size) {
        requireWithin(size, size());
        requireWithin(old, size);
        var proof = new ArrayList<Bytes>();
        if (old > 0) {
            subProof(old, 0, size, true, proof);
        }
        return proof;
    }

    private void path(int index, int from, int to, List<Bytes> out) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, out);
            out.add(range(middle, to));
        } else {
            path(index, middle, to, out);
            out.add(range(from, middle));
        }
    }

    private void subProof(int old, int from, int to, boolean whole, List<Bytes> out) {
        if (old == to) {
            if (!whole) {
                out.add(range(from, to));
            }
            return;
        }
        int middle = from + split(to - from);
        if (old <= middle) {
            subProof(old, from, middle, whole, out);
            out.add(range(middle, to));
        } else {
            subProof(old, middle, to, false, out);
            out.add(range(from, middle));
        }
    }

    private Bytes range(int from, int to) {
        int width = to - from;
        if (Integer.bitCount(width) == 1 && from % width == 0) {
            return levels.get(Integer.numberOfTrailingZeros(width)).get(from / width);
        }
        int middle = from + split(width);
        return hash.node(range(from, middle), range(middle, to));
    }

    /// The largest power of two below `width`.
    private static int split(int width) {
        return Integer.highestOneBit(width - 1);
    }

    private static void requireWithin(int value, int most) {
        if (value < 0 || value > most) {
            throw new IndexOutOfBoundsException(value + " is not in 0.." + most);
        }
    }
}

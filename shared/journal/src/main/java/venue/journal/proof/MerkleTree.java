package venue.journal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import venue.crypto.Bytes;

/// A tree that only grows (RFC 6962 section 2.1). Keeps every complete subtree, 64 bytes for a leaf
/// in all, so any root and any proof costs a few hashes. Not safe for use by two threads at once.
public final class MerkleTree {

    private static final int LENGTH = TreeHash.LENGTH;

    private final TreeHash hash;
    private final List<Level> levels;

    /// An empty tree.
    public MerkleTree(TreeHash hash) {
        this.hash = hash;
        levels = new ArrayList<>(List.of(new Level()));
    }

    private MerkleTree(MerkleTree other) {
        hash = other.hash;
        levels = new ArrayList<>(other.levels.size() + 1);
        other.levels.forEach(level -> levels.add(level.copy()));
    }

    /// The hash it is made with.
    public TreeHash hash() {
        return hash;
    }

    /// The same leaves in a tree of its own. Both may grow on; what is complete they share, so a
    /// copy costs little however many leaves there are.
    public MerkleTree copy() {
        return new MerkleTree(this);
    }

    /// Number of leaves.
    public int size() {
        return levels.getFirst().count();
    }

    /// Adds the leaf of `data` and returns its hash.
    public Bytes append(byte[] data) {
        var leaf = hash.leafHash(data);
        appendLeaf(leaf);
        return Bytes.of(leaf);
    }

    /// Adds a leaf by its hash.
    public void appendLeaf(Bytes leaf) {
        appendLeaf(leaf.array());
    }

    /// Adds a leaf by the 32 bytes of its hash.
    public void appendLeaf(byte[] leaf) {
        if (leaf.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        var here = levels.getFirst();
        here.grow();
        int last = here.count() - 1;
        System.arraycopy(leaf, 0, here.segment(last), Level.place(last), LENGTH);
        for (int level = 1; (here.count() & 1) == 0; level++) {
            here = close(here, level);
        }
    }

    /// Joins the last two hashes of `below`, which always share a segment.
    private Level close(Level below, int level) {
        if (level == levels.size()) {
            levels.add(new Level());
        }
        var above = levels.get(level);
        int last = below.count() - 1;
        var pair = below.segment(last);
        int right = Level.place(last);
        above.grow();
        int top = above.count() - 1;
        hash.node(pair, right - LENGTH, pair, right, above.segment(top), Level.place(top));
        return above;
    }

    /// The hash of leaf `index`.
    public Bytes leaf(int index) {
        return Bytes.of(complete(0, index));
    }

    /// The 256 complete subtrees of height `level` from `number` times 256 on, as far as there
    /// are so many.
    byte[] segment(int level, int number) {
        return levels.get(level).segment(number * Level.WIDTH);
    }

    private byte[] complete(int level, int index) {
        var row = levels.get(level);
        Objects.checkIndex(index, row.count());
        int place = Level.place(index);
        return Arrays.copyOfRange(row.segment(index), place, place + LENGTH);
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
        return Bytes.of(sum(from, to));
    }

    private byte[] sum(int from, int to) {
        int width = to - from;
        if (Integer.bitCount(width) == 1 && from % width == 0) {
            return complete(Integer.numberOfTrailingZeros(width), from / width);
        }
        int middle = from + split(width);
        return hash.nodeHash(sum(from, middle), 0, sum(middle, to), 0);
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

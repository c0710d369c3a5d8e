package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.Bytes;

class ProofsTest {

    private static final int MOST = 300;

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void holdForAllSizesAndForNothingElse(TreeHash hash) {
        var tree = grown(hash);
        var random = new Random(9162);
        for (int size = 1; size <= MOST; size++) {
            for (int index = random.nextInt(1 + size / 12); index < size; index += 1 + size / 12) {
                var inclusion = Inclusion.of(tree, index, size);
                assertTrue(inclusion.holds(), index + " of " + size);
                assertFalse(inclusion.flipped(random.nextInt(inclusion.bits())).holds());
                assertFalse(inclusion.at(random.nextInt(size)).holds()
                        && !inclusion.at(index).equals(inclusion));
                var consistency = Consistency.of(tree, index + 1, size);
                assertTrue(consistency.holds(), index + 1 + " to " + size);
                assertFalse(consistency.flipped(random.nextInt(consistency.bits())).holds());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "2, 3", "4, 5", "6, 8", "7, 13", "255, 257", "256, 300"})
    void failForEveryFlippedBit(int index, int size) {
        var tree = grown(TreeHash.SHA256);
        var inclusion = Inclusion.of(tree, index, size);
        for (int bit = 0; bit < inclusion.bits(); bit++) {
            assertFalse(inclusion.flipped(bit).holds(), "bit " + bit);
        }
        var consistency = Consistency.of(tree, index + 1, size);
        for (int bit = 0; bit < consistency.bits(); bit++) {
            assertFalse(consistency.flipped(bit).holds(), "bit " + bit);
        }
    }

    @Test
    void failForEveryOtherPlaceSizeAndLength() {
        var tree = grown(TreeHash.SHA256);
        for (int size = 1; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                var good = Inclusion.of(tree, index, size);
                for (int other = 0; other <= size; other++) {
                    assertTrue(other == index || !good.at(other).holds(), index + " as " + other);
                }
                var more = new ArrayList<>(good.path);
                more.add(tree.leaf(0));
                assertFalse(Proofs.includes(tree.hash(), index, size, good.leaf, more, good.root));
                if (!good.path.isEmpty()) {
                    assertFalse(Proofs.includes(tree.hash(), index, size, good.leaf,
                            good.path.subList(0, good.path.size() - 1), good.root));
                }
            }
        }
    }

    /// A tree without leaves is the beginning of every tree and proves nothing about any.
    @Test
    void refuseTheEmptyTree() {
        var tree = grown(TreeHash.SHA256);
        var hash = tree.hash();
        var root = tree.root();
        var none = List.<Bytes>of();
        assertFalse(Proofs.consistent(hash, 0, MOST, none, hash.empty(), root));
        assertFalse(Proofs.consistent(hash, 0, 0, none, hash.empty(), hash.empty()));
        assertFalse(Proofs.consistent(hash, 0, 1, List.of(tree.leaf(0)), hash.empty(),
                tree.root(1)));
        assertFalse(Proofs.consistent(hash, 5, 4, none, tree.root(5), tree.root(4)));
        assertFalse(Proofs.consistent(hash, -1, 4, none, tree.root(1), tree.root(4)));
        assertFalse(Proofs.includes(hash, 0, 0, hash.empty(), none, hash.empty()));
        assertFalse(Proofs.includes(hash, 5, 5, tree.leaf(5), none, root));
        assertFalse(Proofs.includes(hash, -1, 5, tree.leaf(5), none, root));
        var empty = Bytes.of(new byte[0]);
        assertFalse(Proofs.includes(hash, 0, 1, empty, none, tree.root(1)));
        assertFalse(Proofs.includes(hash, 0, 1, empty, none, empty));
        assertFalse(Proofs.consistent(hash, 3, 3, none, empty, empty));
        assertFalse(Proofs.includes(hash, 0, 2, tree.leaf(0), List.of(empty), tree.root(2)));
    }

    private record Inclusion(TreeHash hash, int index, int size, Bytes leaf, List<Bytes> path,
            Bytes root) {

        static Inclusion of(MerkleTree tree, int index, int size) {
            return new Inclusion(tree.hash(), index, size, tree.leaf(index),
                    tree.inclusion(index, size), tree.root(size));
        }

        boolean holds() {
            return Proofs.includes(hash, index, size, leaf, path, root);
        }

        Inclusion at(int other) {
            return new Inclusion(hash, other, size, leaf, path, root);
        }

        int bits() {
            return 256 * (path.size() + 2);
        }

        Inclusion flipped(int bit) {
            int place = bit / 256;
            return new Inclusion(hash, index, size, flip(leaf, place == 0, bit),
                    flip(path, place - 2, bit), flip(root, place == 1, bit));
        }
    }

    private record Consistency(TreeHash hash, int old, int size, Bytes oldRoot, List<Bytes> proof,
            Bytes root) {

        static Consistency of(MerkleTree tree, int old, int size) {
            return new Consistency(tree.hash(), old, size, tree.root(old),
                    tree.consistency(old, size), tree.root(size));
        }

        boolean holds() {
            return Proofs.consistent(hash, old, size, proof, oldRoot, root);
        }

        int bits() {
            return 256 * (proof.size() + 2);
        }

        Consistency flipped(int bit) {
            int place = bit / 256;
            return new Consistency(hash, old, size, flip(oldRoot, place == 0, bit),
                    flip(proof, place - 2, bit), flip(root, place == 1, bit));
        }
    }

    private static List<Bytes> flip(List<Bytes> proof, int index, int bit) {
        var other = new ArrayList<>(proof);
        if (index >= 0) {
            other.set(index, flip(proof.get(index), true, bit));
        }
        return other;
    }

    private static Bytes flip(Bytes hash, boolean really, int bit) {
        var bytes = hash.array();
        if (really) {
            bytes[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        }
        return Bytes.of(bytes);
    }

    private static MerkleTree grown(TreeHash hash) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < MOST; i++) {
            tree.append(("leaf " + i).getBytes(UTF_8));
        }
        return tree;
    }
}

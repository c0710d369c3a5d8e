package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;

class MerkleTreeTest {

    private static final List<String> INPUTS = List.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /// The leaves and the SHA-256 roots are published (transparency-dev); the SM3 roots agree with
    /// those of openssl.
    @ParameterizedTest(name = "{0} of {1} leaves")
    @CsvSource(textBlock = """
            SHA256, 0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            SHA256, 1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            SHA256, 2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            SHA256, 3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            SHA256, 4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            SHA256, 5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
            SHA256, 6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
            SHA256, 7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            SHA256, 8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
            SM3, 0, 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b
            SM3, 1, 2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf
            SM3, 2, 0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d
            SM3, 3, 209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56
            SM3, 7, bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2
            SM3, 8, bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38
            """)
    void hasThePublishedRoots(TreeHash hash, int size, String root) {
        var tree = new MerkleTree(hash);
        INPUTS.forEach(input -> tree.append(Bytes.fromHex(input).array()));
        assertEquals(root, tree.root(size).hex());
        assertEquals(root, size == 0 ? hash.empty().hex() : grownTo(tree, size).root().hex());
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void isWhatTheDefinitionSays(TreeHash hash) {
        var tree = grown(hash, 300);
        var naive = naive(tree);
        var random = new Random(6962);
        for (int size = 0; size <= 300; size++) {
            assertEquals(naive.root(size), tree.root(size), "root of " + size);
            for (int i = 0; i < 2 && size > 0; i++) {
                int index = random.nextInt(size);
                assertEquals(naive.inclusion(index, size), tree.inclusion(index, size));
                assertEquals(naive.consistency(index + 1, size),
                        tree.consistency(index + 1, size), index + 1 + " to " + size);
            }
        }
        for (int index = 0; index < 300; index++) {
            assertEquals(naive.leaf(data(index)), tree.leaf(index));
        }
    }

    /// Where segments of 256 hashes end, on the lowest level and on the one of the tiles above it.
    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
    void isSoWhereSegmentsEnd(int size) {
        var tree = grown(TreeHash.SHA256, size);
        var naive = naive(tree);
        var random = new Random(size);
        assertEquals(naive.root(size), tree.root());
        for (int i = 0; i < (size > 1000 ? 1 : 20); i++) {
            int index = random.nextInt(size);
            assertEquals(naive.root(index), tree.root(index));
            assertEquals(naive.inclusion(index, size), tree.inclusion(index, size));
            assertEquals(naive.consistency(index + 1, size), tree.consistency(index + 1, size));
        }
        assertEquals(naive.inclusion(size - 1, size), tree.inclusion(size - 1, size));
    }

    @Test
    void neitherACopyNorItsOriginalDisturbsTheOther() {
        var random = new Random(42);
        var trees = new ArrayList<MerkleTree>(List.of(new MerkleTree(TreeHash.SHA256)));
        var leaves = new ArrayList<List<Bytes>>(List.of(new ArrayList<>()));
        for (int step = 0; step < 400; step++) {
            int which = random.nextInt(trees.size());
            if (random.nextInt(8) == 0) {
                trees.add(trees.get(which).copy());
                leaves.add(new ArrayList<>(leaves.get(which)));
            }
            for (int i = random.nextInt(random.nextBoolean() ? 3 : 130); i >= 0; i--) {
                var leaf = TreeHash.SHA256.leaf(new byte[]{(byte) step, (byte) which, (byte) i});
                trees.get(which).appendLeaf(leaf);
                leaves.get(which).add(leaf);
            }
        }
        for (int i = 0; i < trees.size(); i++) {
            var naive = new NaiveTree(TreeHash.SHA256, leaves.get(i));
            int size = leaves.get(i).size();
            assertEquals(size, trees.get(i).size());
            assertEquals(naive.root(size), trees.get(i).root(), "tree " + i + " of " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 255, 256, 257, 512})
    void aCopyGrowsAlone(int size) {
        var tree = grown(TreeHash.SHA256, size);
        var before = tree.root();
        var copy = tree.copy();
        copy.append(new byte[]{1});
        assertEquals(before, tree.root());
        assertEquals(size, tree.size());
        tree.append(new byte[]{2});
        assertEquals(TreeHash.SHA256.leaf(new byte[]{1}), copy.leaf(size));
        assertEquals(TreeHash.SHA256.leaf(new byte[]{2}), tree.leaf(size));
    }

    @Test
    void refusesWhatIsNotThere() {
        var tree = grown(TreeHash.SHA256, 5);
        assertThrows(IndexOutOfBoundsException.class, () -> tree.root(6));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.root(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.leaf(5));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(5, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(0, 6));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.consistency(4, 3));
        assertThrows(IllegalArgumentException.class, () -> tree.appendLeaf(new byte[31]));
        assertEquals(5, tree.size());
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void manyThreadsMayUseOneHash(TreeHash hash) {
        var one = IntStream.range(0, 2000).mapToObj(i -> hash.leaf(data(i))).toList();
        var many = IntStream.range(0, 2000).parallel().mapToObj(i -> hash.leaf(data(i))).toList();
        assertEquals(one, many);
        var pair = new byte[64];
        System.arraycopy(one.get(3).array(), 0, pair, 0, 32);
        System.arraycopy(one.get(4).array(), 0, pair, 32, 32);
        assertArrayEquals(hash.node(one.get(3), one.get(4)).array(),
                hash.nodeHash(pair, 0, pair, 32));
    }

    private static MerkleTree grownTo(MerkleTree tree, int size) {
        var other = new MerkleTree(tree.hash());
        for (int i = 0; i < size; i++) {
            other.appendLeaf(tree.leaf(i).array());
        }
        return other;
    }

    private static MerkleTree grown(TreeHash hash, int size) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < size; i++) {
            tree.append(data(i));
        }
        return tree;
    }

    private static NaiveTree naive(MerkleTree tree) {
        return new NaiveTree(tree.hash(),
                IntStream.range(0, tree.size()).mapToObj(tree::leaf).toList());
    }

    private static byte[] data(int index) {
        return ("leaf " + index).getBytes(UTF_8);
    }
}

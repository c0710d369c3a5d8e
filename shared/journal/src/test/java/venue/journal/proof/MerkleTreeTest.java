package venue.journal.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.Bytes;

class MerkleTreeTest {

    private static final int MOST = 130;
    private static final List<String> INPUTS = List.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest(name = "{0} of {1} leaves")
    @CsvSource(textBlock = """
            SHA256, 0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            SHA256, 1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            SHA256, 2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            SHA256, 3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
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
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void provesEveryLeafInEveryTree(TreeHash hash) {
        var tree = grown(hash);
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index += 1 + size / 20) {
                var path = tree.inclusion(index, size);
                assertTrue(Proofs.includes(hash, index, size, tree.leaf(index), path,
                        tree.root(size)), index + " of " + size);
                assertFalse(Proofs.includes(hash, index, size, flipped(tree.leaf(index), size),
                        path, tree.root(size)));
                for (int i = 0; i < path.size(); i++) {
                    assertFalse(Proofs.includes(hash, index, size, tree.leaf(index),
                            flipped(path, i), tree.root(size)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void provesThatEveryTreeBeginsWithEverySmallerOne(TreeHash hash) {
        var tree = grown(hash);
        for (int size = 1; size <= MOST; size++) {
            for (int old = 1; old <= size; old += 1 + size / 20) {
                var proof = tree.consistency(old, size);
                assertTrue(Proofs.consistent(hash, old, size, proof, tree.root(old),
                        tree.root(size)), old + " to " + size);
                assertFalse(Proofs.consistent(hash, old, size, proof,
                        flipped(tree.root(old), size), tree.root(size)));
                for (int i = 0; i < proof.size(); i++) {
                    assertFalse(Proofs.consistent(hash, old, size, flipped(proof, i),
                            tree.root(old), tree.root(size)));
                }
            }
        }
    }

    @Test
    void refusesWhatProvesNothing() {
        var tree = grown(TreeHash.SHA256);
        var root = tree.root();
        assertFalse(Proofs.consistent(TreeHash.SHA256, 0, MOST, List.of(),
                TreeHash.SHA256.empty(), root));
        assertFalse(Proofs.includes(TreeHash.SHA256, 5, 5, tree.leaf(5), List.of(), root));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.root(MOST + 1));
    }

    @Test
    void aCopyGrowsAlone() {
        var tree = grown(TreeHash.SHA256);
        var before = tree.root();
        tree.copy().append(new byte[]{1});
        assertEquals(before, tree.root());
        assertEquals(MOST, tree.size());
    }

    private static MerkleTree grown(TreeHash hash) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < MOST; i++) {
            tree.append(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
        return tree;
    }

    private static List<Bytes> flipped(List<Bytes> proof, int index) {
        var other = new ArrayList<>(proof);
        other.set(index, flipped(proof.get(index), index));
        return other;
    }

    private static Bytes flipped(Bytes hash, int bit) {
        var bytes = hash.array();
        bytes[bit / 8 % 32] ^= (byte) (1 << bit % 8);
        return Bytes.of(bytes);
    }
}

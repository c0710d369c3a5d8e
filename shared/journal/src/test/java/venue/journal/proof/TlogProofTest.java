package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Sm2;
import venue.journal.proof.VerifierKey.Kind;

class TlogProofTest {

    private static final String ORIGIN = "venue.hall/dev/hall-1/g1";
    private final Ed25519.Key key = Ed25519.generate();
    private final VerifierKey log = new VerifierKey(ORIGIN, Kind.ED25519, key.pub());

    @ParameterizedTest
    @EnumSource(TreeHash.class)
    void provesEveryLeafByItsTextAlone(TreeHash hash) {
        var tree = tree(hash, 13);
        var note = note(tree, 11);
        for (int index = 0; index < 11; index++) {
            var proof = TlogProof.parse(TlogProof.of(tree, index, note).text());
            assertTrue(proof.check(hash, leaf(index), List.of(log)), "leaf " + index);
            assertFalse(proof.check(hash, leaf(index + 1), List.of(log)), "leaf " + index);
        }
    }

    @Test
    void asksForEveryKeyAndForTheLogItself() {
        var tree = tree(TreeHash.SHA256, 5);
        var sm2 = Sm2.generate();
        var stranger = Ed25519.generate();
        var note = note(tree, 5).signed(ORIGIN, sm2).signed("stranger", stranger);
        var proof = TlogProof.of(tree, 2, note);
        var sm2Key = new VerifierKey(ORIGIN, Kind.SM2, sm2.pub());
        var strangerKey = new VerifierKey("stranger", Kind.ED25519, stranger.pub());
        var absent = new VerifierKey("absent", Kind.ED25519, stranger.pub());
        var hash = TreeHash.SHA256;
        assertTrue(proof.check(hash, leaf(2), List.of(log, sm2Key, strangerKey)));
        assertTrue(proof.check(hash, leaf(2), List.of(sm2Key)));
        assertFalse(proof.check(hash, leaf(2), List.of(log, absent)));
        assertFalse(proof.check(hash, leaf(2), List.of(strangerKey)));
        assertFalse(proof.check(hash, leaf(2), List.of()));
        assertFalse(proof.check(TreeHash.SM3, leaf(2), List.of(log)));
    }

    @Test
    void carriesWhatTheReaderNeedsBesides() {
        var tree = tree(TreeHash.SHA256, 1);
        var proof = new TlogProof(0, List.of(), note(tree, 1), Optional.of(Bytes.of(leaf(7))));
        assertEquals("c2sp.org/tlog-proof@v1\nextra bGVhZiA3\nindex 0\n\n" + proof.note().text(),
                proof.text());
        assertEquals(proof, TlogProof.parse(proof.text()));
    }

    @Test
    void noticesEveryChangedBitOfItsText() {
        var tree = tree(TreeHash.SHA256, 13);
        var proof = TlogProof.of(tree, 6, note(tree, 13)).text().getBytes(UTF_8);
        for (int bit = 0; bit < proof.length * 8; bit++) {
            var other = proof.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(holds(new String(other, UTF_8)), "bit " + bit);
        }
    }

    private boolean holds(String text) {
        try {
            return TlogProof.parse(text).check(TreeHash.SHA256, leaf(6), List.of(log));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"index 6, index 06", "index 6, index 13", "index 6, index -1", "index 6, place 6",
            "@v1, @v2", "index 6|, ''", "index 6|, index 6|AAAA|", "index 6|, extra A|index 6|",
            "index 6|, extra AAAA|extra AAAA|index 6|", "c2sp, C2SP", "|venue, venue"})
    void refusesOtherTexts(String what, String by) {
        var tree = tree(TreeHash.SHA256, 13);
        var text = TlogProof.of(tree, 6, note(tree, 13)).text();
        var other = text.replace(what.replace('|', '\n'), by.replace('|', '\n'));
        assertFalse(other.equals(text));
        assertThrows(IllegalArgumentException.class, () -> TlogProof.parse(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\n\n",
            "c2sp.org/tlog-proof@v1\n\n\n"})
    void refusesFragments(String text) {
        assertThrows(IllegalArgumentException.class, () -> TlogProof.parse(text));
    }

    private Note note(MerkleTree tree, int size) {
        var body = new Checkpoint(ORIGIN, size, tree.root(size)).body();
        return new Note(body, List.of()).signed(ORIGIN, key);
    }

    private static MerkleTree tree(TreeHash hash, int size) {
        var tree = new MerkleTree(hash);
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        return tree;
    }

    private static byte[] leaf(int index) {
        return ("leaf " + index).getBytes(UTF_8);
    }
}

package venue.journal.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.journal.proof.VerifierKey.Kind;

class NoteTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00Z");
    private final Ed25519.Key key = Ed25519.generate();
    private final VerifierKey verifier = new VerifierKey("venue.hall/dev/hall-1/g1", Kind.ED25519,
            key.pub());
    private final Checkpoint checkpoint = new Checkpoint(verifier.name(), 13,
            Bytes.fromHex("ab".repeat(32)));
    private final Note note = new Note(checkpoint.body(), List.of()).signed(verifier.name(), key);

    @Test
    void readsBackWhatItWrote() {
        assertEquals(note, Note.parse(note.text()));
        assertEquals(checkpoint, Note.parse(note.text()).checkpoint());
        assertTrue(Note.parse(note.text()).isSignedBy(verifier));
    }

    @Test
    void noticesAnotherSize() {
        assertFalse(Note.parse(note.text().replace("\n13\n", "\n14\n")).isSignedBy(verifier));
    }

    @Test
    void doesNotTakeOneSignerForAnother() {
        var other = new VerifierKey(verifier.name(), Kind.ED25519, Ed25519.generate().pub());
        assertFalse(note.isSignedBy(other));
    }

    @Test
    void tellsWhenTheWitnessSawIt() {
        var centre = Ed25519.generate();
        var witness = new VerifierKey("centre", Kind.COSIGNATURE, centre.pub());
        var both = note.with(note.cosignature("centre", centre, NINE));
        assertEquals(Optional.of(NINE), Note.parse(both.text()).cosignedAt(witness));
        assertEquals(Optional.empty(), Note.parse(both.text().replace("\n13\n", "\n14\n"))
                .cosignedAt(witness));
        assertEquals(Optional.empty(), note.cosignedAt(witness));
    }

    @Test
    void exchangesKeysAsText() {
        assertEquals(verifier, VerifierKey.parse(verifier.text()));
        var wrong = verifier.text().replace("+" + verifier.id().hex() + "+", "+00000000+");
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse(wrong));
    }

    /// The key of the signed-note specification's example (C2SP, Go sumdb/note).
    @Test
    void agreesOnKeyIdsWithTheSpecification() {
        var text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertEquals(text, VerifierKey.parse(text).text());
    }

    /// The same source's signed note.
    @Test
    void acceptsTheNoteOfAnotherImplementation() {
        var key = VerifierKey.parse(
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var foreign = Note.parse("""
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZS\
                NXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """);
        assertTrue(foreign.isSignedBy(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n01\nAA==\n", "a\n1\n", "a\n-1\nAA==\n", "a\n1\nAA==\nextension\n",
            "a\n1\nAA==\n"})
    void refusesOtherBodies(String body) {
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(body));
    }
}

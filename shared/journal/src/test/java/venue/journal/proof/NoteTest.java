package venue.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import venue.crypto.Sm2;
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
    void carriesASecondSignatureWithSm2() {
        var sm2 = Sm2.generate();
        var known = new VerifierKey(verifier.name(), Kind.SM2, sm2.pub());
        var both = Note.parse(note.signed(verifier.name(), sm2).text());
        assertTrue(both.isSignedBy(known));
        assertTrue(both.isSignedBy(verifier));
        assertFalse(note.isSignedBy(known));
        var other = new VerifierKey(verifier.name(), Kind.SM2, Sm2.generate().pub());
        assertFalse(both.isSignedBy(other));
        assertFalse(Note.parse(both.text().replace("\n13\n", "\n14\n")).isSignedBy(known));
        var line = both.lines().getLast();
        for (int at = 0; at < line.signature().length(); at++) {
            var changed = line.signature().array();
            changed[at] ^= 1;
            assertFalse(note.with(new Note.Line(line.name(), Bytes.of(changed)))
                    .isSignedBy(known), "byte " + at);
        }
    }

    /// id = SHA-256(name || 0x0A || 0xff || "ggzy-sm2sm3-v1" || 04 || x || y), four bytes.
    @Test
    void anSm2KeyBearsItsLabel() {
        var pub = Sm2.Key.of(Bytes.fromHex("11".repeat(32)).array()).pub();
        var key = new VerifierKey("hall", Kind.SM2, pub);
        var typed = "ff" + Bytes.of("ggzy-sm2sm3-v1".getBytes(UTF_8)).hex() + pub.hex();
        var id = Bytes.fromHex(Bytes.of("hall\n".getBytes(UTF_8)).hex() + typed).sha256()
                .substring(0, 8);
        assertEquals("hall+" + id + "+" + Bytes.fromHex(typed).base64(), key.text());
        assertEquals(key, VerifierKey.parse(key.text()));
        assertTrue(pub.hex().startsWith("04"));
    }

    @Test
    void aKeyThatWillBeForgottenSignsTheSame() {
        try (var forgotten = Ed25519.Erasable.generate()) {
            var known = new VerifierKey("session", Kind.ED25519, forgotten.pub());
            assertTrue(note.signed("session", forgotten).isSignedBy(known));
        }
    }

    /// Other kinds of signature, even under our own name, are passed over.
    @ParameterizedTest
    @ValueSource(ints = {5, 12, 67, 68, 69, 75, 76, 77, 3000})
    void passesOverLinesItDoesNotKnow(int length) {
        var unknown = new Note.Line(verifier.name(), Bytes.random(length));
        var text = new Note(note.body(), List.of(unknown)).with(note.lines().getFirst()).text();
        var read = Note.parse(text);
        assertEquals(text, read.text());
        assertTrue(read.isSignedBy(verifier));
        var start = Bytes.fromHex(verifier.id().hex() + "00".repeat(length - 4));
        var claimed = note.with(new Note.Line(verifier.name(), start));
        assertTrue(claimed.isSignedBy(verifier), "beside a broken one the good one counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\n\n", "a\n\n\u2014 name", "a\n\n\u2014 name AAAA\n",
            "a\n\n\u2014  AAAAAAAA\n", "a\n\n\u2014 na+me AAAAAAAA\n", "a\n\n- name AAAAAAAA\n",
            "a\n\n\u2014 name AAAAAAA\n", "a\n\n\u2014 name AAAAAAB=\n",
            "a\t\n\n\u2014 n AAAAAAAA\n",
            "a\n\n\u2014 name AAAAAAAA", "a\n\n\u2014 name AAAAAAAA\r\n",
            "a\n\n\u2014 n AAAAAAAA x\n"})
    void refusesWhatIsNotANote(String text) {
        assertThrows(IllegalArgumentException.class, () -> Note.parse(text));
    }

    /// The note at the head of the specification (C2SP signed-note), whose text has a blank line.
    @Test
    void readsTheExampleOfTheSpecification() {
        var text = """
                Ognuno sta solo sul cuor della terra
                trafitto da un raggio di sole:

                ed \u00e8 subito sera.

                \u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9\
                oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                """;
        var example = Note.parse(text);
        assertEquals(text, example.text());
        assertTrue(example.body().endsWith("subito sera.\n"));
        assertEquals(List.of("quasimodo.example/salvatore"),
                example.lines().stream().map(Note.Line::name).toList());
        assertFalse(example.isSignedBy(verifier));
    }

    @Test
    void exchangesKeysAsText() {
        assertEquals(verifier, VerifierKey.parse(verifier.text()));
        var wrong = verifier.text().replace("+" + verifier.id().hex() + "+", "+00000000+");
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse(wrong));
    }

    /// The keys of the examples (Go sumdb/note, C2SP signed-note).
    @ParameterizedTest
    @ValueSource(strings = {
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void agreesOnKeyIdsWithTheSpecification(String text) {
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

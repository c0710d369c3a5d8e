package venue.journal.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.journal.proof.VerifierKey.Kind;

class TrustPolicyTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00Z");
    private static final String ORIGIN = "venue.hall/dev/hall-1/g1";
    private final Ed25519.Key log = Ed25519.generate();
    private final List<Ed25519.Key> witnesses = new ArrayList<>();
    private final String text = text();
    private final TrustPolicy policy = TrustPolicy.parse(text);

    /// The example of the specification.
    private String text() {
        var lines = new StringBuilder("# who is believed\n\n");
        lines.append("log ").append(key(ORIGIN, Kind.ED25519, log)).append(" http://hall/log\n");
        for (var name : List.of("X1", "X2", "X3", "Y1", "Y2", "Y3")) {
            var witness = Ed25519.generate();
            witnesses.add(witness);
            lines.append("witness\t").append(name).append("  ")
                    .append(key("w." + name, Kind.COSIGNATURE, witness)).append('\n');
        }
        return lines + """
                group X-witnesses 2 X1 X2 X3
                group Y-witnesses any Y1 Y2 Y3
                  group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """;
    }

    private static String key(String name, Kind kind, Ed25519.Key key) {
        return new VerifierKey(name, kind, key.pub()).text();
    }

    @ParameterizedTest(name = "countersigned by {0}: {1}")
    @CsvSource({"'', false", "X1, false", "X1 X2, false", "X1 X2 X3, false", "X1 Y1, false",
            "Y1 Y2 Y3, false", "X1 X2 Y1, true", "X2 X3 Y3, true",
            "X1 X2 X3 Y1 Y2 Y3, true"})
    void asksForTheQuorum(String names, boolean trusted) {
        var verdict = policy.judge(note(names));
        assertEquals(trusted, verdict.isTrusted());
        assertEquals(names, String.join(" ", verdict.witnesses()));
        assertEquals(Optional.of(log.pub()), verdict.log().map(VerifierKey::key));
        assertEquals(List.of(), verdict.broken());
    }

    @Test
    void asksForTheLog() {
        var unsigned = new Note(note("").body(), List.of());
        var none = TrustPolicy.of(new VerifierKey(ORIGIN, Kind.ED25519, log.pub()), List.of(), 0);
        assertTrue(none.judge(note("")).isTrusted());
        assertFalse(none.judge(unsigned).isTrusted());
        var foreign = new Note(new Checkpoint("another", 1, Bytes.random(32)).body(), List.of());
        assertFalse(none.judge(foreign.signed(ORIGIN, log)).isTrusted(), "another log's name");
    }

    @Test
    void aWrongSignatureOfAKnownKeySpoilsTheNote() {
        var good = note("X1 X2 Y1");
        var line = witnessed("Y2", new Note(good.body().replace("\n7\n", "\n8\n"), List.of()));
        var verdict = policy.judge(good.with(line));
        assertTrue(verdict.quorum());
        assertFalse(verdict.isTrusted());
        assertEquals(List.of("w.Y2"), verdict.broken().stream().map(VerifierKey::name).toList());
        assertTrue(policy.judge(good.with(new Note.Line("nobody", Bytes.random(70))))
                .isTrusted(), "lines of strangers are passed over");
    }

    @Test
    void readsBackWhatItWrote() {
        assertEquals(policy, TrustPolicy.parse(policy.text()));
        var small = TrustPolicy.of(new VerifierKey(ORIGIN, Kind.ED25519, log.pub()),
                policy.witnesses().stream().map(TrustPolicy.Witness::key).toList(), 2);
        assertEquals(small, TrustPolicy.parse(small.text()));
        assertTrue(small.judge(note("X1 Y1")).isTrusted());
        assertFalse(small.judge(note("X1")).isTrusted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quorum none", "group g all X1\n", "quorum nobody\n",
            "witness none KEY\n", "witness W KEY\nwitness W KEY2\n", "witness W LOG\n",
            "log KEY\n", "log LOG\nlog LOG\n", "witness W KEY\nwitness V KEY\n",
            "group g any W\nwitness W KEY\n", "witness W KEY\ngroup g 2 W\n",
            "witness W KEY\ngroup g 0 W\n", "witness W KEY\ngroup g any\n",
            "witness W KEY\ngroup g any W\ngroup h any W\n", "group g any none\n",
            "witness W KEY\ngroup g any g\n", "quorum none\n", "something else\n", "log\n",
            "log x\n", "witness W KEY url more\n", "log LOG \u0001\n", "group g 01 W\n",
            "witness W KEY\r\n"})
    void refusesWhatIsNotAPolicy(String lines) {
        var whole = lines.replace("KEY2", key("b", Kind.COSIGNATURE, witnesses.get(1)))
                .replace("KEY", key("a", Kind.COSIGNATURE, witnesses.getFirst()))
                .replace("LOG", key(ORIGIN, Kind.ED25519, log));
        assertThrows(IllegalArgumentException.class,
                () -> TrustPolicy.parse(whole.equals("quorum none")
                        ? whole
                        : whole + "quorum none\n"));
    }

    @Test
    void aPolicyNeedsItsQuorum() {
        assertThrows(IllegalArgumentException.class, () -> TrustPolicy.parse("# nothing\n"));
        assertEquals("quorum none\n", TrustPolicy.parse("\t# hall\n \nquorum\tnone \n").text());
    }

    private Note note(String names) {
        var note = new Note(new Checkpoint(ORIGIN, 7, Bytes.of(new byte[32])).body(), List.of())
                .signed(ORIGIN, log);
        for (var name : names.split(" ", -1)) {
            if (!name.isEmpty()) {
                note = note.with(witnessed(name, note));
            }
        }
        return note;
    }

    private Note.Line witnessed(String name, Note note) {
        int index = List.of("X1", "X2", "X3", "Y1", "Y2", "Y3").indexOf(name);
        return note.cosignature("w." + name, witnesses.get(index), NINE);
    }
}

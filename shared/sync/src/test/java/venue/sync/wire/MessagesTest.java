package venue.sync.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;

class MessagesTest {

    @Test
    void writesAnAdditionAsTheWitnessSpecificationShows() {
        var hash = Bytes.of(new byte[32]);
        var addition = new Addition(3, List.of(hash), "origin\n5\nroot\n\n— name sig\n");
        var text = "old 3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n"
                + "origin\n5\nroot\n\n— name sig\n";
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), addition.bytes());
        assertEquals(addition, Addition.read(addition.bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old 3", "old 03\n\nx", "old -1\n\nx", "new 3\n\nx", "old\n\nx",
            "old 3\nnot base64!\n\nx", "old 3\nAAAA\n\nx", "old 99999999999999999999\n\nx"})
    void refusesAMalformedAddition(String text) {
        assertThrows(Malformed.class,
                () -> Addition.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesAtMostSixtyThreeProofLines() {
        var hash = Bytes.of(new byte[32]);
        var most = new Addition(1, Collections.nCopies(63, hash), "x\n");
        assertEquals(most, Addition.read(most.bytes()));
        assertThrows(Malformed.class,
                () -> new Addition(1, Collections.nCopies(64, hash), "x\n"));
    }

    @ParameterizedTest
    @CsvSource({"1.0, true", "1.9, true", "1.999, true", "2.0, false", "0.9, false", "1, false",
            "'', false", "1.0.0, false", "x1.0, false", "11.0, false"})
    void speaksWithTheSameMajorVersionOnly(String version, boolean speaks) {
        assertEquals(speaks, Protocol.speaks(version));
    }

    @Test
    void passesOverFieldsOfANewerMinorVersion() {
        var json = """
                {"code":"X","message":"y","added-in-1.5":{"a":[1,2]}}""";
        assertEquals(new Trouble("X", "y"),
                Json.read(json.getBytes(StandardCharsets.UTF_8), Trouble.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"code\":\"X\"}", "{\"code\":null}",
            "{\"code\":\"X\",\"message\":\"y\"} more", "{\"code\":\"X\",\"message\":\"y\""})
    void refusesJsonThatIsNotTheMessage(String text) {
        assertThrows(Malformed.class,
                () -> Json.read(text.getBytes(StandardCharsets.UTF_8), Trouble.class));
    }

    @Test
    void refusesJsonThatIsDeeperThanAnyMessage() {
        var deep = "{\"code\":\"X\",\"message\":\"y\",\"z\":" + "[".repeat(50) + "]".repeat(50)
                + "}";
        assertThrows(Malformed.class,
                () -> Json.read(deep.getBytes(StandardCharsets.UTF_8), Trouble.class));
    }

    @Test
    void bindsTheClockToItsQuestion() {
        var one = new ClockSample("00ff", "2026-11-23T01:00:00.000Z", "AAAA");
        var other = new ClockSample("00fe", "2026-11-23T01:00:00.000Z", "AAAA");
        assertFalse(java.util.Arrays.equals(one.message(), other.message()));
        assertTrue(new String(one.message(), StandardCharsets.UTF_8)
                .equals("venue-clock/1\n00ff\n2026-11-23T01:00:00.000Z\n"));
        assertThrows(Malformed.class, () -> new ClockSample("", "", "?").signatureBytes());
    }
}

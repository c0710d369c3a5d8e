package venue.sync.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.LogRange;
import venue.journal.Origin;

class BatchTest {

    private static final Bytes HASH = Bytes.of(new byte[32]);
    private static final LogRange RANGE = new LogRange(new Origin(new DeviceId("seat-1"), 2), 7,
            List.of(new LogRange.Item(bytes("leaf seven"), Optional.of(bytes("内容"))),
                    new LogRange.Item(bytes("leaf eight"), Optional.empty())),
            "note — one\n", "note two\n", List.of(HASH), List.of(HASH, HASH));

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bringsBackExactlyWhatWasSent() {
        var sent = Batch.write(RANGE);
        assertEquals(RANGE, Batch.read(sent));
        assertArrayEquals(sent, Batch.write(Batch.read(sent)));
    }

    @Test
    void looksLikeTheHandbookSays() {
        var text = new String(Batch.write(RANGE), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("""
                venue-batch/1
                device seat-1
                generation 2
                from 7
                count 2
                checkpoint 13
                checkpoint-sm3 9
                proof 1
                proof-sm3 2

                note — one
                note two
                """), text);
        assertTrue(text.endsWith("\0\0\0\6内容\0\0\0\nleaf eight\uFFFD\uFFFD\uFFFD\uFFFD"), text);
    }

    @Test
    void noticesEveryCut() {
        var whole = Batch.write(RANGE);
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThrows(Malformed.class, () -> Batch.read(cut), "cut at " + length);
        }
        var longer = Arrays.copyOf(whole, whole.length + 1);
        assertThrows(Malformed.class, () -> Batch.read(longer));
    }

    @Test
    void neverFallsOverRandomBytes() {
        var chance = new Random(1);
        var whole = Batch.write(RANGE);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var bytes = whole.clone();
            for (int k = chance.nextInt(4); k >= 0; k--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            }
            try {
                Batch.read(bytes);
            } catch (Malformed e) {
                refused++;
            }
        }
        assertTrue(refused > 5_000, "refused " + refused);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"count, 1001", "count, -1", "count, 01", "from, 1e3", "generation, 0",
            "generation, 1000000", "checkpoint, 65537", "proof, 64", "device, Seat 1"})
    void refusesHeadsOutsideTheirLimits(String field, String value) {
        var text = new String(Batch.write(RANGE), StandardCharsets.ISO_8859_1)
                .replaceFirst("\n" + field + " [^\n]*\n", "\n" + field + " " + value + "\n");
        assertThrows(Malformed.class,
                () -> Batch.read(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesLeavesAndPayloadsAboveTheirLimits() {
        for (int length : new int[]{0, Protocol.LEAF_BYTES_MAX + 1, Integer.MAX_VALUE, -2}) {
            var bytes = Batch.write(RANGE);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("leaf seven") - 4;
            java.nio.ByteBuffer.wrap(bytes).putInt(at, length);
            assertThrows(Malformed.class, () -> Batch.read(bytes), "leaf of " + length);
        }
        for (int length : new int[]{Protocol.PAYLOAD_BYTES_MAX + 1, -2}) {
            var bytes = Batch.write(RANGE);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("leaf seven") + 10;
            java.nio.ByteBuffer.wrap(bytes).putInt(at, length);
            assertThrows(Malformed.class, () -> Batch.read(bytes), "payload of " + length);
        }
    }
}

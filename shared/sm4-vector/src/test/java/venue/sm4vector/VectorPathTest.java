package venue.sm4vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.ServiceLoader;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.body.Sm4Choice;
import venue.crypto.sm4.Sm4Path;

class VectorPathTest {

    private static final int BATCH = 1024 * VectorCircuit.LANES.length();

    @Test
    void isFoundAsAService() {
        assertTrue(ServiceLoader.load(Sm4Path.class).stream()
                .anyMatch(path -> path.type().equals(VectorPath.class)));
    }

    @Test
    void isChosenWhereVectorsAreWide() {
        var report = Sm4Choice.choose(() -> false);
        assertTrue(report.rejected().isEmpty(), report.toString());
        assertEquals(new VectorPath().isAtHome(), report.path().startsWith("vector"));
        assertTrue(report.constantTime());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 1024, 8192, 16384, 65536})
    void agreesWithBouncyCastleAroundEveryBorder(int border) {
        var random = new Random(border);
        for (int length = Math.max(0, border - 1); length <= border + 1; length++) {
            agrees(random, length, random.nextInt(1 << 20));
        }
    }

    @Test
    void agreesAroundItsOwnBatch() {
        var random = new Random(5);
        for (int times = 1; times <= 3; times++) {
            for (int more : new int[]{-17, -1, 0, 1, 16, 17}) {
                agrees(random, times * BATCH + more, 2);
            }
        }
    }

    @Test
    void carriesThroughTheWholeCounter() {
        var random = new Random(6);
        for (int counter : new int[]{0xff, 0xffff - 3, 0x00ffffff, 0x7fffffff - 5}) {
            agrees(random, 2 * BATCH + 5, counter);
        }
    }

    /// In place at any offset; what lies around is left alone.
    private static void agrees(Random random, int length, int counter) {
        var key = bytes(random, 16);
        var nonce = bytes(random, 12);
        int at = random.nextInt(30);
        var place = bytes(random, at + length + 7);
        var wanted = place.clone();
        var castle = SICBlockCipher.newInstance(new SM4Engine());
        castle.init(true, new ParametersWithIV(new KeyParameter(key),
                ByteBuffer.allocate(16).put(nonce).putInt(counter).array()));
        castle.processBytes(Arrays.copyOfRange(place, at, at + length), 0, length, wanted, at);
        var apart = new byte[length];
        try (var stream = new VectorPath().stream(key)) {
            stream.apply(nonce, counter, place, at, apart, 0, length);
            stream.apply(nonce, counter, place, at, place, at, length);
        }
        assertArrayEquals(wanted, place);
        assertArrayEquals(Arrays.copyOfRange(wanted, at, at + length), apart);
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

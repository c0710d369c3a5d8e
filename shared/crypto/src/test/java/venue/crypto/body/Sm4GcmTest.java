package venue.crypto.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import venue.crypto.sm4.SlicePath;
import venue.crypto.sm4.Sm4Path;
import venue.crypto.sm4.Sm4Stream;

class Sm4GcmTest {

    private static final int CHUNK = 1 << 16;

    static Stream<Arguments> ways() {
        var all = new ArrayList<Arguments>();
        all.add(way("slice64, plain GHASH", Sm4Choice.with(new SlicePath(), PlainGhash::new)));
        JdkGhash.within().ifPresent(ghash -> all.add(
                way("slice64, GHASH of the JDK", Sm4Choice.with(new SlicePath(), ghash))));
        all.add(way("as chosen", Sm4Choice::aead));
        all.add(way("Bouncy Castle", JceGcm::sm4));
        return all.stream();
    }

    private static Arguments way(String name, Function<byte[], Aead> made) {
        return Arguments.argumentSet(name, made);
    }

    @Test
    void theGhashOfTheJdkIsWithinReachOfTheseTests() {
        assertTrue(JdkGhash.within().isPresent());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void agreesWithBouncyCastleAroundEveryBorder(Function<byte[], Aead> made) {
        var random = new Random(17);
        for (int border : new int[]{0, 16, 64, 1024, 2048, 4096, 8192, CHUNK}) {
            for (int length = Math.max(0, border - 2); length <= border + 2; length++) {
                agrees(made, random, length);
            }
        }
        for (int round = 0; round < 40; round++) {
            agrees(made, random, random.nextInt(9_000));
        }
    }

    /// Sealed apart and in place, at any offset, and opened likewise; what lies around is left
    /// alone.
    private static void agrees(Function<byte[], Aead> made, Random random, int length) {
        var key = bytes(random, 16);
        var nonce = bytes(random, 12);
        var aad = bytes(random, random.nextInt(50));
        var plain = bytes(random, length);
        var wanted = new byte[length + Aead.TAG];
        try (var aead = made.apply(key); var castle = JceGcm.sm4(key)) {
            castle.seal(nonce, aad, plain, 0, length, wanted, 0);
            int at = random.nextInt(40);
            var place = bytes(random, at + wanted.length + 9);
            var around = place.clone();
            System.arraycopy(plain, 0, place, at, length);
            assertEquals(wanted.length, aead.seal(nonce, aad, place, at, length, place, at));
            System.arraycopy(wanted, 0, around, at, wanted.length);
            assertArrayEquals(around, place);
            assertEquals(length, aead.open(nonce, aad, place, at, wanted.length, place, at));
            assertArrayEquals(plain, Arrays.copyOfRange(place, at, at + length));
            var apart = new byte[length + 3];
            assertEquals(length, aead.open(nonce, aad, wanted, 0, wanted.length, apart, 3));
            assertArrayEquals(plain, Arrays.copyOfRange(apart, 3, apart.length));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void handsOutNothingWhenTheTagIsWrong(Function<byte[], Aead> made) {
        handsOutNothing(made, 16);
    }

    @Test
    void handsOutNothingInAesEither() {
        handsOutNothing(Ciphers::aes, 32);
    }

    private static void handsOutNothing(Function<byte[], Aead> made, int keyBytes) {
        var random = new Random(23);
        try (var aead = made.apply(bytes(random, keyBytes))) {
            for (int length : new int[]{0, 1, 15, 16, 17, 1_000, 8_193, CHUNK}) {
                var nonce = bytes(random, 12);
                var aad = bytes(random, 32);
                var sealed = new byte[length + Aead.TAG];
                aead.seal(nonce, aad, new byte[length], 0, length, sealed, 0);
                for (int i = 0; i < 6; i++) {
                    var changed = sealed.clone();
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                    var out = bytes(random, length);
                    var before = out.clone();
                    assertEquals(-1, aead.open(nonce, aad, changed, 0, changed.length, out, 0));
                    assertTrue(Arrays.equals(out, before) || Arrays.equals(out, new byte[length]));
                }
                assertEquals(-1, aead.open(nonce, bytes(random, 32), sealed, 0, sealed.length,
                        new byte[length], 0));
            }
            assertEquals(-1, aead.open(bytes(random, 12), new byte[0], new byte[15], 0, 15,
                    new byte[16], 0));
        }
    }

    @Test
    void aPathThatErrsIsReportedAndNeverUsed() {
        for (int wrong : new int[]{0, 70_000}) {
            var report = Sm4Choice.choose(List.of(new Erring(wrong), new SlicePath()),
                    () -> false);
            assertTrue(report.path().startsWith("slice64"), report.toString());
            assertTrue(report.constantTime());
            assertEquals(1, report.rejected().size());
            assertEquals(report, Sm4Choice.report());
        }
        var none = Sm4Choice.choose(List.of(new Erring(0)), () -> false);
        assertEquals("bouncy-castle", none.path());
        assertFalse(none.constantTime());
        assertTrue(Sm4Choice.choose(() -> false).rejected().isEmpty());
    }

    @Test
    void stopsChoosingWhenAsked() {
        var before = Sm4Choice.report();
        assertEquals(before, Sm4Choice.choose(List.of(new Erring(0)), () -> true));
    }

    /// Wrong by one bit after so many bytes.
    private static final class Erring implements Sm4Path {

        private final int after;
        private int seen;

        Erring(int after) {
            this.after = after;
        }

        @Override
        public String name() {
            return "erring";
        }

        @Override
        public boolean isConstantTime() {
            return true;
        }

        @Override
        public boolean isAtHome() {
            return true;
        }

        @Override
        public Sm4Stream stream(byte[] key) {
            var right = new SlicePath().stream(key);
            return new Sm4Stream() {

                @Override
                public void apply(byte[] nonce, int counter, byte[] in, int inAt, byte[] out,
                        int outAt, int length) {
                    right.apply(nonce, counter, in, inAt, out, outAt, length);
                    seen += length;
                    if (seen > after && length > 0) {
                        out[outAt] ^= 1;
                    }
                }

                @Override
                public void close() {
                    right.close();
                }
            };
        }
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

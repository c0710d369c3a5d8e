package venue.crypto.sm4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class SboxCircuitTest {

    /// x⁸+x⁷+x⁶+x⁵+x⁴+x²+1.
    private static final int FIELD = 0x1f5;
    /// The rows of A, lowest bit of the result first: each is the one before, turned by one.
    private static final int ROW = 0xa7;
    private static final int CONSTANT = 0xd3;

    /// The first line of the table in GB/T 32907, as a check on the algebra below.
    private static final String FIRST = "d690e9fecce13db716b614c228fb2c05";

    @Test
    void isTheSboxForAll256Values() {
        var first = new byte[16];
        for (int value = 0; value < 256; value++) {
            int wanted = affine(inverse(affine(value)));
            int got = Sm4Key.tau(value * 0x01010101, new long[8]);
            assertEquals(wanted * 0x01010101, got, "S(" + value + ")");
            if (value < 16) {
                first[value] = (byte) wanted;
            }
        }
        assertEquals(FIRST, HexFormat.of().formatHex(first));
    }

    @Test
    void doesAllValuesInAllPlacesAtOnce() {
        for (int shift = 0; shift < 256; shift += 64) {
            var planes = new long[8];
            for (int i = 0; i < 64; i++) {
                int in = shift + i ^ SboxCircuit.IN & 0xff;
                for (int bit = 0; bit < 8; bit++) {
                    planes[bit] |= (long) (in >>> bit & 1) << i;
                }
            }
            SboxCircuit.apply(planes, 0);
            for (int i = 0; i < 64; i++) {
                int out = SboxCircuit.OUT & 0xff;
                for (int bit = 0; bit < 8; bit++) {
                    out ^= (int) (planes[bit] >>> i & 1) << bit;
                }
                assertEquals(affine(inverse(affine(shift + i))), out);
            }
        }
    }

    @Test
    void encryptsTheBlockOfTheStandard() {
        var key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        var block = key.clone();
        try (var sm4 = new Sm4Key(key)) {
            sm4.encrypt(block, 0);
            assertEquals("681edf34d206965e86b3e94f536e4246", HexFormat.of().formatHex(block));
        }
    }

    @Test
    void agreesWithBouncyCastleOnAnyBlock() {
        var random = new Random(4);
        var castle = new SM4Engine();
        for (int round = 0; round < 500; round++) {
            var key = new byte[16];
            var block = new byte[16];
            random.nextBytes(key);
            random.nextBytes(block);
            castle.init(true, new KeyParameter(key));
            var wanted = new byte[16];
            castle.processBlock(block, 0, wanted, 0);
            try (var sm4 = new Sm4Key(key)) {
                sm4.encrypt(block, 0);
            }
            assertArrayEquals(wanted, block);
        }
    }

    private static int affine(int x) {
        int y = CONSTANT;
        for (int bit = 0; bit < 8; bit++) {
            int row = (ROW << bit | ROW >>> 8 - bit) & 0xff;
            y ^= (Integer.bitCount(row & x) & 1) << bit;
        }
        return y;
    }

    private static int inverse(int x) {
        int y = 1;
        for (int i = 0; i < 254; i++) {
            y = product(y, x);
        }
        return x == 0 ? 0 : y;
    }

    private static int product(int a, int b) {
        int sum = 0;
        int left = a;
        for (int bit = 0; bit < 8; bit++) {
            sum ^= (b >>> bit & 1) * left;
            left <<= 1;
            left ^= (left >>> 8) * FIELD;
        }
        return sum;
    }
}

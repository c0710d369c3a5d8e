package venue.crypto.sm4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// An expanded SM4 key (GB/T 32907 §7.3) and single blocks with it, in constant time: the four
/// bytes of a word go through the [SboxCircuit] side by side.
public final class Sm4Key implements AutoCloseable {

    /// Bytes of a key and of a block.
    public static final int BYTES = 16;

    private static final int ROUNDS = 32;
    private static final int[] FAMILY = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class,
            ByteOrder.BIG_ENDIAN);

    private final int[] roundKeys = new int[ROUNDS];

    /// Expands 16 bytes.
    public Sm4Key(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("SM4 takes 16 bytes");
        }
        var planes = new long[8];
        var word = new int[4];
        for (int i = 0; i < 4; i++) {
            word[i] = (int) INT.get(key, 4 * i) ^ FAMILY[i];
        }
        for (int i = 0; i < ROUNDS; i++) {
            int b = tau(word[i + 1 & 3] ^ word[i + 2 & 3] ^ word[i + 3 & 3] ^ constant(i), planes);
            word[i & 3] ^= b ^ Integer.rotateLeft(b, 13) ^ Integer.rotateLeft(b, 23);
            roundKeys[i] = word[i & 3];
        }
        Arrays.fill(planes, 0);
        Arrays.fill(word, 0);
    }

    /// Encrypts the block at `at` in place.
    public void encrypt(byte[] block, int at) {
        var planes = new long[8];
        var word = new int[4];
        for (int i = 0; i < 4; i++) {
            word[i] = (int) INT.get(block, at + 4 * i);
        }
        for (int i = 0; i < ROUNDS; i++) {
            word[i & 3] ^= linear(
                    tau(word[i + 1 & 3] ^ word[i + 2 & 3] ^ word[i + 3 & 3] ^ roundKeys[i],
                            planes));
        }
        for (int i = 0; i < 4; i++) {
            INT.set(block, at + 4 * i, word[3 - i]);
        }
    }

    /// One long of zeros or ones for each bit of the 32 round keys, lowest bit first. The
    /// constants of the S-box are folded in, so that the rounds need no inversion; after 32 rounds
    /// nothing is left of them.
    public long[] planes() {
        var planes = new long[ROUNDS * 32];
        for (int i = 0; i < ROUNDS; i++) {
            int key = roundKeys[i] ^ SboxCircuit.IN ^ drift(i + 1) ^ drift(i + 2) ^ drift(i + 3);
            for (int bit = 0; bit < 32; bit++) {
                planes[i * 32 + bit] = -(long) (key >>> bit & 1);
            }
        }
        return planes;
    }

    @Override
    public void close() {
        Arrays.fill(roundKeys, 0);
    }

    /// How far word `i` of the folded rounds is from the true one: each visit of a word adds the
    /// output constant once.
    private static int drift(int i) {
        return i / 4 % 2 == 0 ? 0 : linear(SboxCircuit.OUT);
    }

    private static int linear(int b) {
        return b ^ Integer.rotateLeft(b, 2) ^ Integer.rotateLeft(b, 10)
                ^ Integer.rotateLeft(b, 18) ^ Integer.rotateLeft(b, 24);
    }

    /// The S-box on the four bytes of a word.
    static int tau(int word, long[] planes) {
        int in = word ^ SboxCircuit.IN;
        for (int bit = 0; bit < 8; bit++) {
            planes[bit] = (long) in >>> bit & 0x01010101L;
        }
        SboxCircuit.apply(planes, 0);
        int out = SboxCircuit.OUT;
        for (int bit = 0; bit < 8; bit++) {
            out ^= (int) planes[bit] << bit;
        }
        return out;
    }

    private static int constant(int round) {
        int constant = 0;
        for (int j = 0; j < 4; j++) {
            constant = constant << 8 | (4 * round + j) * 7 & 0xff;
        }
        return constant;
    }
}

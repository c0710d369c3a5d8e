package venue.crypto.sm4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// 64 blocks side by side: plane `32 w + b` holds bit `b` of word `w` of all of them, one block a
/// bit of a long.
public final class SliceStream implements Sm4Stream {

    private static final int BATCH = 64 * Sm4Key.BYTES;
    private static final long[] INDEX = {0xAAAAAAAAAAAAAAAAL, 0xCCCCCCCCCCCCCCCCL,
            0xF0F0F0F0F0F0F0F0L, 0xFF00FF00FF00FF00L, 0xFFFF0000FFFF0000L, 0xFFFFFFFF00000000L};
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class,
            ByteOrder.BIG_ENDIAN);

    private final Sm4Key key;
    private final long[] keys;
    private final long[] state = new long[128];
    private final long[] mixed = new long[32];
    private final long[] turned = new long[64];
    private final byte[] tail = new byte[BATCH];

    /// @param key 16 bytes
    public SliceStream(byte[] key) {
        this.key = new Sm4Key(key);
        this.keys = this.key.planes();
    }

    @Override
    public void apply(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt,
            int length) {
        if (length <= Sm4Key.BYTES) {
            single(nonce, counter, in, inAt, out, outAt, length);
            return;
        }
        int whole = length / BATCH * BATCH;
        for (int done = 0; done < whole; done += BATCH) {
            batch(nonce, counter + done / Sm4Key.BYTES, in, inAt + done, out, outAt + done);
        }
        int rest = length - whole;
        if (rest > 0) {
            System.arraycopy(in, inAt + whole, tail, 0, rest);
            batch(nonce, counter + whole / Sm4Key.BYTES, tail, 0, tail, 0);
            System.arraycopy(tail, 0, out, outAt + whole, rest);
        }
    }

    @Override
    public void close() {
        key.close();
        Arrays.fill(keys, 0);
        Arrays.fill(state, 0);
        Arrays.fill(mixed, 0);
        Arrays.fill(turned, 0);
        Arrays.fill(tail, (byte) 0);
    }

    private void single(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt,
            int length) {
        System.arraycopy(nonce, 0, tail, 0, 12);
        INT.set(tail, 12, counter);
        key.encrypt(tail, 0);
        for (int i = 0; i < length; i++) {
            out[outAt + i] = (byte) (in[inAt + i] ^ tail[i]);
        }
    }

    private void batch(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt) {
        for (int w = 0; w < 3; w++) {
            int word = (int) INT.get(nonce, 4 * w);
            for (int bit = 0; bit < 32; bit++) {
                state[32 * w + bit] = -(long) (word >>> bit & 1);
            }
        }
        count(counter);
        rounds(state, mixed, keys);
        half(64, in, inAt, out, outAt);
        half(0, in, inAt + 8, out, outAt + 8);
    }

    /// The last word: `counter` plus the number of the block, added bit by bit.
    private void count(int counter) {
        long carry = 0;
        for (int bit = 0; bit < 32; bit++) {
            long one = -(long) (counter >>> bit & 1);
            long other = bit < INDEX.length ? INDEX[bit] : 0;
            state[96 + bit] = one ^ other ^ carry;
            carry = one & other | carry & (one ^ other);
        }
    }

    private static void rounds(long[] state, long[] mixed, long[] keys) {
        for (int round = 0; round < 32; round++) {
            int at = (round & 3) * 32;
            mix(state, at + 32 & 127, at + 64 & 127, at + 96 & 127, keys, round * 32, mixed);
            SboxCircuit.apply(mixed, 0);
            SboxCircuit.apply(mixed, 8);
            SboxCircuit.apply(mixed, 16);
            SboxCircuit.apply(mixed, 24);
            spread(state, at, mixed);
        }
    }

    private static void mix(long[] s, int a, int b, int c, long[] keys, int key, long[] mixed) {
        for (int i = 0; i < 32; i++) {
            mixed[i] = s[a + i] ^ s[b + i] ^ s[c + i] ^ keys[key + i];
        }
    }

    /// The linear step: a rotation of a word is another numbering of its planes. Written in five
    /// pieces so that no index has to be taken modulo 32.
    private static void spread(long[] s, int at, long[] t) {
        for (int i = 0; i < 2; i++) {
            s[at + i] ^= t[i] ^ t[i + 30] ^ t[i + 22] ^ t[i + 14] ^ t[i + 8];
        }
        for (int i = 2; i < 10; i++) {
            s[at + i] ^= t[i] ^ t[i - 2] ^ t[i + 22] ^ t[i + 14] ^ t[i + 8];
        }
        for (int i = 10; i < 18; i++) {
            s[at + i] ^= t[i] ^ t[i - 2] ^ t[i - 10] ^ t[i + 14] ^ t[i + 8];
        }
        for (int i = 18; i < 24; i++) {
            s[at + i] ^= t[i] ^ t[i - 2] ^ t[i - 10] ^ t[i - 18] ^ t[i + 8];
        }
        for (int i = 24; i < 32; i++) {
            s[at + i] ^= t[i] ^ t[i - 2] ^ t[i - 10] ^ t[i - 18] ^ t[i - 24];
        }
    }

    /// Two words of all blocks back to bytes, 8 of each block; the result has them in reverse
    /// order (GB/T 32907 §7.1).
    private void half(int from, byte[] in, int inAt, byte[] out, int outAt) {
        System.arraycopy(state, from, turned, 0, 64);
        turn(turned);
        for (int k = 0; k < 64; k++) {
            LONG.set(out, outAt + 16 * k, (long) LONG.get(in, inAt + 16 * k) ^ turned[k]);
        }
    }

    /// Transposes 64 by 64 bits.
    private static void turn(long[] x) {
        long mask = 0x00000000FFFFFFFFL;
        for (int j = 32; j != 0; j >>= 1) {
            for (int k = 0; k < 64; k = (k | j) + 1 & ~j) {
                long swap = (x[k] >>> j ^ x[k | j]) & mask;
                x[k | j] ^= swap;
                x[k] ^= swap << j;
            }
            mask ^= mask << (j >> 1);
        }
    }
}

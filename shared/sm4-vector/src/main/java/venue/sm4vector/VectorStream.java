package venue.sm4vector;

import static venue.sm4vector.VectorCircuit.LANES;
import static venue.sm4vector.VectorCircuit.plane;
import static venue.sm4vector.VectorCircuit.x;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import venue.crypto.sm4.SliceStream;
import venue.crypto.sm4.Sm4Key;
import venue.crypto.sm4.Sm4Stream;

/// `64 W` blocks side by side, W lanes of 64 bits: block `k W + lane` is bit `k` of the lane. What
/// does not fill a batch goes through [SliceStream].
final class VectorStream implements Sm4Stream {

    private static final int W = LANES.length();
    private static final int W_LOG2 = Integer.numberOfTrailingZeros(W);
    private static final int BATCH = 64 * W * Sm4Key.BYTES;
    private static final long[] INDEX = {0xAAAAAAAAAAAAAAAAL, 0xCCCCCCCCCCCCCCCCL,
            0xF0F0F0F0F0F0F0F0L, 0xFF00FF00FF00FF00L, 0xFFFF0000FFFF0000L, 0xFFFFFFFF00000000L};
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class,
            ByteOrder.BIG_ENDIAN);

    private final SliceStream rest;
    private final long[] keys;
    private final long[] index = new long[(6 + W_LOG2) * W];
    private final long[] state = new long[128 * W];
    private final long[] mixed = new long[32 * W];
    private final long[] turned = new long[64 * W];

    VectorStream(byte[] key) {
        this.rest = new SliceStream(key);
        try (var expanded = new Sm4Key(key)) {
            this.keys = expanded.planes();
        }
        for (int lane = 0; lane < W; lane++) {
            for (int bit = 0; bit < W_LOG2; bit++) {
                index[bit * W + lane] = -(long) (lane >>> bit & 1);
            }
            for (int bit = 0; bit < INDEX.length; bit++) {
                index[(W_LOG2 + bit) * W + lane] = INDEX[bit];
            }
        }
    }

    @Override
    public void apply(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt,
            int length) {
        int whole = length / BATCH * BATCH;
        for (int done = 0; done < whole; done += BATCH) {
            batch(nonce, counter + done / Sm4Key.BYTES, in, inAt + done, out, outAt + done);
        }
        rest.apply(nonce, counter + whole / Sm4Key.BYTES, in, inAt + whole, out, outAt + whole,
                length - whole);
    }

    @Override
    public void close() {
        rest.close();
        Arrays.fill(keys, 0);
        Arrays.fill(state, 0);
        Arrays.fill(mixed, 0);
        Arrays.fill(turned, 0);
    }

    private void batch(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt) {
        for (int w = 0; w < 3; w++) {
            int word = (int) INT.get(nonce, 4 * w);
            for (int bit = 0; bit < 32; bit++) {
                LongVector.broadcast(LANES, -(long) (word >>> bit & 1)).intoArray(state,
                        (32 * w + bit) * W);
            }
        }
        count(counter);
        rounds(state, mixed, keys);
        half(64, in, inAt, out, outAt);
        half(0, in, inAt + 8, out, outAt + 8);
    }

    /// The last word: `counter` plus the number of the block, added bit by bit.
    private void count(int counter) {
        var carry = LongVector.zero(LANES);
        for (int bit = 0; bit < 32; bit++) {
            var one = LongVector.broadcast(LANES, -(long) (counter >>> bit & 1));
            var other = bit < 6 + W_LOG2 ? plane(index, bit) : LongVector.zero(LANES);
            var both = x(one, other);
            x(both, carry).intoArray(state, (96 + bit) * W);
            carry = one.and(other).or(carry.and(both));
        }
    }

    private static void rounds(long[] state, long[] mixed, long[] keys) {
        for (int round = 0; round < 32; round++) {
            int at = (round & 3) * 32;
            mix(state, at + 32 & 127, at + 64 & 127, at + 96 & 127, keys, round * 32, mixed);
            VectorCircuit.apply(mixed, 0);
            VectorCircuit.apply(mixed, 8);
            VectorCircuit.apply(mixed, 16);
            VectorCircuit.apply(mixed, 24);
            spread(state, at, mixed);
        }
    }

    private static void mix(long[] s, int a, int b, int c, long[] keys, int key, long[] mixed) {
        for (int i = 0; i < 32; i++) {
            x(x(plane(s, a + i), plane(s, b + i)),
                    x(plane(s, c + i), LongVector.broadcast(LANES, keys[key + i])))
                    .intoArray(mixed, i * W);
        }
    }

    /// The linear step: a rotation of a word is another numbering of its planes.
    private static void spread(long[] s, int at, long[] t) {
        for (int i = 0; i < 32; i++) {
            x(x(x(plane(s, at + i), plane(t, i)), x(plane(t, i - 2 & 31), plane(t, i - 10 & 31))),
                    x(plane(t, i - 18 & 31), plane(t, i - 24 & 31))).intoArray(s, (at + i) * W);
        }
    }

    /// Two words of all blocks back to bytes, 8 of each block, the later word first.
    private void half(int from, byte[] in, int inAt, byte[] out, int outAt) {
        System.arraycopy(state, from * W, turned, 0, 64 * W);
        long mask = 0x00000000FFFFFFFFL;
        for (int j = 32; j != 0; j >>= 1) {
            turn(turned, j, mask);
            mask ^= mask << (j >> 1);
        }
        for (int k = 0; k < 64 * W; k++) {
            LONG.set(out, outAt + 16 * k, (long) LONG.get(in, inAt + 16 * k) ^ turned[k]);
        }
    }

    /// One step of transposing 64 by 64 bits in each lane.
    private static void turn(long[] t, int j, long mask) {
        var kept = LongVector.broadcast(LANES, mask);
        for (int k = 0; k < 64; k = (k | j) + 1 & ~j) {
            var a = plane(t, k);
            var b = plane(t, k | j);
            var swap = x(a.lanewise(VectorOperators.LSHR, j), b).and(kept);
            x(b, swap).intoArray(t, (k | j) * W);
            x(a, swap.lanewise(VectorOperators.LSHL, j)).intoArray(t, k * W);
        }
    }
}

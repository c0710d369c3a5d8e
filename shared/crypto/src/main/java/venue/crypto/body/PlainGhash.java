package venue.crypto.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// GHASH in plain Java and constant time: products without carries are made of integer products
/// of operands with three zero bits between any two used ones, as Thomas Pornin has shown; no
/// tables.
final class PlainGhash implements Ghash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.BIG_ENDIAN);
    private static final long M0 = 0x1111111111111111L;
    private static final long M1 = 0x2222222222222222L;
    private static final long M2 = 0x4444444444444444L;
    private static final long M3 = 0x8888888888888888L;

    private final long h0;
    private final long h1;
    private long y0;
    private long y1;

    PlainGhash(byte[] subkey) {
        this.h1 = (long) LONG.get(subkey, 0);
        this.h0 = (long) LONG.get(subkey, 8);
    }

    @Override
    public void update(byte[] data, int at, int length) {
        for (int i = at; i < at + length; i += 16) {
            y1 ^= (long) LONG.get(data, i);
            y0 ^= (long) LONG.get(data, i + 8);
            multiply();
        }
    }

    @Override
    public void digest(byte[] out) {
        LONG.set(out, 0, y1);
        LONG.set(out, 8, y0);
        y0 = 0;
        y1 = 0;
    }

    /// y := y · h. The upper half of each 64-bit product is the lower half of the product of the
    /// reversed operands, reversed.
    private void multiply() {
        long g0 = Long.reverse(h0);
        long g1 = Long.reverse(h1);
        long r0 = Long.reverse(y0);
        long r1 = Long.reverse(y1);
        long low = lower(y0, h0);
        long high = lower(y1, h1);
        long middle = lower(y0 ^ y1, h0 ^ h1) ^ low ^ high;
        long lowUp = lower(r0, g0);
        long highUp = lower(r1, g1);
        long middleUp = Long.reverse(lower(r0 ^ r1, g0 ^ g1) ^ lowUp ^ highUp) >>> 1;
        long v0 = low;
        long v1 = Long.reverse(lowUp) >>> 1 ^ middle;
        long v2 = high ^ middleUp;
        long v3 = Long.reverse(highUp) >>> 1;
        v3 = v3 << 1 | v2 >>> 63;
        v2 = v2 << 1 | v1 >>> 63;
        v1 = v1 << 1 | v0 >>> 63;
        v0 <<= 1;
        v2 ^= v0 ^ v0 >>> 1 ^ v0 >>> 2 ^ v0 >>> 7;
        v1 ^= v0 << 63 ^ v0 << 62 ^ v0 << 57;
        y1 = v3 ^ v1 ^ v1 >>> 1 ^ v1 >>> 2 ^ v1 >>> 7;
        y0 = v2 ^ v1 << 63 ^ v1 << 62 ^ v1 << 57;
    }

    /// The lower 64 bits of the product without carries.
    private static long lower(long x, long y) {
        long x0 = x & M0, x1 = x & M1, x2 = x & M2, x3 = x & M3;
        long y0 = y & M0, y1 = y & M1, y2 = y & M2, y3 = y & M3;
        return (x0 * y0 ^ x1 * y3 ^ x2 * y2 ^ x3 * y1) & M0
                | (x0 * y1 ^ x1 * y0 ^ x2 * y3 ^ x3 * y2) & M1
                | (x0 * y2 ^ x1 * y1 ^ x2 * y0 ^ x3 * y3) & M2
                | (x0 * y3 ^ x1 * y2 ^ x2 * y1 ^ x3 * y0) & M3;
    }
}

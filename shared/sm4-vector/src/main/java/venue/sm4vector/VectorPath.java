package venue.sm4vector;

import jdk.incubator.vector.LongVector;
import venue.crypto.sm4.Sm4Path;
import venue.crypto.sm4.Sm4Stream;

/// Bit-sliced on vectors of longs: 64 blocks for each lane at once; constant time, no tables.
public final class VectorPath implements Sm4Path {

    private static final int BITS_LEAST = 256;

    @Override
    public String name() {
        return "vector" + LongVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public boolean isConstantTime() {
        return true;
    }

    /// Narrower vectors gain too little.
    @Override
    public boolean isAtHome() {
        return LongVector.SPECIES_PREFERRED.vectorBitSize() >= BITS_LEAST;
    }

    @Override
    public Sm4Stream stream(byte[] key) {
        return new VectorStream(key);
    }
}

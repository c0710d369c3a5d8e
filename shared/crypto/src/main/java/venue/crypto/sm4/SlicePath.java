package venue.crypto.sm4;

/// Bit-sliced on plain longs, 64 blocks at once: constant time, no tables, no module needed.
public final class SlicePath implements Sm4Path {

    @Override
    public String name() {
        return "slice64";
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
        return new SliceStream(key);
    }
}

package venue.crypto.sm4;

/// SM4 in counter mode under one key. Not for use by two threads at once.
public interface Sm4Stream extends AutoCloseable {

    /// Xors the key stream of the blocks `nonce || counter`, `nonce || counter + 1` … onto `length`
    /// bytes. The ranges may be the same, but must not overlap otherwise.
    ///
    /// @param nonce 12 bytes
    void apply(byte[] nonce, int counter, byte[] in, int inAt, byte[] out, int outAt, int length);

    /// Forgets the key.
    @Override
    void close();
}

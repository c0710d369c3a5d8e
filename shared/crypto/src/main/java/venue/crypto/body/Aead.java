package venue.crypto.body;

/// Authenticated encryption of one piece at a time (AEAD) with nonces of 12 and tags of 16
/// bytes. Not for use by two threads at once.
public interface Aead extends AutoCloseable {

    /// Bytes of a tag.
    int TAG = 16;

    /// Writes `ciphertext || tag`; the two ranges are the same array or do not overlap.
    ///
    /// @return how much was written: `length` and a tag
    int seal(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out, int outAt);

    /// Writes the plain bytes, if the tag is right; otherwise `out` keeps none of them.
    ///
    /// @param length with the tag
    /// @return how much was written, or -1 when the tag is not right
    int open(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out, int outAt);

    /// Forgets the key as far as that can be done.
    @Override
    void close();
}

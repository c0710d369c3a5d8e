package venue.crypto.body;

/// The universal hash of GCM (NIST SP 800-38D §6.4) under one subkey. Not for use by two threads.
interface Ghash {

    /// Takes whole blocks: `length` is a multiple of 16.
    void update(byte[] data, int at, int length);

    /// Writes the 16 bytes of the hash and begins anew.
    void digest(byte[] out);
}

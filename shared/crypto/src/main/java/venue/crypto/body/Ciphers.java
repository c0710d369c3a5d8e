package venue.crypto.body;

/// The ciphers of bodies.
public final class Ciphers {

    private Ciphers() {}

    /// AES-256-GCM by the JDK.
    public static Aead aes(byte[] key) {
        return JceGcm.aes(key);
    }

    /// SM4-GCM by the path chosen for this machine.
    public static Aead sm4(byte[] key) {
        return Sm4Choice.aead(key);
    }
}

package venue.crypto;

import java.util.Arrays;
import java.util.Optional;
import venue.crypto.body.Aead;
import venue.crypto.body.Ciphers;

/// One authenticated piece at a time, in arrays of its own: AES-256-GCM or SM4-GCM, 16-byte tags.
/// Not for use by two threads at once.
final class Chunks implements AutoCloseable {

    static final int TAG = Aead.TAG;

    private final Aead aead;

    Chunks(Suite suite, byte[] key) {
        if (key.length != suite.keyBytes()) {
            throw new IllegalArgumentException("the key has the wrong length");
        }
        this.aead = switch (suite) {
            case RSA -> Ciphers.aes(key);
            case SM -> Ciphers.sm4(key);
        };
    }

    /// The cipher itself, for who has buffers of his own.
    Aead aead() {
        return aead;
    }

    /// `ciphertext || tag`.
    byte[] seal(byte[] nonce, byte[] aad, byte[] plain, int length) {
        var sealed = new byte[length + TAG];
        aead.seal(nonce, aad, plain, 0, length, sealed, 0);
        return sealed;
    }

    /// The plain bytes, empty when the tag is not right.
    Optional<byte[]> open(byte[] nonce, byte[] aad, byte[] sealed, int length) {
        var plain = new byte[Math.max(0, length - TAG)];
        int got = aead.open(nonce, aad, sealed, 0, length, plain, 0);
        return got < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(plain, got));
    }

    @Override
    public void close() {
        aead.close();
    }
}

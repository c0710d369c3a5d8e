package venue.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import venue.crypto.bc.Engines;

/// One authenticated piece at a time: AES-256-GCM by the JDK or SM4-GCM, 16-byte tags. Not for
/// use by two threads at once.
final class Chunks {

    static final int TAG = 16;

    private final Cipher cipher;
    private final SecretKeySpec key;

    Chunks(Suite suite, byte[] key) {
        if (key.length != suite.keyBytes()) {
            throw new IllegalArgumentException("the key has the wrong length");
        }
        try {
            this.cipher = switch (suite) {
                case RSA -> Cipher.getInstance("AES/GCM/NoPadding");
                case SM -> Cipher.getInstance("SM4/GCM/NoPadding", Engines.BC);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.key = new SecretKeySpec(key, suite == Suite.RSA ? "AES" : "SM4");
    }

    /// `ciphertext || tag`.
    byte[] seal(byte[] nonce, byte[] aad, byte[] plain, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The plain bytes, empty when the tag is not right.
    Optional<byte[]> open(byte[] nonce, byte[] aad, byte[] sealed, int length) {
        if (length < TAG) {
            return Optional.empty();
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(aad);
            return Optional.of(cipher.doFinal(Arrays.copyOf(sealed, length)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package venue.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import venue.crypto.bc.Engines;

/// A box for small things at rest: AES-256-GCM, `nonce(12) || ciphertext || tag(16)`, bound to
/// what the caller says it is (`aad`), so that no box can take another's place.
public final class Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    /// Looking an algorithm up costs more than sealing a small box.
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    /// @param key 32 bytes
    public Sealing(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("AES-256 takes 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /// The box around `plain`.
    public byte[] seal(byte[] plain, byte[] aad) {
        var nonce = Engines.random(NONCE);
        try {
            var cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(aad);
            var box = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, box, NONCE);
            ciphers.add(cipher);
            return box;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher() throws GeneralSecurityException {
        var free = ciphers.poll();
        return free == null ? Cipher.getInstance("AES/GCM/NoPadding") : free;
    }

    /// What is in the box; a box that was changed, or made with another key or `aad`, is refused.
    public byte[] open(byte[] box, byte[] aad) {
        if (box.length < NONCE + TAG_BITS / 8) {
            throw new CryptoFailure(CryptoFailure.Code.BOX_DAMAGED);
        }
        try {
            var cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, box, 0, NONCE));
            cipher.updateAAD(aad);
            var plain = cipher.doFinal(box, NONCE, box.length - NONCE);
            ciphers.add(cipher);
            return plain;
        } catch (GeneralSecurityException e) {
            throw new CryptoFailure(CryptoFailure.Code.BOX_DAMAGED, e);
        }
    }
}

package venue.crypto.body;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import venue.crypto.bc.Engines;

/// GCM by a provider: AES by the JDK, which has it in hardware and in constant time, SM4 by Bouncy
/// Castle, which has it in tables and slowly.
final class JceGcm implements Aead {

    private final Cipher cipher;
    private final SecretKeySpec key;

    private JceGcm(Cipher cipher, SecretKeySpec key) {
        this.cipher = cipher;
        this.key = key;
    }

    static JceGcm aes(byte[] key) {
        try {
            return new JceGcm(Cipher.getInstance("AES/GCM/NoPadding"),
                    new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JceGcm sm4(byte[] key) {
        try {
            return new JceGcm(Cipher.getInstance("SM4/GCM/NoPadding", Engines.BC),
                    new SecretKeySpec(key, "SM4"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int seal(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out,
            int outAt) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(in, inAt, length, out, outAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int open(byte[] nonce, byte[] aad, byte[] in, int inAt, int length, byte[] out,
            int outAt) {
        if (length < TAG) {
            return -1;
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(in, inAt, length, out, outAt);
        } catch (AEADBadTagException e) {
            // a provider may have written before it compared
            Arrays.fill(out, outAt, outAt + length - TAG, (byte) 0);
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // the key lies in objects of the provider, out of reach
    }
}

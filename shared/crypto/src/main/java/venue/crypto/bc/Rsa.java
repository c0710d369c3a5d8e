package venue.crypto.bc;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// RSA by the JDK: PKCS#1 v1.5 signatures with SHA-256, OAEP with SHA-256 for keys.
public final class Rsa {

    private static final OAEPParameterSpec OAEP = new OAEPParameterSpec("SHA-256", "MGF1",
            MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private Rsa() {}

    /// The JDK's own key from PKCS#8 bytes.
    public static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /// Signs `message`.
    public static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    /// Whether the signature is right; a malformed one is simply not right.
    public static boolean verify(byte[] spki, byte[] message, byte[] value) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey(spki));
            signature.update(message);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Encrypts a key.
    public static byte[] encrypt(byte[] spki, byte[] plain) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, publicKey(spki), OAEP);
        return cipher.doFinal(plain);
    }

    /// Decrypts a key.
    public static byte[] decrypt(PrivateKey key, byte[] wrapped) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, OAEP);
        return cipher.doFinal(wrapped);
    }

    private static PublicKey publicKey(byte[] spki) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
    }
}

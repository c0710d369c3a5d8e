package venue.crypto.bc;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Where the algorithms come from. Bouncy Castle is passed by hand and never registered, so that it
/// cannot take AES, SHA-2 or RSA away from the JDK, which is a hundred times faster at them.
public final class Engines {

    /// SM2, SM3, SM4 and X.509 with SM2 keys.
    public static final Provider BC = new BouncyCastleProvider();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Engines() {}

    /// SHA-256 by the JDK.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// SM3 (GB/T 32905) by Bouncy Castle.
    public static MessageDigest sm3() {
        try {
            return MessageDigest.getInstance("SM3", BC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// So many fresh random bytes.
    public static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// The source of all randomness.
    public static SecureRandom random() {
        return RANDOM;
    }
}

package venue.crypto.bc;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/// HKDF (RFC 5869): with SHA-256 by the JDK, with SM3 by Bouncy Castle.
public final class Hkdf {

    private Hkdf() {}

    /// Extract and expand with HMAC-SHA-256.
    public static byte[] sha256(byte[] secret, byte[] salt, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract()
                    .addIKM(secret).addSalt(salt).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Extract and expand with HMAC-SM3.
    public static byte[] sm3(byte[] secret, byte[] salt, byte[] info, int length) {
        var generator = new HKDFBytesGenerator(new SM3Digest());
        generator.init(new HKDFParameters(secret, salt, info));
        var key = new byte[length];
        generator.generateBytes(key, 0, length);
        return key;
    }
}

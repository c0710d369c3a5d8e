package venue.crypto.threshold;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.math.ec.ECPoint;
import venue.crypto.Bytes;
import venue.crypto.bc.Engines;

/// An SM2 ciphertext in the DER of GM/T 0009: `SEQUENCE { x, y, C3, C2 }`.
record Ciphertext(ECPoint c1, Bytes c3, Bytes c2) {

    private static final int DIGEST = 32;
    private static final int PLAIN_MAX = 1 << 12;

    static Ciphertext read(Bytes der) {
        return Der.read(der, ThresholdFailure.Code.CIPHERTEXT_UNREADABLE, parts -> {
            var point = Curve.point(parts.big(), parts.big());
            var read = new Ciphertext(point, parts.octets(), parts.octets());
            parts.end();
            if (read.c3.length() != DIGEST || read.c2.length() < 1
                    || read.c2.length() > PLAIN_MAX) {
                throw new IllegalArgumentException("not an SM2 ciphertext of a key");
            }
            return read;
        }, Ciphertext::der);
    }

    private Bytes der() {
        var point = c1.normalize();
        return Der.bytes(Der.sequence(
                new ASN1Integer(new BigInteger(1, point.getAffineXCoord().getEncoded())),
                new ASN1Integer(new BigInteger(1, point.getAffineYCoord().getEncoded())),
                Der.octets(c3), Der.octets(c2)));
    }

    /// What the ciphertext holds when `shared` is its private multiple of C1 (GB/T 32918.4 §7.1
    /// from step B4 on); empty when the check value does not fit.
    Optional<Bytes> open(ECPoint shared) {
        var point = shared.normalize();
        var x = point.getAffineXCoord().getEncoded();
        var y = point.getAffineYCoord().getEncoded();
        var plain = c2.array();
        boolean zero = true;
        for (int done = 0; done < plain.length; done += DIGEST) {
            var pad = pad(x, y, done / DIGEST + 1);
            for (int i = done; i < Math.min(done + DIGEST, plain.length); i++) {
                zero &= pad[i - done] == 0;
                plain[i] ^= pad[i - done];
            }
        }
        var sm3 = Engines.sm3();
        sm3.update(x);
        sm3.update(plain);
        sm3.update(y);
        return !zero && MessageDigest.isEqual(sm3.digest(), c3.array())
                ? Optional.of(Bytes.of(plain))
                : Optional.empty();
    }

    private static byte[] pad(byte[] x, byte[] y, int counter) {
        var sm3 = Engines.sm3();
        sm3.update(x);
        sm3.update(y);
        sm3.update(java.nio.ByteBuffer.allocate(4).putInt(counter).array());
        return sm3.digest();
    }
}

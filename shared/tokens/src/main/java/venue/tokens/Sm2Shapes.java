package venue.tokens;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.BigIntegers;
import venue.crypto.Bytes;
import venue.crypto.Certificate;

/// What stands around the SM2 operations of a medium: e = SM3(Z_A || M) before a signature
/// (GB/T 32918.2), the DER of GM/T 0009 around signatures and ciphertexts.
final class Sm2Shapes {

    private static final byte[] ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int COORDINATE = 32;

    private Sm2Shapes() {}

    static byte[] digest(Certificate certificate, byte[] message) {
        if (!(certificate.x509().getPublicKey() instanceof ECPublicKey key)) {
            throw new IllegalArgumentException("not SM2");
        }
        var curve = CustomNamedCurves.getByName("sm2p256v1");
        var sm3 = new SM3Digest();
        sm3.update((byte) (ID.length * Byte.SIZE >> Byte.SIZE));
        sm3.update((byte) (ID.length * Byte.SIZE));
        sm3.update(ID, 0, ID.length);
        update(sm3, curve.getCurve().getA().toBigInteger());
        update(sm3, curve.getCurve().getB().toBigInteger());
        update(sm3, curve.getG().getAffineXCoord().toBigInteger());
        update(sm3, curve.getG().getAffineYCoord().toBigInteger());
        update(sm3, key.getW().getAffineX());
        update(sm3, key.getW().getAffineY());
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        sm3.update(digest, 0, digest.length);
        sm3.update(message, 0, message.length);
        sm3.doFinal(digest, 0);
        return digest;
    }

    private static void update(SM3Digest sm3, BigInteger number) {
        var bytes = BigIntegers.asUnsignedByteArray(COORDINATE, number);
        sm3.update(bytes, 0, bytes.length);
    }

    /// `SEQUENCE { r, s }` of `r || s`; a value of another length is a signature that is wrong.
    static Bytes signature(byte[] raw) {
        int half = raw.length / 2;
        var r = new ASN1Integer(new BigInteger(1, Arrays.copyOf(raw, half)));
        var s = new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length)));
        try {
            return Bytes.of(new DERSequence(new ASN1Encodable[]{r, s}).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `x || y || C3 || C2` of `SEQUENCE { x, y, C3, C2 }`, when it is one.
    static Optional<byte[]> cipher(Bytes der) {
        try {
            var parts = ASN1Sequence.getInstance(der.array());
            var x = ASN1Integer.getInstance(parts.getObjectAt(0)).getPositiveValue();
            var y = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
            var c3 = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
            var c2 = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
            if (parts.size() != 4 || c3.length != COORDINATE || c2.length == 0) {
                return Optional.empty();
            }
            var raw = new byte[3 * COORDINATE + c2.length];
            BigIntegers.asUnsignedByteArray(x, raw, 0, COORDINATE);
            BigIntegers.asUnsignedByteArray(y, raw, COORDINATE, COORDINATE);
            System.arraycopy(c3, 0, raw, 2 * COORDINATE, COORDINATE);
            System.arraycopy(c2, 0, raw, 3 * COORDINATE, c2.length);
            return Optional.of(raw);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}

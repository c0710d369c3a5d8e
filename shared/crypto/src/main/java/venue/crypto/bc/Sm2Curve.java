package venue.crypto.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// SM2 on the recommended curve (GB/T 32918.5), signer id `1234567812345678` (GB/T 35276),
/// signatures and ciphertexts in the DER shapes of GM/T 0009.
public final class Sm2Curve {

    private static final byte[] ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECDomainParameters CURVE = new ECDomainParameters(
            CustomNamedCurves.getByName("sm2p256v1"));
    private static final int COORDINATE = 32;

    private Sm2Curve() {}

    /// A fresh private number.
    public static BigInteger freshScalar() {
        var top = CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.createRandomInRange(BigInteger.ONE, top, Engines.random());
    }

    /// The public point of a private number, uncompressed (65 bytes, `04 || x || y`).
    public static byte[] pointOf(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize()
                .getEncoded(false);
    }

    /// Signs `message` (SM3 with Z_A); DER `SEQUENCE { r, s }`.
    public static byte[] sign(BigInteger scalar, byte[] message) {
        var signer = new SM2Signer();
        var key = new ECPrivateKeyParameters(scalar, CURVE);
        signer.init(true,
                new ParametersWithID(new ParametersWithRandom(key, Engines.random()), ID));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the signature is right. A malformed point or signature is simply not right.
    public static boolean verify(byte[] point, byte[] message, byte[] signature) {
        ECPublicKeyParameters key;
        try {
            key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
        } catch (IllegalArgumentException e) {
            return false;
        }
        var signer = new SM2Signer();
        signer.init(false, new ParametersWithID(key, ID));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /// Encrypts; DER `SEQUENCE { x, y, C3, C2 }`.
    public static byte[] encrypt(byte[] point, byte[] plain) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        var key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
        engine.init(true, new ParametersWithRandom(key, Engines.random()));
        try {
            return toDer(engine.processBlock(plain, 0, plain.length));
        } catch (InvalidCipherTextException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Decrypts what [#encrypt] made.
    public static byte[] decrypt(BigInteger scalar, byte[] der) throws GeneralSecurityException {
        try {
            var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(false, new ECPrivateKeyParameters(scalar, CURVE));
            var raw = fromDer(der);
            return engine.processBlock(raw, 0, raw.length);
        } catch (InvalidCipherTextException | IllegalArgumentException
                | IllegalStateException e) {
            throw new GeneralSecurityException("not an SM2 ciphertext for this key", e);
        }
    }

    private static byte[] toDer(byte[] raw) throws IOException {
        var parts = new ASN1EncodableVector();
        int y = 1 + COORDINATE;
        int c3 = y + COORDINATE;
        int c2 = c3 + 32;
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, y))));
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, y, c3))));
        parts.add(new DEROctetString(Arrays.copyOfRange(raw, c3, c2)));
        parts.add(new DEROctetString(Arrays.copyOfRange(raw, c2, raw.length)));
        return new DERSequence(parts).getEncoded("DER");
    }

    private static byte[] fromDer(byte[] der) {
        var parts = ASN1Sequence.getInstance(der);
        if (parts.size() != 4) {
            throw new IllegalArgumentException("four parts expected");
        }
        var x = ASN1Integer.getInstance(parts.getObjectAt(0)).getPositiveValue();
        var y = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
        var c3 = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
        var c2 = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
        if (c3.length != 32) {
            throw new IllegalArgumentException("the check value has 32 bytes");
        }
        var raw = new byte[1 + 2 * COORDINATE + c3.length + c2.length];
        raw[0] = 4;
        BigIntegers.asUnsignedByteArray(x, raw, 1, COORDINATE);
        BigIntegers.asUnsignedByteArray(y, raw, 1 + COORDINATE, COORDINATE);
        System.arraycopy(c3, 0, raw, 1 + 2 * COORDINATE, c3.length);
        System.arraycopy(c2, 0, raw, 1 + 2 * COORDINATE + c3.length, c2.length);
        return raw;
    }
}

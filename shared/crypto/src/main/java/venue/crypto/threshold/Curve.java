package venue.crypto.threshold;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import venue.crypto.Bytes;
import venue.crypto.bc.Engines;

/// Arithmetic of the recommended SM2 curve (GB/T 32918.5). Its order is prime, so every point but
/// infinity generates it.
final class Curve {

    static final int SCALAR = 32;
    static final int POINT = 65;
    private static final org.bouncycastle.asn1.x9.X9ECParameters PARAMETERS = CustomNamedCurves
            .getByName("sm2p256v1");
    static final BigInteger ORDER = PARAMETERS.getN();

    private Curve() {}

    static BigInteger freshScalar() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE),
                Engines.random());
    }

    static ECPoint generator() {
        return PARAMETERS.getG();
    }

    static ECPoint infinity() {
        return PARAMETERS.getCurve().getInfinity();
    }

    /// A public multiple of the generator or a secret one: the comb does not branch on it.
    static ECPoint timesGenerator(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(PARAMETERS.getG(), scalar).normalize();
    }

    /// A secret multiple, in two random parts: how long each takes says nothing about their sum.
    static ECPoint timesSecret(ECPoint point, BigInteger secret) {
        var mask = freshScalar();
        return point.multiply(secret.subtract(mask).mod(ORDER)).add(point.multiply(mask))
                .normalize();
    }

    /// A point from its 65 bytes; infinity and points beside the curve are refused.
    static ECPoint point(Bytes encoded) {
        if (encoded.length() != POINT) {
            throw new IllegalArgumentException("a point has 65 bytes");
        }
        var point = PARAMETERS.getCurve().decodePoint(encoded.array());
        if (point.isInfinity() || !point.isValid()) {
            throw new IllegalArgumentException("not a point of the curve");
        }
        return point;
    }

    static ECPoint point(BigInteger x, BigInteger y) {
        var point = PARAMETERS.getCurve().validatePoint(x, y);
        if (point.isInfinity()) {
            throw new IllegalArgumentException("infinity is no point of a ciphertext");
        }
        return point;
    }

    static Bytes bytes(ECPoint point) {
        if (point.isInfinity()) {
            throw new IllegalArgumentException("infinity has no coordinates");
        }
        return Bytes.of(point.normalize().getEncoded(false));
    }

    static byte[] bytes(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(SCALAR, scalar);
    }

    /// A number below the order from its 32 bytes.
    static BigInteger scalar(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        if (bytes.length != SCALAR || number.compareTo(ORDER) >= 0) {
            throw new IllegalArgumentException("not a number below the order of the curve");
        }
        return number;
    }

    /// Lagrange's coefficient of `index` at zero among `indices`.
    static BigInteger lagrange(int index, List<Integer> indices) {
        var above = BigInteger.ONE;
        var below = BigInteger.ONE;
        for (int other : indices) {
            if (other != index) {
                above = above.multiply(BigInteger.valueOf(other)).mod(ORDER);
                below = below.multiply(BigInteger.valueOf((long) other - index)).mod(ORDER);
            }
        }
        return above.multiply(below.modInverse(ORDER)).mod(ORDER);
    }

    /// SM3 over the parts, each with its length before it, so that no two lists have one digest.
    static byte[] digest(String what, List<Bytes> parts) {
        MessageDigest sm3 = Engines.sm3();
        put(sm3, what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        parts.forEach(part -> put(sm3, part.array()));
        return sm3.digest();
    }

    private static void put(MessageDigest digest, byte[] part) {
        digest.update(java.nio.ByteBuffer.allocate(4).putInt(part.length).array());
        digest.update(part);
    }
}

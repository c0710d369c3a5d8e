package venue.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import venue.crypto.bc.Sm2Curve;

/// SM2 with SM3 (GB/T 32918, signer id `1234567812345678`) over raw keys, for checkpoints and
/// tests.
public final class Sm2 {

    /// A key pair: the 32-byte private number and the 65-byte public point (`04 || x || y`).
    public record Key(Bytes scalar, Bytes pub) {

        /// The pair that belongs to a private number.
        public static Key of(byte[] scalar) {
            var number = new BigInteger(1, scalar);
            return new Key(Bytes.of(BigIntegers.asUnsignedByteArray(32, number)),
                    Bytes.of(Sm2Curve.pointOf(number)));
        }

        /// The DER signature over `message`.
        public Bytes sign(byte[] message) {
            return Sm2.sign(this, message);
        }
    }

    private Sm2() {}

    /// A fresh key pair.
    public static Key generate() {
        var scalar = BigIntegers.asUnsignedByteArray(32, Sm2Curve.freshScalar());
        var key = Key.of(scalar);
        Arrays.fill(scalar, (byte) 0);
        return key;
    }

    /// The DER signature `SEQUENCE { r, s }` over `message`.
    public static Bytes sign(Key key, byte[] message) {
        return Bytes.of(Sm2Curve.sign(new BigInteger(1, key.scalar().array()), message));
    }

    /// Whether the signature is right; a malformed point or signature is simply not right.
    public static boolean verify(byte[] pub65, byte[] message, byte[] value) {
        return Sm2Curve.verify(pub65, message, value);
    }
}

package venue.crypto.threshold;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import venue.crypto.Bytes;

/// The proof (Chaum–Pedersen) that a point is C1 times the very number whose multiple of the
/// generator was published: bound to the key, the holder, the split and the ciphertext, so that
/// it serves nowhere else.
final class Proof {

    private static final String WHAT = "venue-opening-share/1";

    /// What a proof speaks about.
    record About(Bytes key, int holder, Bytes ciphertext) {}

    private Proof() {}

    static Partial.Piece make(About about, int split, BigInteger value, ECPoint published,
            ECPoint c1) {
        var point = Curve.timesSecret(c1, value);
        var once = Curve.freshScalar();
        var challenge = challenge(about, split, List.of(c1, published, point,
                Curve.timesGenerator(once), Curve.timesSecret(c1, once)));
        var answer = once.add(challenge.multiply(value)).mod(Curve.ORDER);
        return new Partial.Piece(split, Curve.bytes(point), Bytes.of(Curve.bytes(challenge)),
                Bytes.of(Curve.bytes(answer)));
    }

    static boolean holds(About about, Partial.Piece piece, ECPoint published, ECPoint c1) {
        try {
            var point = Curve.point(piece.point());
            var challenge = Curve.scalar(piece.challenge().array());
            var answer = Curve.scalar(piece.answer().array());
            var minus = Curve.ORDER.subtract(challenge).mod(Curve.ORDER);
            var first = ECAlgorithms.sumOfTwoMultiplies(Curve.generator(), answer, published,
                    minus);
            var second = ECAlgorithms.sumOfTwoMultiplies(c1, answer, point, minus);
            return challenge.equals(challenge(about, piece.split(),
                    List.of(c1, published, point, first.normalize(), second.normalize())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger challenge(About about, int split, List<ECPoint> points) {
        var parts = new java.util.ArrayList<Bytes>(List.of(about.key(),
                Bytes.of(new byte[]{(byte) about.holder(), (byte) split}), about.ciphertext()));
        points.forEach(point -> parts.add(Curve.bytes(point)));
        return new BigInteger(1, Curve.digest(WHAT, parts)).mod(Curve.ORDER);
    }
}

package venue.crypto.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import venue.crypto.Bytes;

/// Making an opening key (开标密钥分发): random polynomials, their commitments, one share for each
/// holder. The private number exists only while this runs, for the signature on its own
/// certificate; afterwards nobody has it.
final class Deal implements AutoCloseable {

    private final OpeningKey key;
    private final List<Share> shares;

    private Deal(OpeningKey key, List<Share> shares) {
        this.key = key;
        this.shares = shares;
    }

    /// A fresh key; `certify` is called once with the public and the private number.
    static <T> Made<T> make(String tender, Quorum quorum,
            BiFunction<OpeningKey, BigInteger, T> certify) {
        var polynomials = new ArrayList<List<BigInteger>>();
        var commitments = new ArrayList<List<Bytes>>();
        var secret = BigInteger.ZERO;
        for (var split : quorum.splits()) {
            var polynomial = new ArrayList<BigInteger>();
            for (int i = 0; i < split.needed(); i++) {
                polynomial.add(Curve.freshScalar());
            }
            polynomials.add(polynomial);
            commitments.add(polynomial.stream()
                    .map(each -> Curve.bytes(Curve.timesGenerator(each))).toList());
            secret = secret.add(polynomial.getFirst()).mod(Curve.ORDER);
        }
        var key = new OpeningKey(tender, quorum, commitments);
        var deal = new Deal(key, shares(key, polynomials));
        return new Made<>(deal, certify.apply(key, secret));
    }

    /// A deal with what was made of the private number.
    record Made<T>(Deal deal, T certified) {}

    private static List<Share> shares(OpeningKey key, List<List<BigInteger>> polynomials) {
        var digest = key.digest();
        var shares = new ArrayList<Share>();
        for (int holder = 1; holder <= key.quorum().holders(); holder++) {
            var values = new ArrayList<byte[]>();
            for (int split : key.splitsOf(holder)) {
                values.add(Curve.bytes(value(polynomials.get(split), holder)));
            }
            shares.add(new Share(digest, holder, values));
        }
        return List.copyOf(shares);
    }

    private static BigInteger value(List<BigInteger> polynomial, int at) {
        var value = BigInteger.ZERO;
        for (int i = polynomial.size() - 1; i >= 0; i--) {
            value = value.multiply(BigInteger.valueOf(at)).add(polynomial.get(i))
                    .mod(Curve.ORDER);
        }
        return value;
    }

    OpeningKey key() {
        return key;
    }

    List<Share> shares() {
        return shares;
    }

    /// Wipes the shares.
    @Override
    public void close() {
        shares.forEach(Share::close);
    }
}

package venue.crypto.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import venue.crypto.Bytes;

/// What holders' parts come to: the key that was wrapped, if enough of them are right; and every
/// part that was refused, by holder and reason. A wrong part never spoils the right ones.
///
/// @param opened the wrapped key, if the quorum is met
/// @param given holders whose parts are right
public record Combination(Optional<Bytes> opened, List<Integer> given, List<Refused> refused) {

    /// Why a part does not count.
    public enum Reason {
        /// Of another tender's key.
        ANOTHER_KEY,
        /// For another sealed bid.
        ANOTHER_BID,
        /// No holder has this number, or the splits are not his.
        WRONG_INDEX,
        /// The holder gave already.
        DUPLICATE,
        /// The proof does not hold: this holder gave a false point.
        FALSE_PROOF;

        /// The reason in the words of the hall.
        public String say() {
            return ThresholdFailure.BOOK.say("reason." + name());
        }
    }

    /// A part that does not count.
    public record Refused(int holder, Reason reason) {}

    public Combination {
        given = List.copyOf(given);
        refused = List.copyOf(refused);
    }

    /// Checks every part and joins them in the exponent; the private number is never there.
    public static Combination of(OpeningKey key, Bytes wrapped, List<Partial> parts) {
        var ciphertext = Ciphertext.read(wrapped);
        var right = new LinkedHashMap<Integer, Partial>();
        var refused = new ArrayList<Refused>();
        for (var part : parts) {
            var fault = right.containsKey(part.holder()) && part.key().equals(key.digest())
                    ? Optional.of(Reason.DUPLICATE)
                    : fault(key, wrapped, ciphertext, part);
            fault.ifPresentOrElse(reason -> refused.add(new Refused(part.holder(), reason)),
                    () -> right.put(part.holder(), part));
        }
        var opened = key.quorum().isMetBy(right.keySet())
                ? ciphertext.open(shared(key, right))
                : Optional.<Bytes>empty();
        return new Combination(opened, List.copyOf(right.keySet()), refused);
    }

    /// Why `part` is not right for `wrapped`, if so.
    static Optional<Reason> fault(OpeningKey key, Bytes wrapped, Ciphertext ciphertext,
            Partial part) {
        if (!part.key().equals(key.digest())) {
            return Optional.of(Reason.ANOTHER_KEY);
        }
        var splits = key.splitsOf(part.holder());
        if (splits.isEmpty()
                || !splits.equals(part.pieces().stream().map(Partial.Piece::split).toList())) {
            return Optional.of(Reason.WRONG_INDEX);
        }
        if (!part.ciphertext().hex().equals(wrapped.sm3())) {
            return Optional.of(Reason.ANOTHER_BID);
        }
        var about = new Proof.About(part.key(), part.holder(), part.ciphertext());
        return part.pieces().stream()
                .allMatch(piece -> Proof.holds(about, piece,
                        key.verificationPoint(piece.split(), part.holder()), ciphertext.c1()))
                                ? Optional.empty()
                                : Optional.of(Reason.FALSE_PROOF);
    }

    private static ECPoint shared(OpeningKey key, Map<Integer, Partial> right) {
        var sum = Curve.infinity();
        var splits = key.quorum().splits();
        for (int split = 0; split < splits.size(); split++) {
            var members = splits.get(split).members();
            var used = right.keySet().stream().filter(members::contains)
                    .limit(splits.get(split).needed()).toList();
            for (int holder : used) {
                sum = sum.add(point(right, holder, split)
                        .multiply(Curve.lagrange(holder, used)));
            }
        }
        return sum.normalize();
    }

    private static ECPoint point(Map<Integer, Partial> right, int holder, int split) {
        return java.util.Objects.requireNonNull(right.get(holder)).pieces().stream()
                .filter(piece -> piece.split() == split).findFirst()
                .map(piece -> Curve.point(piece.point())).orElseThrow();
    }
}

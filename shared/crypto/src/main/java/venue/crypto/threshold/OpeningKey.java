package venue.crypto.threshold;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import venue.crypto.Bytes;

/// The public part of a tender's opening key (开标公钥): who opens together, and the commitments
/// (Feldman) that every share and every holder's act is checked against. The private number is the
/// sum of one number for each split of the quorum, so both rules hold at once.
///
/// @param tender the lot's code (标段编号)
/// @param commitments for each split the points of its polynomial's coefficients, constant first
public record OpeningKey(String tender, Quorum quorum, List<List<Bytes>> commitments) {

    private static final int VERSION = 1;

    public OpeningKey {
        commitments = commitments.stream().map(List::copyOf).toList();
        var splits = quorum.splits();
        if (tender.isBlank() || commitments.size() != splits.size()) {
            throw new IllegalArgumentException("the key contradicts its quorum");
        }
        for (int i = 0; i < splits.size(); i++) {
            if (commitments.get(i).size() != splits.get(i).needed()) {
                throw new IllegalArgumentException("the key contradicts its quorum");
            }
            commitments.get(i).forEach(Curve::point);
        }
        Curve.bytes(sum(commitments));
    }

    /// The ordinary SM2 public key, 65 bytes: what bids are sealed to.
    public Bytes publicPoint() {
        return Curve.bytes(sum(commitments));
    }

    private static ECPoint sum(List<List<Bytes>> commitments) {
        var sum = Curve.infinity();
        for (var each : commitments) {
            sum = sum.add(Curve.point(each.getFirst()));
        }
        return sum;
    }

    /// What a share of `holder` in split `split` must be the private number of.
    ECPoint verificationPoint(int split, int holder) {
        var value = Curve.infinity();
        var coefficients = commitments.get(split);
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            value = value.multiply(BigInteger.valueOf(holder))
                    .add(Curve.point(coefficients.get(i)));
        }
        return value.normalize();
    }

    /// Which splits `holder` has a value of.
    List<Integer> splitsOf(int holder) {
        var splits = quorum.splits();
        return java.util.stream.IntStream.range(0, splits.size())
                .filter(i -> splits.get(i).members().contains(holder)).boxed().toList();
    }

    /// DER: `SEQUENCE { version, tender, quorum, commitments }`, see the handbook.
    public Bytes der() {
        return Der.bytes(Der.sequence(Der.number(VERSION), Der.text(tender),
                Der.sequence(Der.number(quorum.holders()), Der.number(quorum.needed()),
                        Der.sequence(quorum.guards().stream().map(Der::number).toList()),
                        Der.number(quorum.guardsNeeded())),
                Der.sequence(commitments.stream()
                        .map(each -> Der.sequence(each.stream().map(Der::octets).toList()))
                        .toList())));
    }

    /// Reads [#der]; points beside the curve and contradictions are refused.
    public static OpeningKey read(Bytes der) {
        return Der.read(der, ThresholdFailure.Code.KEY_UNREADABLE, parts -> {
            parts.version(VERSION);
            var tender = parts.text();
            var quorum = parts.inner();
            var rule = new Quorum(quorum.small(), quorum.small(),
                    quorum.inner().each(Der::small), quorum.small());
            quorum.end();
            var commitments = parts.inner().each(split -> split.inner().each(Der::octets));
            parts.end();
            return new OpeningKey(tender, rule, commitments);
        }, OpeningKey::der);
    }

    /// SM3 of [#der]: what shares and holders' acts are bound to.
    public Bytes digest() {
        return Bytes.fromHex(der().sm3());
    }
}

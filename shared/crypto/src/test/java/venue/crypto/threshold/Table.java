package venue.crypto.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import venue.crypto.Bytes;
import venue.crypto.bc.Sm2Curve;

/// Holders around a table, with the private number that only a test may see.
record Table(OpeningKey key, List<Share> shares, BigInteger secret) {

    static Table of(String tender, Quorum quorum) {
        var seen = new AtomicReference<>(BigInteger.ZERO);
        var made = Deal.make(tender, quorum, (_, secret) -> {
            seen.set(secret);
            return "";
        });
        return new Table(made.deal().key(), made.deal().shares(), seen.get());
    }

    /// `secret` shared by polynomials of this test's choosing.
    static Table of(String tender, int needed, int holders, BigInteger secret) {
        var coefficients = new ArrayList<>(List.of(secret));
        for (int i = 1; i < needed; i++) {
            coefficients.add(BigInteger.valueOf(7919L * i).pow(9).mod(Curve.ORDER));
        }
        var key = new OpeningKey(tender, Quorum.of(needed, holders), List.of(coefficients.stream()
                .map(each -> Curve.bytes(Curve.timesGenerator(each))).toList()));
        var shares = new ArrayList<Share>();
        for (int holder = 1; holder <= holders; holder++) {
            var value = BigInteger.ZERO;
            for (int i = needed - 1; i >= 0; i--) {
                value = value.multiply(BigInteger.valueOf(holder)).add(coefficients.get(i));
            }
            shares.add(new Share(key.digest(), holder,
                    List.of(Curve.bytes(value.mod(Curve.ORDER)))));
        }
        return new Table(key, shares, secret);
    }

    Bytes seal(Bytes plain) {
        return Bytes.of(Sm2Curve.encrypt(key.publicPoint().array(), plain.array()));
    }

    List<Partial> give(Bytes wrapped, List<Integer> holders) {
        return holders.stream().map(holder -> shares.get(holder - 1).open(key, wrapped)).toList();
    }

    Combination combine(Bytes wrapped, List<Integer> holders) {
        return Combination.of(key, wrapped, give(wrapped, holders));
    }

    /// Every set of holders.
    static List<List<Integer>> subsets(int holders) {
        var all = new ArrayList<List<Integer>>();
        for (int bits = 0; bits < 1 << holders; bits++) {
            var one = new ArrayList<Integer>();
            for (int i = 0; i < holders; i++) {
                if ((bits >> i & 1) == 1) {
                    one.add(i + 1);
                }
            }
            all.add(one);
        }
        return all;
    }

    static Bytes plain(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}

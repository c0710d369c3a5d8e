package venue.crypto.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import venue.crypto.Bytes;

/// One holder's share of an opening key (开标密钥份额): its values of the splits he belongs to. Opened
/// for one act and closed again, which wipes it.
public final class Share implements AutoCloseable {

    private static final int VERSION = 1;

    private final Bytes key;
    private final int holder;
    private final List<byte[]> values;
    private boolean closed;

    Share(Bytes key, int holder, List<byte[]> values) {
        this.key = key;
        this.holder = holder;
        this.values = List.copyOf(values);
    }

    /// Reads what was wrapped for a holder and checks it against the commitments: a wrong share is
    /// found before the day, not at the opening.
    public static Share read(Bytes der, OpeningKey key) {
        var share = Der.read(der, ThresholdFailure.Code.SHARE_UNREADABLE, parts -> {
            parts.version(VERSION);
            var digest = parts.octets();
            int holder = parts.small();
            var values = parts.inner().each(Der::octets);
            parts.end();
            return new Share(digest, holder, values.stream().map(Bytes::array).toList());
        }, Share::der);
        try {
            share.check(key);
            return share;
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private void check(OpeningKey opening) {
        if (!key.equals(opening.digest())) {
            throw new ThresholdFailure(ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY,
                    opening.tender());
        }
        var splits = opening.splitsOf(holder);
        if (holder < 1 || holder > opening.quorum().holders() || splits.size() != values.size()) {
            throw new ThresholdFailure(ThresholdFailure.Code.SHARE_FALSE, holder);
        }
        for (int i = 0; i < splits.size(); i++) {
            if (!fits(opening, splits.get(i), values.get(i))) {
                throw new ThresholdFailure(ThresholdFailure.Code.SHARE_FALSE, holder);
            }
        }
    }

    private boolean fits(OpeningKey opening, int split, byte[] value) {
        try {
            return Curve.timesGenerator(Curve.scalar(value))
                    .equals(opening.verificationPoint(split, holder));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What is wrapped for the holder: DER `SEQUENCE { 1, digest of the key, holder, values }`.
    Bytes der() {
        return Der.bytes(Der.sequence(Der.number(VERSION), Der.octets(key), Der.number(holder),
                Der.sequence(values.stream().map(Der::octets).toList())));
    }

    /// The number of the holder, from 1.
    public int holder() {
        return holder;
    }

    /// This holder's part of opening `wrapped` (an SM2 ciphertext to the opening key), with the
    /// proofs that it is right.
    public synchronized Partial open(OpeningKey opening, Bytes wrapped) {
        if (closed) {
            throw new ThresholdFailure(ThresholdFailure.Code.CLOSED);
        }
        if (!key.equals(opening.digest())) {
            throw new ThresholdFailure(ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY,
                    opening.tender());
        }
        var c1 = Ciphertext.read(wrapped).c1();
        var about = new Proof.About(key, holder, Bytes.fromHex(wrapped.sm3()));
        var pieces = new ArrayList<Partial.Piece>();
        var splits = opening.splitsOf(holder);
        for (int i = 0; i < splits.size(); i++) {
            BigInteger value = Curve.scalar(values.get(i));
            pieces.add(Proof.make(about, splits.get(i), value,
                    opening.verificationPoint(splits.get(i), holder), c1));
        }
        return new Partial(key, holder, about.ciphertext(), pieces);
    }

    /// Wipes the values.
    @Override
    public synchronized void close() {
        closed = true;
        values.forEach(value -> Arrays.fill(value, (byte) 0));
    }

    @Override
    public String toString() {
        return "share of holder " + holder;
    }
}

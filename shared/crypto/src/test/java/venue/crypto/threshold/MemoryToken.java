package venue.crypto.threshold;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.crypto.Token;
import venue.crypto.TokenFailure;
import venue.crypto.bc.Sm2Curve;

/// An SM2 medium without a file, for tests with many of them.
record MemoryToken(KeyEntry entry) implements Token {

    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Authority ROOT = Authority.root(Suite.SM, "Root",
            NOON.minusSeconds(9_000_000), NOON.plusSeconds(9_000_000));

    static MemoryToken of(String name) {
        return new MemoryToken(ROOT.issue(new Authority.Subject(name, "", name),
                Authority.Use.BOTH, NOON.minusSeconds(8_000_000), NOON.plusSeconds(8_000_000)));
    }

    private BigInteger scalar() {
        return ((ECPrivateKey) entry.key()).getS();
    }

    @Override
    public Certificate signing() {
        return entry.certificate();
    }

    @Override
    public Certificate encryption() {
        return entry.certificate();
    }

    @Override
    public Bytes sign(byte[] message) {
        return Bytes.of(Sm2Curve.sign(scalar(), message));
    }

    @Override
    public Bytes unwrap(Bytes wrapped) {
        try {
            return Bytes.of(Sm2Curve.decrypt(scalar(), wrapped.array()));
        } catch (GeneralSecurityException e) {
            throw new TokenFailure(TokenFailure.Code.UNWRAP_REFUSED, e, entry.toString());
        }
    }

    @Override
    public void close() {}
}

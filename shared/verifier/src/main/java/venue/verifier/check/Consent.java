package venue.verifier.check;

import java.time.Instant;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.TrustList;
import venue.domain.base.PersonId;

/// What a person's detached signature is worth: the mathematics, the certificate registered for
/// that person, the way to a trusted root.
final class Consent {

    private final Probe probe;
    private final Papers papers;

    Consent(Probe probe, Papers papers) {
        this.probe = probe;
        this.papers = papers;
    }

    /// Tells the probe.
    ///
    /// @param registered whether the person must stand in a brief of the archive
    /// @return the certificate, if everything that could be looked at holds
    Optional<Certificate> check(String place, PersonId person, Bytes cms, byte[] content,
            Instant at, boolean registered) {
        try {
            var signed = Detached.verify(cms, content);
            boolean ok = probe.check(signed.valid(), place, "signature", person, signed.reason());
            var known = papers.person(person);
            if (registered || known.isPresent()) {
                ok &= probe.check(
                        known.isPresent() && known.get().certificate().hex()
                                .equals(signed.signer().sha256()),
                        place, "other-certificate", person, signed.signer().serialHex());
            }
            var verdict = probe.trust().certificates()
                    .map(list -> list.check(signed.signer(), at));
            if (verdict.isPresent()) {
                ok &= probe.check(isGood(verdict.get()), place, "certificate", person,
                        verdict.get().say());
            }
            return ok ? Optional.of(signed.signer()) : Optional.empty();
        } catch (CryptoFailure e) {
            probe.check(false, place, "signature", person, e.what());
            return Optional.empty();
        }
    }

    private static boolean isGood(TrustList.Verdict verdict) {
        return verdict == TrustList.Verdict.VALID
                || verdict == TrustList.Verdict.UNKNOWN_REVOCATION;
    }
}

package venue.crypto.threshold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.crypto.Token;

/// One holder's act (给出份额): its parts for the sealed bids at hand, when and on what ground the
/// deadline counted as past, all under the holder's signature. This is what the record keeps, and
/// what anybody can check again from the plan and the sealed bids.
///
/// @param key digest of the opening key
/// @param holder the holder's number, from 1
public record Release(Bytes key, int holder, Instant at, TimeLock.Basis basis,
        List<Partial> partials) {

    private static final int VERSION = 1;

    /// A release as it travels and is kept.
    ///
    /// @param file DER `SEQUENCE { release OCTET STRING, signature OCTET STRING }`
    /// @param signer the certificate in the signature
    public record Signed(Release release, Certificate signer, Bytes file) {}

    public Release {
        partials = List.copyOf(partials);
    }

    /// Gives: the share is unwrapped, used for each wrapped key in `wrapped`, and wiped.
    public static Signed give(KeyPlan plan, Token token, List<Bytes> wrapped,
            TimeLock.Passed passed) {
        if (!passed.isFor(plan.key())) {
            throw new ThresholdFailure(ThresholdFailure.Code.TOO_EARLY, plan.deadline());
        }
        var at = passed.at().truncatedTo(ChronoUnit.MILLIS);
        try (var share = plan.open(token)) {
            var partials = new ArrayList<Partial>();
            wrapped.forEach(each -> partials.add(share.open(plan.key(), each)));
            var release = new Release(plan.key().digest(), share.holder(), at, passed.basis(),
                    partials);
            var der = release.der();
            var file = SignedPlan.Signed.bytes(der, Detached.sign(token, der.array(), at));
            return new Signed(release, token.signing(), file);
        }
    }

    /// Reads a release and checks that the holder it names has signed it, for this plan, after the
    /// deadline. The proofs are checked against the bids by [Ceremony].
    public static Signed read(KeyPlan plan, Bytes file) {
        var signed = SignedPlan.Signed.read(file, ThresholdFailure.Code.RELEASE_UNREADABLE);
        var release = read(signed.content());
        if (!release.key().equals(plan.key().digest())) {
            throw new ThresholdFailure(ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY,
                    plan.key().tender());
        }
        if (release.holder() < 1 || release.holder() > plan.holders().size()) {
            throw new ThresholdFailure(ThresholdFailure.Code.RELEASE_UNREADABLE);
        }
        var holder = plan.holder(release.holder());
        var signer = signer(signed, holder);
        if (!release.at().isAfter(plan.deadline())) {
            throw new ThresholdFailure(ThresholdFailure.Code.TOO_EARLY, plan.deadline());
        }
        return new Signed(release, signer, file);
    }

    private static Certificate signer(SignedPlan.Signed signed, Holder holder) {
        try {
            var found = Detached.verify(signed.signature(), signed.content().array());
            if (!found.valid() || !found.signer().publicKeySha256()
                    .equals(holder.signing().publicKeySha256())) {
                throw new ThresholdFailure(ThresholdFailure.Code.RELEASE_FORGED, holder.say(),
                        found.reason());
            }
            return found.signer();
        } catch (CryptoFailure e) {
            throw new ThresholdFailure(ThresholdFailure.Code.RELEASE_FORGED, e, holder.say(),
                    e.what());
        }
    }

    private Bytes der() {
        return Der.bytes(Der.sequence(Der.number(VERSION), Der.octets(key), Der.number(holder),
                Der.number(at.toEpochMilli()), Der.number(basis.number()),
                Der.sequence(partials.stream().map(Partial::sequence).toList())));
    }

    private static Release read(Bytes der) {
        return Der.read(der, ThresholdFailure.Code.RELEASE_UNREADABLE, parts -> {
            parts.version(VERSION);
            var key = parts.octets();
            int holder = parts.small();
            var at = Instant.ofEpochMilli(parts.number());
            var basis = TimeLock.Basis.numbered(parts.small());
            var partials = parts.inner().each(each -> Partial.read(each.inner(), key, holder));
            parts.end();
            return new Release(key, holder, at, basis, partials);
        }, Release::der);
    }

    /// The part for the bid whose wrapped key is `wrapped`.
    public Optional<Partial> of(Bytes wrapped) {
        var digest = wrapped.sm3();
        return partials.stream().filter(each -> each.ciphertext().hex().equals(digest))
                .findFirst();
    }
}

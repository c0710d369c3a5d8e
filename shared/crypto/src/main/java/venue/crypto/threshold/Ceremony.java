package venue.crypto.threshold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import venue.crypto.Bytes;
import venue.crypto.Half;
import venue.crypto.OpenOutcome;
import venue.crypto.OpeningEvidence;

/// The tender side's half of bids, from what holders have given so far (开标密钥仪式). Nothing in it is
/// secret before a bidder gives the other half, so it can be rebuilt from the record at any time.
public final class Ceremony {

    private final KeyPlan plan;
    private final Map<Integer, Release> given = new LinkedHashMap<>();

    /// Nobody has given yet.
    public Ceremony(KeyPlan plan) {
        this.plan = plan;
    }

    /// The plan it follows.
    public KeyPlan plan() {
        return plan;
    }

    /// Takes in what a holder gave, after every proof was checked against `wrapped`, the wrapped
    /// keys of the bids at hand. A later act of the same holder takes the place of an earlier one
    /// only when it covers more.
    ///
    /// @throws ThresholdFailure RELEASE_FALSE, naming the holder
    public synchronized void accept(Release.Signed signed, List<Bytes> wrapped) {
        var release = signed.release();
        for (var each : wrapped) {
            var part = release.of(each);
            var fault = part.flatMap(found -> Combination.fault(plan.key(), each,
                    Ciphertext.read(each), found));
            if (fault.isPresent()) {
                throw new ThresholdFailure(ThresholdFailure.Code.RELEASE_FALSE,
                        plan.holder(release.holder()).say(), fault.get().say());
            }
        }
        var before = given.get(release.holder());
        if (before == null || before.partials().size() < release.partials().size()) {
            given.put(release.holder(), release);
        }
    }

    /// Whether `wrapped` is an SM2 ciphertext at all: a bid that was sealed wrongly must not keep
    /// the holders from giving for the others.
    public static boolean isCiphertext(Bytes wrapped) {
        try {
            Ciphertext.read(wrapped);
            return true;
        } catch (ThresholdFailure e) {
            return false;
        }
    }

    /// Who has given, by number.
    public synchronized Set<Integer> given() {
        return Set.copyOf(given.keySet());
    }

    /// Who has given for the bid whose wrapped key is `wrapped`.
    public synchronized Set<Integer> givenFor(Bytes wrapped) {
        var there = new TreeSet<Integer>();
        given.forEach((holder, release) -> release.of(wrapped)
                .ifPresent(_ -> there.add(holder)));
        return there;
    }

    /// Whether a guard is among those who gave.
    public synchronized boolean isVouchedFor() {
        return given.keySet().stream().anyMatch(plan.key().quorum()::isGuard);
    }

    /// Why the bid cannot be opened yet, in words; empty when it can.
    public Optional<String> missing(Bytes wrapped) {
        return plan.missing(givenFor(wrapped));
    }

    /// The tender side's half of the bid, or why it is not there.
    public synchronized Half half(Bytes wrapped) {
        if (!isCiphertext(wrapped)) {
            return new Half.Missing(OpenOutcome.FILE_CORRUPT,
                    evidence(ThresholdFailure.BOOK.say("unfit")));
        }
        List<Partial> parts = given.values().stream()
                .flatMap(release -> release.of(wrapped).stream()).toList();
        var found = Combination.of(plan.key(), wrapped, parts);
        if (found.opened().isPresent()) {
            return new Half.Key(found.opened().get());
        }
        var missing = plan.missing(Set.copyOf(found.given()));
        return missing.isPresent()
                ? new Half.Missing(OpenOutcome.PLATFORM, evidence(missing.get()))
                : new Half.Missing(OpenOutcome.FILE_CORRUPT,
                        evidence(ThresholdFailure.BOOK.say("unfit")));
    }

    private OpeningEvidence evidence(String note) {
        return new OpeningEvidence(plan.certificate().serialHex(), plan.certificate().holder(),
                plan.certificate().sha256(), "", "", "", note);
    }
}

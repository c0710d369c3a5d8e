package venue.bidopen.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Half;
import venue.crypto.SealedBid;
import venue.crypto.Token;
import venue.crypto.threshold.Ceremony;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Release;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.ThresholdFailure;
import venue.crypto.threshold.TimeLock;
import venue.domain.base.Digest;
import venue.domain.opening.KeyCard;
import venue.domain.opening.KeyTable;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.workstation.HallClock;

/// The holders of the opening key at this desk (开标密钥持有人): each gives once for all bids here; what
/// they gave is kept beside the journal, so that a restart loses nothing. No share stays in memory
/// longer than its holder's act.
public final class Holders {

    private static final Set<ThresholdFailure.Code> OF_THE_SHARE = Set.of(
            ThresholdFailure.Code.SHARE_FALSE, ThresholdFailure.Code.SHARE_UNREADABLE,
            ThresholdFailure.Code.SHARE_OF_ANOTHER_KEY, ThresholdFailure.Code.RELEASE_FALSE);

    private final Workplace place;
    private final KeyPlan plan;
    private final Ceremony ceremony;
    private final Set<Digest> seen = new HashSet<>();

    Holders(Workplace place, KeyPlan plan) {
        this.place = place;
        this.plan = plan;
        this.ceremony = new Ceremony(plan);
    }

    /// The plan as the record names it.
    public static KeyCard card(KeyPlan plan) {
        var quorum = plan.key().quorum();
        var holders = new ArrayList<KeyCard.Holder>();
        for (int i = 1; i <= quorum.holders(); i++) {
            var holder = plan.holder(i);
            holders.add(new KeyCard.Holder(i, holder.office().name(), holder.name(),
                    holder.encryption().serialHex(), quorum.isGuard(i)));
        }
        return new KeyCard(new Digest(plan.sha256()), quorum.needed(), quorum.guardsNeeded(),
                holders, plan.remedies().stream().sorted()
                        .map(remedy -> KeyCard.RescueWay.valueOf(remedy.name())).toList());
    }

    /// What the tender documents provide for a failing certificate.
    public Set<Remedy> remedies() {
        return plan.remedies();
    }

    /// The command that notes the plan in the record.
    public OpeningCommand note() {
        return new OpeningCommand.NoteOpeningKey(card(plan));
    }

    /// Takes in what the record has: after a restart, nobody has to come twice.
    public synchronized void follow(Opening opening) {
        var wrapped = wrapped(opening);
        for (var act : opening.keys().map(KeyTable::given).orElse(List.of())) {
            if (seen.add(act.release())) {
                ceremony.accept(Release.read(plan, kept(act.release())), wrapped);
            }
        }
    }

    private Bytes kept(Digest digest) {
        try (var in = place.station().journal().blobs().open(digest)) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw BidOpenFailure.file(Path.of(digest.hex()), e);
        }
    }

    /// Whether the next holder has to say himself that the deadline is past: the time here was
    /// never compared with the centre's, and no guard has given yet.
    public boolean mustDeclare() {
        return place.station().clock().trust() == HallClock.Trust.UNTRUSTED
                && !ceremony.isVouchedFor();
    }

    /// One holder's act. The answer is the command that records it, or that what he gave does not
    /// count. `pin` is wiped.
    ///
    /// @param declares whether he says that the deadline is past
    public synchronized OpeningCommand give(Opening opening, Path medium, char[] pin,
            boolean declares) {
        try (var token = place.open(medium, pin)) {
            var number = plan.numberOf(token);
            if (number.isEmpty()) {
                throw new ThresholdFailure(ThresholdFailure.Code.NOT_A_HOLDER,
                        token.encryption().holder(), token.encryption().serialHex());
            }
            return give(opening, token, number.getAsInt(), declares);
        }
    }

    private OpeningCommand give(Opening opening, Token token, int number, boolean declares) {
        var wrapped = wrapped(opening);
        if (wrapped.isEmpty()) {
            throw BidOpenFailure.noBids();
        }
        var passed = passed(opening, number, declares);
        try {
            var signed = Release.give(plan, token, wrapped, passed);
            ceremony.accept(Release.read(plan, signed.file()), wrapped);
            var digest = place.station().journal().blobs()
                    .put(new ByteArrayInputStream(signed.file().array()));
            seen.add(digest);
            return new OpeningCommand.GiveShare(number, token.encryption().serialHex(),
                    KeyTable.TimeBasis.valueOf(signed.release().basis().name()), digest,
                    wrapped.size());
        } catch (ThresholdFailure e) {
            if (OF_THE_SHARE.contains(e.kind())) {
                return new OpeningCommand.RejectShare(token.encryption().holder(),
                        token.encryption().serialHex(), e.what());
            }
            throw e;
        }
    }

    private TimeLock.Passed passed(Opening opening, int number, boolean declares) {
        var clock = place.station().clock();
        boolean compared = clock.trust() != HallClock.Trust.UNTRUSTED;
        var now = clock.instant();
        var uncertainty = compared ? clock.uncertainty() : Duration.ZERO;
        if (!now.minus(uncertainty).isAfter(opening.tender().deadline())) {
            throw new ThresholdFailure(ThresholdFailure.Code.TOO_EARLY,
                    Say.time(opening.tender().deadline()));
        }
        return TimeLock.judge(plan,
                new TimeLock.Reading(now, uncertainty, compared, opening.closedAt()), number,
                declares, ceremony.isVouchedFor());
    }

    /// The tender side's half of `bid`, or who is missing.
    public Half half(SealedBid bid) {
        return ceremony.half(bid.wrappedB());
    }

    /// Who has given and who is missing, in one sentence.
    public String say(Opening opening) {
        var quorum = plan.key().quorum();
        var there = ceremony.given().stream().sorted().map(plan::holder)
                .map(holder -> holder.say()).collect(Collectors.joining("、"));
        var rule = Say.it("holders.rule", quorum.holders(), quorum.needed());
        var given = there.isEmpty() ? Say.it("holders.nobody") : Say.it("holders.given", there);
        return rule + given + missing(opening).map(text -> Say.it("holders.missing", text))
                .orElseGet(() -> Say.it("holders.met"));
    }

    /// Who is still missing for some bid here; empty when every bid can be opened.
    public Optional<String> missing(Opening opening) {
        var wrapped = wrapped(opening);
        return wrapped.isEmpty()
                ? plan.missing(Set.of())
                : wrapped.stream().map(ceremony::missing).flatMap(Optional::stream).findFirst();
    }

    /// The wrapped keys of the bids received in time that are here and sealed to this key.
    private List<Bytes> wrapped(Opening opening) {
        var codes = opening.bids().keySet().stream().map(bidder -> bidder.value())
                .collect(Collectors.toSet());
        var found = new ArrayList<Bytes>();
        for (var file : place.sealedBids()) {
            whole(file).filter(bid -> codes.contains(bid.header().bidder())
                    && bid.header().tender().equals(plan.key().tender())
                    && plan.opens(bid.recipients().get(1)))
                    .map(SealedBid::wrappedB).filter(Ceremony::isCiphertext)
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<SealedBid> whole(Path file) {
        try {
            return Optional.of(SealedBid.open(file));
        } catch (CryptoFailure e) {
            return Optional.empty();
        }
    }
}

package venue.bidopen.session;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import venue.crypto.CryptoFailure;
import venue.crypto.Half;
import venue.crypto.OpenOutcome;
import venue.crypto.OpeningEvidence;
import venue.crypto.SealedBid;
import venue.crypto.Token;
import venue.domain.opening.Opening;

/// The tender side at this desk (招标人一侧): holders of an opening key who give together, or, for
/// tenders whose bids were sealed to one certificate, its token, kept in memory for the decryption
/// window, then forgotten.
public final class TenderSide implements AutoCloseable {

    private final Workplace place;
    private final Optional<Holders> holders;
    private volatile @Nullable Token token;

    /// For the project at hand; nothing is open yet.
    public TenderSide(Workplace place) {
        this.place = place;
        this.holders = place.project().flatMap(Project::keyPlan)
                .map(plan -> new Holders(place, plan));
    }

    /// The holders, where the tender has an opening key.
    public Optional<Holders> holders() {
        return holders;
    }

    /// Opens the token of a single key and tries it on a bid that is here; the answer names its
    /// holder. `pin` is wiped.
    public String open(Path medium, char[] pin) {
        var opened = place.open(medium, pin);
        try {
            var bid = sample();
            var wanted = bid.recipients().get(1);
            if (!wanted.isOpenedBy(opened.encryption())) {
                throw BidOpenFailure.wrongTenderToken(opened.encryption().holder());
            }
            forget();
            token = opened;
            return opened.encryption().holder();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// The first bid here whose header is whole.
    private SealedBid sample() {
        for (var file : place.sealedBids()) {
            var bid = whole(file);
            if (bid.isPresent()) {
                return bid.get();
            }
        }
        throw BidOpenFailure.noBids();
    }

    private static Optional<SealedBid> whole(Path file) {
        try {
            return Optional.of(SealedBid.open(file));
        } catch (CryptoFailure e) {
            return Optional.empty();
        }
    }

    /// Whether every bid here can be given its tender side's half.
    public boolean isReady(Opening opening) {
        return holders.map(each -> each.missing(opening).isEmpty())
                .orElseGet(() -> token != null);
    }

    /// The tender side's half of `bid`, or why it is not there.
    public Half half(SealedBid bid) {
        if (holders.isPresent()) {
            return holders.get().half(bid);
        }
        var held = token;
        return held == null
                ? new Half.Missing(OpenOutcome.PLATFORM,
                        new OpeningEvidence("", "", "", "", "", "",
                                Say.it("decrypt.tender.missing")))
                : bid.halfB(held);
    }

    /// Forgets a single key.
    public void forget() {
        var held = token;
        if (held != null) {
            token = null;
            held.close();
        }
    }

    @Override
    public void close() {
        forget();
    }
}

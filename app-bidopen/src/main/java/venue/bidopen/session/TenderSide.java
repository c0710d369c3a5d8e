package venue.bidopen.session;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import venue.crypto.CryptoFailure;
import venue.crypto.FileToken;
import venue.crypto.SealedBid;
import venue.crypto.Token;

/// The tender side's opening key at this desk (招标人一侧开标密钥): opened by the agency, kept in memory
/// for the decryption window, then forgotten.
public final class TenderSide implements AutoCloseable {

    private final Workplace place;
    private volatile @Nullable Token token;

    /// Not open yet.
    public TenderSide(Workplace place) {
        this.place = place;
    }

    /// Opens the token and tries it on a bid that is here; the answer names its holder. `pin` is
    /// wiped.
    public String open(Path medium, char[] pin) {
        var opened = FileToken.open(medium, pin);
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

    /// The token, while it is open.
    public Optional<Token> token() {
        return Optional.ofNullable(token);
    }

    /// Forgets the key.
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

package venue.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import venue.crypto.ContainerHeader.Purpose;
import venue.crypto.bc.Engines;

/// A file sealed to several recipients, each of whom can open it alone: the same container as a
/// [SealedBid], with one whole key instead of two halves. Carries parcels between desks.
public final class SealedStream {

    private final Container container;

    private SealedStream(Container container) {
        this.container = container;
    }

    /// Seals `plain` into `out`.
    ///
    /// @param about what it belongs to (a lot code), readable by anyone
    public static void seal(Path plain, Path out, String about, List<Certificate> recipients,
            Suite bodySuite, Instant at, Progress progress) {
        var key = Engines.random(32);
        try {
            var people = new ArrayList<Recipient>();
            var wraps = new ArrayList<KeyTransRecipientInfo>();
            for (var recipient : recipients) {
                people.add(Recipient.of(Side.WHOLE, recipient));
                wraps.add(KeyWrap.wrap(recipient, key));
            }
            var header = new ContainerHeader(Purpose.PARCEL, bodySuite, Bytes.random(16),
                    Bytes.random(7), Files.size(plain), at, List.of(about, "", "", ""), people,
                    wraps);
            Container.write(plain, out, header, key, progress);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, plain);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Reads the header.
    public static SealedStream open(Path in) {
        var container = Container.read(in);
        if (container.header().purpose() != Purpose.PARCEL) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CONTAINER, in.getFileName());
        }
        return new SealedStream(container);
    }

    /// Whether a file begins like a sealed one, of either kind.
    public static boolean looksSealed(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[]{'E', 'B', 'I', 'D'});
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    /// What it belongs to.
    public String about() {
        return container.header().about().getFirst();
    }

    public List<Recipient> recipients() {
        return container.header().recipients();
    }

    /// The suite of the body.
    public Suite suite() {
        return container.header().suite();
    }

    public Instant sealedAt() {
        return container.header().sealedAt();
    }

    /// The length of the plain content.
    public long plainLength() {
        return container.header().plainLength();
    }

    /// Whether the file is as long as its header says; whether it is unchanged shows when it is
    /// opened.
    public boolean isComplete() {
        return container.isComplete();
    }

    /// Tries the key that is wrapped for this token; where there is none the outcome is WRONG_CERT.
    public Opening unlock(Token token) {
        var header = container.header();
        for (int i = 0; i < header.recipients().size(); i++) {
            if (header.recipients().get(i).isOpenedBy(token.encryption())) {
                return unlock(Halves.unwrap(header, i, token));
            }
        }
        return unlock(Halves.unwrap(header, 0, token));
    }

    private Opening unlock(Half half) {
        return switch (half) {
            case Half.Key key -> Opening.with(container, key.key().array());
            case Half.Missing missing -> Opening.failed(missing.outcome(), missing.evidence());
        };
    }
}

package venue.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import venue.crypto.ContainerHeader.Purpose;
import venue.crypto.bc.Engines;

/// A sealed bid (加密投标文件, `.ebid`): encrypted once in authenticated chunks of 64 KiB under a
/// key made of two halves, one wrapped for the bidder and one for the tender side (双重加密), so
/// that neither can open it alone. Layout: handbook, formats-sealed-bid.
public final class SealedBid {

    private static final int HALF = 32;

    private final Container container;

    /// What a bid belongs to, bound into its key.
    ///
    /// @param tender the lot's code (标段编号)
    /// @param part which part of the bid, empty for the whole
    /// @param bidder the bidder's code (统一社会信用代码)
    /// @param sealedAt when, by the bidder's clock, in milliseconds
    public record Header(String tender, String part, String bidder, String bidderName,
            Instant sealedAt) {}

    /// What the bidder keeps against a failing certificate (补救方案), where the tender documents
    /// provide for it.
    ///
    /// @param rescue opens the bidder's half; the bidder alone has it
    /// @param backup SHA-256 of the bidder's backup file
    public record Remedies(Optional<RescueCode> rescue, Optional<Bytes> backup) {

        /// None, as most tender documents have it.
        public static final Remedies NONE = new Remedies(Optional.empty(), Optional.empty());
    }

    private SealedBid(Container container) {
        this.container = container;
    }

    /// Seals `plain` into `out`.
    public static void seal(Path plain, Path out, Header header, Certificate bidderEncryption,
            Certificate tenderSide, Suite bodySuite) {
        seal(plain, out, header, bidderEncryption, tenderSide, bodySuite, Progress.NONE);
    }

    /// The same, telling how far it is.
    public static void seal(Path plain, Path out, Header header, Certificate bidderEncryption,
            Certificate tenderSide, Suite bodySuite, Progress progress) {
        seal(plain, out, header, bidderEncryption, tenderSide, bodySuite, Remedies.NONE, progress);
    }

    /// The same with remedies.
    public static void seal(Path plain, Path out, Header header, Certificate bidderEncryption,
            Certificate tenderSide, Suite bodySuite, Remedies remedies, Progress progress) {
        var k1 = Engines.random(HALF);
        var k2 = Engines.random(HALF);
        var both = join(k1, k2);
        try {
            var full = new ContainerHeader(Purpose.BID, bodySuite, Bytes.random(16),
                    Bytes.random(7), Files.size(plain), header.sealedAt(),
                    List.of(header.tender(), header.part(), header.bidder(), header.bidderName()),
                    List.of(Recipient.of(Side.BIDDER, bidderEncryption),
                            Recipient.of(Side.TENDER, tenderSide)),
                    List.of(KeyWrap.wrap(bidderEncryption, k1), KeyWrap.wrap(tenderSide, k2)));
            var rescue = remedies.rescue()
                    .map(code -> Rescue.wrap(code, bodySuite, k1, full.boundDer()));
            Container.write(plain, out, full.with(rescue, remedies.backup()), both, progress);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, plain);
        } finally {
            List.of(k1, k2, both).forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    /// Reads the header. A file whose header is damaged throws [CryptoFailure] NOT_A_CONTAINER; use
    /// [#attempt] where that, too, should be an outcome.
    public static SealedBid open(Path in) {
        var container = Container.read(in);
        var sides = container.header().recipients().stream().map(Recipient::side).toList();
        if (container.header().purpose() != Purpose.BID
                || !sides.equals(List.of(Side.BIDDER, Side.TENDER))) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CONTAINER, in.getFileName());
        }
        return new SealedBid(container);
    }

    /// One whole attempt with both tokens, every trouble with file or token as an outcome.
    public static Opening attempt(Path in, Token bidder, Token tenderSide) {
        try {
            var bid = open(in);
            return bid.unlock(bid.halfA(bidder), bid.halfB(tenderSide));
        } catch (CryptoFailure e) {
            return Opening.failed(OpenOutcome.FILE_CORRUPT, OpeningEvidence.noted(e.what()));
        }
    }

    /// What the bid belongs to.
    public Header header() {
        var header = container.header();
        return new Header(header.about().get(0), header.about().get(1), header.about().get(2),
                header.about().get(3), header.sealedAt());
    }

    /// For whom the halves are wrapped: the bidder, then the tender side.
    public List<Recipient> recipients() {
        return container.header().recipients();
    }

    /// The suite of the body.
    public Suite suite() {
        return container.header().suite();
    }

    /// The length of the plain content.
    public long plainLength() {
        return container.header().plainLength();
    }

    /// The number of this sealing, 16 random bytes.
    public Bytes fileId() {
        return container.header().fileId();
    }

    /// The digest of the header in the suite's algorithm, as stored in the file.
    public Bytes headerDigest() {
        return container.headDigest();
    }

    /// Whether the file is as long as its header says; whether it is unchanged shows when it is
    /// opened.
    public boolean isComplete() {
        return container.isComplete();
    }

    /// The bidder's half (k1).
    public Half halfA(Token bidder) {
        return Halves.unwrap(container.header(), 0, bidder);
    }

    /// The tender side's half (k2).
    public Half halfB(Token tenderSide) {
        return Halves.unwrap(container.header(), 1, tenderSide);
    }

    /// Whether the bidder has a rescue code for it.
    public boolean hasRescue() {
        return container.header().rescue().isPresent();
    }

    /// SHA-256 of the bidder's backup file, where there is one.
    public Optional<Bytes> backupSha256() {
        return container.header().backup();
    }

    /// The bidder's half by the rescue code.
    public Half halfA(RescueCode code) {
        var header = container.header();
        if (header.rescue().isEmpty()) {
            return missing(OpenOutcome.MEDIA_MISSING, "evidence.norescue");
        }
        return header.rescue().get().open(code, header.suite(), header.boundDer())
                .<Half>map(Half.Key::new)
                .orElseGet(() -> missing(OpenOutcome.PIN_LOCKED, "evidence.rescue"));
    }

    private Half missing(OpenOutcome outcome, String key) {
        var bidder = recipients().getFirst();
        return new Half.Missing(outcome, new OpeningEvidence(bidder.serialHex(), bidder.holder(),
                bidder.certificateSha256(), "", "", "", CryptoWords.BOOK.say(key)));
    }

    /// The tender side's half as it is wrapped: for an SM2 key the ciphertext in the DER of GM/T
    /// 0009, which the holders of an opening key open together.
    public Bytes wrappedB() {
        return KeyWrap.encryptedKey(container.header().wraps().get(1));
    }

    /// Joins the halves; a missing half is the outcome of the whole.
    public Opening unlock(Half halfA, Half halfB) {
        if (halfA instanceof Half.Missing missing) {
            return Opening.failed(missing.outcome(), missing.evidence());
        }
        if (halfB instanceof Half.Missing missing) {
            return Opening.failed(missing.outcome(), missing.evidence());
        }
        return unlock(((Half.Key) halfA).key(), ((Half.Key) halfB).key());
    }

    /// The same with halves already in hand.
    public Opening unlock(Bytes halfA, Bytes halfB) {
        if (halfA.length() != HALF || halfB.length() != HALF) {
            return Opening.failed(OpenOutcome.FILE_CORRUPT, OpeningEvidence.NONE);
        }
        var both = join(halfA.array(), halfB.array());
        try {
            return Opening.with(container, both);
        } finally {
            Arrays.fill(both, (byte) 0);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}

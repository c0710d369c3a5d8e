package venue.bidopen.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Hashes;
import venue.crypto.TrustList;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.SignedPlan;
import venue.domain.base.Digest;
import venue.domain.opening.OpeningBrief;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.parcel.Parcel;

/// A project package (项目包) that was found whole and signed by somebody believed: the brief and the
/// certificates of the seats that receive the bids.
///
/// @param digest SHA-256 of the file
/// @param sender who signed it
/// @param seats certificates by seat
/// @param keyPlan the opening key of the tender, where several hold it
public record Project(OpeningBrief brief, Digest digest, Certificate sender,
        TrustList.Verdict verdict, Instant signedAt, Map<String, Certificate> seats,
        Optional<KeyPlan> keyPlan) {

    private static final String SEATS = "seats/";

    public Project {
        seats = Map.copyOf(seats);
    }

    /// Reads the package in `file`.
    ///
    /// @throws venue.words.Failure when it is damaged, not a project, or signed by a stranger
    public static Project read(Path file, TrustList trust, Instant now) {
        var digest = new Digest(Hashes.sha256(file));
        try (var parcel = Parcel.open(file, null)) {
            if (!parcel.label().kind().equals("project")) {
                throw BidOpenFailure.notAProject(file, parcel.label().kind());
            }
            var sender = parcel.sender();
            var verdict = trust.check(sender, now);
            if (verdict != TrustList.Verdict.VALID
                    && verdict != TrustList.Verdict.UNKNOWN_REVOCATION) {
                throw BidOpenFailure.senderUntrusted(file, sender.holder(), verdict.say());
            }
            var brief = brief(file, parcel);
            return new Project(brief, digest, sender, verdict, parcel.createdAt(), seats(parcel),
                    keyPlan(file, parcel, brief));
        }
    }

    private static OpeningBrief brief(Path file, Parcel.Opened parcel) {
        if (!parcel.names().contains("brief.json")) {
            throw BidOpenFailure.notAProject(file, parcel.label().kind());
        }
        try {
            return Wire.read(parcel.bytes("brief.json"), OpeningBrief.class);
        } catch (JournalFailure e) {
            throw BidOpenFailure.briefUnreadable(file, e);
        }
    }

    /// The plan counts only under the signature of whoever signed the package.
    private static Optional<KeyPlan> keyPlan(Path file, Parcel.Opened parcel,
            OpeningBrief brief) {
        if (!parcel.names().contains(KeyPlan.FILE)) {
            return Optional.empty();
        }
        var signed = SignedPlan.read(Bytes.of(parcel.bytes(KeyPlan.FILE)));
        if (!signed.signer().equals(parcel.sender())
                || !signed.plan().key().tender().equals(brief.tender().id().value())) {
            throw BidOpenFailure.planUnfit(file, signed.signer().holder(),
                    signed.plan().key().tender());
        }
        return Optional.of(signed.plan());
    }

    private static Map<String, Certificate> seats(Parcel.Opened parcel) {
        var seats = new TreeMap<String, Certificate>();
        for (var name : parcel.names()) {
            if (name.startsWith(SEATS) && name.endsWith(".crt")) {
                seats.put(name.substring(SEATS.length(), name.length() - 4),
                        Certificate.parse(parcel.bytes(name)));
            }
        }
        return seats;
    }
}

package venue.bidopen.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import venue.crypto.Certificate;
import venue.crypto.Hashes;
import venue.crypto.TrustList;
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
public record Project(OpeningBrief brief, Digest digest, Certificate sender,
        TrustList.Verdict verdict, Instant signedAt, Map<String, Certificate> seats) {

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
            return new Project(brief(file, parcel), digest, sender, verdict, parcel.createdAt(),
                    seats(parcel));
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

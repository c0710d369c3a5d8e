package venue.evaluation.seat;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.TrustList.Verdict;
import venue.domain.evaluation.EvaluationBrief;
import venue.evaluation.EvaluationFailure;
import venue.evaluation.EvaluationFailure.Code;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.parcel.Parcel;

/// The evaluation package (评标项目包): who evaluates what, and how.
public final class Brief {

    private static final String PART = "brief.json";

    private Brief() {}

    /// Reads the package in `file` and checks that somebody believed has signed it.
    public static EvaluationBrief read(Path file, @Nullable Token device, TrustList trust,
            Instant now) {
        try (var parcel = Parcel.open(file, device)) {
            if (!parcel.label().kind().equals("project") || !parcel.names().contains(PART)) {
                throw new EvaluationFailure(Code.PACKAGE_OTHER, file.getFileName(),
                        parcel.label().title());
            }
            var verdict = trust.check(parcel.sender(), now);
            if (verdict != Verdict.VALID && verdict != Verdict.UNKNOWN_REVOCATION) {
                throw new EvaluationFailure(Code.SENDER_UNTRUSTED, file.getFileName(),
                        parcel.sender().holder());
            }
            return Wire.read(parcel.bytes(PART), EvaluationBrief.class);
        } catch (JournalFailure e) {
            throw new EvaluationFailure(Code.PACKAGE_OTHER, e, file.getFileName(), PART);
        }
    }
}

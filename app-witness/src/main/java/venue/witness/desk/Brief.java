package venue.witness.desk;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.TrustList.Verdict;
import venue.domain.witness.WitnessBrief;
import venue.witness.WitnessFailure;
import venue.witness.WitnessFailure.Code;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.parcel.Parcel;

/// The package for witnesses (见证项目包): what is witnessed, and who is there.
public final class Brief {

    private static final String PART = "brief.json";

    private Brief() {}

    /// Reads the package in `file` and checks that somebody believed has signed it.
    public static WitnessBrief read(Path file, @Nullable Token device, TrustList trust,
            Instant now) {
        try (var parcel = Parcel.open(file, device)) {
            if (!parcel.label().kind().equals("project") || !parcel.names().contains(PART)) {
                throw new WitnessFailure(Code.PACKAGE_OTHER, file.getFileName(),
                        parcel.label().title());
            }
            var verdict = trust.check(parcel.sender(), now);
            if (verdict != Verdict.VALID && verdict != Verdict.UNKNOWN_REVOCATION) {
                throw new WitnessFailure(Code.SENDER_UNTRUSTED, file.getFileName(),
                        parcel.sender().holder());
            }
            return Wire.read(parcel.bytes(PART), WitnessBrief.class);
        } catch (JournalFailure e) {
            throw new WitnessFailure(Code.PACKAGE_OTHER, e, file.getFileName(), PART);
        }
    }
}

package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.FileToken;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Office;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.SignedPlan;
import venue.parcel.Parcel;

/// The tender's opening key (开标密钥), dealt when the tender is published: five holders, three open
/// together, the centre or the supervisor among them.
final class OpeningKeys {

    private static final int NEEDED = 3;

    private final Path home;
    private final Credentials credentials;

    OpeningKeys(Path home, Credentials credentials) {
        this.home = home;
        this.credentials = credentials;
    }

    /// Deals, has the agency sign the plan and publishes it; bidders seal to this package.
    Path publish(Instant deadline, Instant at) {
        var plan = KeyPlan.deal(new KeyPlan.Order(Story.TENDER_ID, Story.AGENCY, deadline, NEEDED,
                1, Set.of(Remedy.values()),
                List.of(seat(Office.CENTRE, "centre", true), seat(Office.HALL, "P-HOST", false),
                        seat(Office.AGENCY, "P-AGENCY", false),
                        seat(Office.SUPERVISOR, "P-SUPERVISOR", true),
                        seat(Office.WITNESS, "P-WITNESS", false))),
                at);
        var out = home.resolve("packages").resolve("tender.parcel");
        try (var agency = FileToken.open(home.resolve("tokens").resolve("p-agency.p12"),
                Story.actor("P-AGENCY").pin().toCharArray())) {
            Files.createDirectories(out.getParent());
            var signed = SignedPlan.sign(plan, agency, at);
            Files.write(file(home), signed.array());
            Parcel.write(out, new Parcel.Label("tender", Story.TENDER_ID,
                    Story.PROJECT + Story.LOT), List.of(part(signed)), agency, List.of(), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private KeyPlan.Seat seat(Office office, String id, boolean guard) {
        try {
            var certificate = Certificate
                    .parse(Files.readAllBytes(credentials.certificate(id)));
            return new KeyPlan.Seat(office, certificate, certificate, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The plan for the hall's package.
    Parcel.Part part() {
        return new Parcel.Part(KeyPlan.FILE, file(home));
    }

    private static Parcel.Part part(Bytes signed) {
        return Parcel.Part.of(KeyPlan.FILE, signed.array());
    }

    private static Path file(Path home) {
        return home.resolve("packages").resolve(KeyPlan.FILE);
    }
}

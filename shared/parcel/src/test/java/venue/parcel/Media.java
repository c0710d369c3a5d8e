package venue.parcel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import venue.crypto.Authority;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;

/// Certificate media for the tests of this module.
final class Media {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    static final String PIN = "135790";

    private Media() {}

    static Path medium(Path folder, Suite suite, String holder) {
        return medium(folder, suite, holder, FROM, TO);
    }

    static Path medium(Path folder, Suite suite, String holder, Instant from, Instant to) {
        var file = folder.resolve(holder + ".p12");
        var entry = Authority.root(suite, "Root", from, to).issue(
                new Authority.Subject(holder, holder + "公司", "91210100MA0TEXT0A1"),
                Authority.Use.BOTH, from, to);
        KeyEntry.write(file, PIN.toCharArray(), List.of(entry));
        return file;
    }

    static FileToken token(Path medium) {
        return FileToken.open(medium, PIN.toCharArray());
    }
}

package venue.parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private Media() {}

    static Path medium(Path folder, Suite suite, String holder) {
        return medium(folder, suite, holder, FROM, TO);
    }

    static Path medium(Path folder, Suite suite, String holder, Instant from, Instant to) {
        var file = folder.resolve(holder + ".p12");
        try {
            Files.write(file, MADE.computeIfAbsent(suite + holder + from + to,
                    _ -> make(file, suite, holder, from, to)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Protecting a key with a PIN is slow on purpose, so each medium is made once.
    private static byte[] make(Path file, Suite suite, String holder, Instant from, Instant to) {
        var entry = Authority.root(suite, "Root", from, to).issue(
                new Authority.Subject(holder, holder + "公司", "91210100MA0TEXT0A1"),
                Authority.Use.BOTH, from, to);
        KeyEntry.write(file, PIN.toCharArray(), List.of(entry));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileToken token(Path medium) {
        return FileToken.open(medium, PIN.toCharArray());
    }
}

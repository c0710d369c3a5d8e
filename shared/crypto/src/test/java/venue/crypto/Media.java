package venue.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Certificate media for the tests of this module.
final class Media {

    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    static final String PIN = "135790";

    private Media() {}

    /// A file with one certificate of that name; the same one when it is asked for again.
    static Path medium(Path folder, Suite suite, String name, Authority.Use use) {
        var file = folder.resolve(name + ".p12");
        if (!Files.exists(file)) {
            var entry = Authority.root(suite, "Root", NOON, NOON.plusSeconds(9_000_000)).issue(
                    new Authority.Subject(name, "", ""), use, NOON, NOON.plusSeconds(8_000_000));
            KeyEntry.write(file, PIN.toCharArray(), List.of(entry));
        }
        return file;
    }

    static FileToken token(Path folder, Suite suite, String name) {
        return token(folder, suite, name, Authority.Use.BOTH);
    }

    static FileToken token(Path folder, Suite suite, String name, Authority.Use use) {
        return FileToken.open(medium(folder, suite, name, use), PIN.toCharArray());
    }
}

package venue.domain.planted;

import java.nio.file.Files;
import java.nio.file.Path;

/// Offends pure-domain.
public final class ReadsFiles {
    boolean there(String name) {
        return Files.exists(Path.of(name));
    }
}

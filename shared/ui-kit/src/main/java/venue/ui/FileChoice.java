package venue.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Lets the person choose a file or folder. The real one opens the system's dialog; rehearsals
/// answer by themselves.
public interface FileChoice {

    /// An existing file whose name ends with one of `endings` (`p12`, `zip`; empty = any).
    Optional<Path> open(String title, List<String> endings);

    /// Where to write a new file.
    Optional<Path> save(String title, String suggestedName);

    /// An existing folder.
    Optional<Path> folder(String title);
}

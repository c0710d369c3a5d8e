package venue.journal;

import java.nio.file.Path;

/// Where a journal stands on the disk.
///
/// @param dir the folder of the database and the blobs
/// @param memory the file that remembers the last signed checkpoint; best outside of `dir`, so that
/// a folder that was put back to an older state does not bring its own memory along
public record Folder(Path dir, Path memory) {

    /// A folder that keeps its memory inside.
    public static Folder of(Path dir) {
        return new Folder(dir, dir.resolve("journal.head"));
    }

    /// The database.
    Path database() {
        return dir.resolve(Journal.FILE);
    }
}

package venue.journal.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the disk has under a folder.
///
/// @param freeBytes what this program may still write
/// @param totalBytes size of the whole disk
public record DiskSpace(long freeBytes, long totalBytes) {

    /// Asks the disk that `folder` is on.
    public static DiskSpace of(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new DiskSpace(store.getUsableSpace(), store.getTotalSpace());
    }

    /// What is not free.
    public long usedBytes() {
        return Math.max(0, totalBytes - freeBytes);
    }
}

package venue.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import venue.journal.keeping.DiskSpace;

/// Whether there is room for what is about to be written.
final class Room {

    /// What stays free besides, for the work that goes on.
    static final long SPARE = 64L << 20;

    private Room() {}

    /// @throws JournalFailure NO_ROOM
    static void require(Path folder, long bytes) {
        if (!has(folder, bytes)) {
            throw JournalFailure.noRoom(folder, megabytes(bytes + SPARE),
                    megabytes(free(folder)));
        }
    }

    /// Whether `bytes` can be written there and something stays free.
    static boolean has(Path folder, long bytes) {
        return free(folder) - SPARE >= bytes;
    }

    private static long free(Path folder) {
        var there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return DiskSpace.of(there).freeBytes();
        } catch (IOException e) {
            throw JournalFailure.disk(folder, e);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /// The bytes of a file; 0 if it is not there.
    static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw JournalFailure.disk(file, e);
        }
    }
}

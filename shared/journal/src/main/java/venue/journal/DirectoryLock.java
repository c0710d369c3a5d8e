package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second program, or the same one started twice, away from a folder.
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the folder if need be and takes it.
    ///
    /// @throws JournalFailure IN_USE or READ_ONLY
    static DirectoryLock take(Path dir) {
        FileChannel channel = null;
        try {
            make(dir);
            channel = FileChannel.open(dir.resolve("journal.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw JournalFailure.inUse(dir);
            }
            return new DirectoryLock(channel);
        } catch (OverlappingFileLockException e) {
            var failure = JournalFailure.inUse(dir);
            failure.addSuppressed(e);
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException closing) {
                failure.addSuppressed(closing);
            }
            throw failure;
        } catch (IOException e) {
            throw JournalFailure.readOnly(dir, e);
        }
    }

    /// Makes a folder so that its name survives a power cut. The folder above is forced even if
    /// this one was there: a killed run may have made it and not come further.
    private static void make(Path dir) throws IOException {
        var parent = dir.toAbsolutePath().getParent();
        if (parent != null && !Files.exists(parent)) {
            make(parent);
        }
        Files.createDirectories(dir);
        if (parent != null) {
            try {
                BlobFolder.force(parent);
            } catch (IOException e) {
                throw JournalFailure.ofDisk(parent, e);
            }
        }
    }

    /// Forces the names in the folder: the database that was just made must not lose its own.
    void force(Path dir) {
        try {
            BlobFolder.force(dir);
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

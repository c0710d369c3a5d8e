package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.function.Consumer;
import venue.domain.base.Digest;
import venue.journal.Blobs.Tally;

/// What goes round all blobs of a folder: checking them, and copying them as they are.
final class BlobRounds {

    private final BlobFolder folder;

    BlobRounds(BlobFolder folder) {
        this.folder = folder;
    }

    /// Reads every blob from beginning to end.
    Tally check(Consumer<Progress> progress) throws IOException {
        return round("blobs", progress, folder::isWhole, folder);
    }

    /// Copies every blob that does not stand whole in `other`.
    Tally copy(BlobFolder other, Consumer<Progress> progress) throws IOException {
        var copied = new long[1];
        var tally = round("blob-copy", progress, (file, digest) -> {
            var there = other.file(digest);
            if (Files.exists(there) && other.isWhole(there, digest)) {
                return true;
            }
            boolean whole = copy(file, digest, other);
            copied[0] += whole ? 1 : 0;
            return whole;
        }, folder);
        return new Tally(tally.blobs(), copied[0], tally.damaged());
    }

    /// The copy is read back before it gets its name; what does not read back is no copy and goes.
    private boolean copy(Path file, Digest digest, BlobFolder other) throws IOException {
        var part = other.tmp().resolve(digest.hex() + ".copy");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (other.isWhole(part, digest)) {
            other.settle(part, digest);
            return true;
        }
        Files.delete(part);
        if (folder.isWhole(file, digest)) {
            throw new IOException("a copy does not read back: " + digest);
        }
        return false;
    }

    private interface Step {
        /// Whether the blob was found whole.
        boolean take(Path file, Digest digest) throws IOException;
    }

    private static Tally round(String name, Consumer<Progress> progress, Step step,
            BlobFolder folder) throws IOException {
        var all = folder.all();
        long total = 0;
        for (var digest : all) {
            total += Files.size(folder.file(digest));
        }
        var damaged = new ArrayList<Digest>();
        long done = 0;
        for (var digest : all) {
            long bytes = Files.size(folder.file(digest));
            if (!step.take(folder.file(digest), digest)) {
                damaged.add(digest);
            }
            done += bytes;
            progress.accept(new Progress(name, done, total));
        }
        return new Tally(all.size(), 0, damaged);
    }
}

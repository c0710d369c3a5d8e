package venue.centre.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import venue.crypto.Hashes;
import venue.domain.base.Digest;

/// The folder of blobs: `ab/abcd…` under their SHA-256, `incoming/` for those not yet whole.
public final class BlobFiles {

    private final Path dir;

    public BlobFiles(Path dir) {
        this.dir = dir;
    }

    /// Where a whole blob lies.
    public Path whole(Digest hash) {
        return dir.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    }

    /// Where an unfinished one lies.
    public Path incoming(String name) {
        return dir.resolve("incoming").resolve(name);
    }

    /// Gives a finished file its place if its hash is right; throws it away if not.
    public boolean keep(Path part, Digest hash) throws IOException {
        if (!Hashes.sha256(part).equals(hash.hex())) {
            Files.delete(part);
            return false;
        }
        var place = whole(hash);
        var folder = dir.resolve(hash.hex().substring(0, 2));
        Files.createDirectories(folder);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        return true;
    }

    /// Copies a file of the house in, with the same care.
    public void copy(Path file, Digest hash) throws IOException {
        var part = incoming("own-" + hash.hex());
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (!keep(part, hash)) {
            throw new IOException("changed while it was read: " + file);
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

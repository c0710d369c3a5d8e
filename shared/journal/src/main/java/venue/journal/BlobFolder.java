package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import venue.crypto.Hashes;
import venue.crypto.Sealing;
import venue.domain.base.Digest;

/// The folder that blobs stand in: `<first two digits>/<sha256>`, `tmp` for what is being written,
/// `torn` for what was found damaged or unfinished and is kept as it was found.
final class BlobFolder {

    private static final int LOCKS = 16;

    final Path root;
    final Sealing box;
    private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(LOCKS)
            .toList();
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    BlobFolder(Path root, Sealing box) {
        this.root = root;
        this.box = box;
    }

    Path file(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    BlobFile open(Digest digest) throws IOException {
        return BlobFile.open(file(digest), digest.hex(), box);
    }

    /// Where parts are written; made if it is not there.
    Path tmp() throws IOException {
        return made(root.resolve("tmp"));
    }

    /// Gives a forced part its name, once it was read back and found to be `digest`. If the same
    /// blob stands there whole, the part goes; a damaged one is put aside for it.
    ///
    /// @throws JournalFailure BLOB_DAMAGED if the part reads otherwise; it stays
    void settle(Path part, Digest digest) throws IOException {
        if (!isWhole(part, digest)) {
            throw JournalFailure.blobDamaged(digest.hex(), null);
        }
        var lock = locks.get(Character.digit(digest.hex().charAt(0), LOCKS));
        lock.lock();
        try {
            var file = file(digest);
            var folder = made(root.resolve(digest.hex().substring(0, 2)));
            if (Files.exists(file) && isWhole(file, digest)) {
                force(folder);
                Files.delete(part);
                return;
            }
            if (Files.exists(file)) {
                aside(file);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } finally {
            lock.unlock();
        }
    }

    /// Moves a file that is not what it should be to `torn`, under a name that was never used.
    void aside(Path file) throws IOException {
        var torn = made(root.resolve("torn"));
        Files.move(file, torn.resolve(file.getFileName() + "." + UUID.randomUUID()),
                StandardCopyOption.ATOMIC_MOVE);
        force(torn);
        force(file.resolveSibling(""));
    }

    /// Whether a file reads from beginning to end as the blob `digest`.
    boolean isWhole(Path file, Digest digest) throws IOException {
        var sum = Hashes.sha256();
        try (var blob = BlobFile.open(file, digest.hex(), box)) {
            for (long index = 0; index < blob.layout().chunks(); index++) {
                sum.update(blob.chunk(index));
            }
        } catch (JournalFailure damaged) {
            return false;
        }
        return HexFormat.of().formatHex(sum.digest()).equals(digest.hex());
    }

    /// All blobs, in the order of their digests.
    List<Digest> all() throws IOException {
        var all = new ArrayList<Digest>();
        for (var folder : list(root)) {
            var name = folder.getFileName().toString();
            if (name.matches("[0-9a-f]{2}")) {
                list(folder).stream().map(file -> file.getFileName().toString())
                        .filter(file -> file.matches(name + "[0-9a-f]{62}")).map(Digest::new)
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    /// What is in a folder, in the order of the names.
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// Makes a folder and those above it up to the root. The folder above is forced once in every
    /// run even if this one was there, for a killed run may have made it and not forced it.
    private Path made(Path folder) throws IOException {
        if (!forced.contains(folder)) {
            if (!folder.equals(root)) {
                made(root);
            }
            Files.createDirectories(folder);
            force(folder.toAbsolutePath().resolveSibling(""));
            forced.add(folder);
        }
        return folder;
    }

    /// Forces a folder's names to the disk; where there is no such thing (Windows), the file system
    /// does it by itself.
    static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

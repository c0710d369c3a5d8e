package venue.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import venue.crypto.Hashes;
import venue.crypto.Sealing;
import venue.domain.base.Digest;

/// Files by their digest (附件库): hashed in the pass that writes, encrypted on the disk in chunks
/// of 64 KiB, forced, renamed, and read back before anybody is told that they are there. Nothing
/// that was captured is ever deleted: what is unfinished or damaged is put aside.
public final class Blobs {

    private final BlobFolder folder;
    private final BlobWriting writing;
    private final Set<Path> live = ConcurrentHashMap.newKeySet();

    Blobs(Setting setting) {
        this(setting.dir.resolve("blobs"), setting.box);
    }

    /// The same folder structure somewhere else, a backup for instance, under the same key.
    Blobs(Path root, Sealing box) {
        this.folder = new BlobFolder(root, box);
        this.writing = new BlobWriting(box);
    }

    /// What was taken in.
    public record Stored(Digest sha256, Digest sm3, long size) {}

    /// What an unfinished part of an earlier run came to.
    ///
    /// @param part name of the part
    /// @param bytes plain bytes that were saved
    /// @param sha256 the blob that they are now
    /// @param whole whether nothing is missing
    public record Recovered(String part, long bytes, Digest sha256, boolean whole) {}

    /// What a check or a copy of all blobs came to.
    ///
    /// @param blobs how many there are
    /// @param copied how many of them were copied now
    /// @param damaged those that are not what was put
    public record Tally(long blobs, long copied, List<Digest> damaged) {
        public Tally {
            damaged = List.copyOf(damaged);
        }
    }

    /// Takes in everything that `in` gives; the same bytes twice are kept once.
    public Digest put(InputStream in) {
        return keep(in, _ -> {}).sha256();
    }

    /// Takes in a file.
    public Digest put(Path file) {
        try (var in = Files.newInputStream(file)) {
            return put(in);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Takes in everything that `in` gives, with both digests and the size from the one writing
    /// pass. An interrupted thread gets a [CancellationException] and leaves a part that
    /// [#recover] saves.
    ///
    /// @param progress plain bytes written so far
    /// @throws JournalFailure DISK_FULL, DISK_ERROR, BLOB_DAMAGED if it does not read back
    public Stored keep(InputStream in, LongConsumer progress) {
        return done(() -> {
            var part = folder.tmp().resolve(UUID.randomUUID() + ".part");
            live.add(part);
            try {
                var stored = writing.write(in, part, progress);
                folder.settle(part, stored.sha256());
                return stored;
            } finally {
                live.remove(part);
            }
        });
    }

    /// The bytes of a blob; each chunk is checked before it is given out.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED, also while reading
    public InputStream open(Digest digest) {
        return new BlobStream(file(digest));
    }

    /// Any part of a blob, without decrypting the rest; for reading only.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED, also while reading
    public SeekableByteChannel channel(Digest digest) {
        return new BlobChannel(file(digest));
    }

    private BlobFile file(Digest digest) {
        if (!has(digest)) {
            throw JournalFailure.blobMissing(digest.hex());
        }
        try {
            return folder.open(digest);
        } catch (ClosedByInterruptException e) {
            throw failure(e);
        } catch (IOException e) {
            throw JournalFailure.blobDamaged(digest.hex(), e);
        }
    }

    /// Whether the blob is here.
    public boolean has(Digest digest) {
        return Files.isRegularFile(folder.file(digest));
    }

    /// Both digests and the size, read anew.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED
    public Hashes.Sums sums(Digest digest) {
        try (var in = open(digest)) {
            var sums = Hashes.both(in);
            if (!sums.sha256().equals(digest.hex())) {
                throw JournalFailure.blobDamaged(digest.hex(), null);
            }
            return sums;
        } catch (ClosedByInterruptException e) {
            throw failure(e);
        } catch (IOException e) {
            throw JournalFailure.blobDamaged(digest.hex(), e);
        }
    }

    /// All blobs, in the order of their digests.
    public List<Digest> all() {
        return done(folder::all);
    }

    /// Saves what an earlier run left unfinished; see [#recover(Consumer)].
    public List<Recovered> recover() {
        return recover(_ -> {});
    }

    /// Saves what an earlier run left unfinished: whole parts become blobs, of torn ones the whole
    /// chunks become a blob and the part is put aside in `torn`. A second call finds nothing.
    ///
    /// @param note told of each part before it leaves its place: what is written down durably in
    ///     there may be told twice after a crash, but is never left untold
    public List<Recovered> recover(Consumer<Recovered> note) {
        return done(() -> new BlobRecovery(folder, writing).run(live, note));
    }

    /// Reads every blob from beginning to end.
    public Tally check(Consumer<Progress> progress) {
        return done(() -> new BlobRounds(folder).check(progress));
    }

    /// Copies every blob as it stands, encrypted, into another folder of blobs, and reads each copy
    /// back; one that stands there whole already is not copied again. Damaged ones are named and
    /// not copied.
    public Tally copyTo(Path otherBlobs, Consumer<Progress> progress) {
        return done(() -> new BlobRounds(folder).copy(new BlobFolder(otherBlobs, folder.box),
                progress));
    }

    /// The plain bytes of a blob.
    ///
    /// @throws JournalFailure BLOB_MISSING, BLOB_DAMAGED
    public long size(Digest digest) {
        return done(() -> {
            try (var file = file(digest)) {
                return file.layout().size();
            }
        });
    }

    /// What all files of this folder take up, unfinished and damaged ones included.
    public long bytesOnDisk() {
        return done(() -> {
            if (!Files.isDirectory(folder.root)) {
                return 0L;
            }
            long bytes = 0;
            try (var files = Files.walk(folder.root)) {
                for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    bytes += Files.size(file);
                }
            }
            return bytes;
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T done(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(Exception e) {
        if (e instanceof ClosedByInterruptException) {
            var cancelled = new CancellationException(e.toString());
            cancelled.initCause(e);
            return cancelled;
        }
        var text = String.valueOf(e.getMessage());
        return text.contains("No space left") || text.contains("not enough space")
                ? JournalFailure.diskFull(folder.root, e)
                : JournalFailure.disk(folder.root, e);
    }
}

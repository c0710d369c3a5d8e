package venue.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import venue.crypto.Hashes;
import venue.crypto.Progress;
import venue.domain.base.Digest;
import venue.sync.wire.Json;
import venue.sync.wire.Protocol;
import venue.sync.wire.Stored;

/// Large files by their hash, both ways, each going on where the last try broke off. A file that
/// arrives with another hash is thrown away and never gets its name.
final class BlobLine {

    private static final int PIECE = 64 * 1024;
    /// Tries in one call, as long as each one brings something.
    private static final int TRIES = 5;

    private final CentreLine line;

    BlobLine(CentreLine line) {
        this.line = line;
    }

    /// The file `name` in `dir`, complete and checked.
    Path fetch(Digest hash, long size, Path dir, String name, Progress progress) {
        var target = dir.resolve(name);
        var part = dir.resolve("." + hash.hex() + ".part");
        try {
            Files.createDirectories(dir);
            if (Files.exists(target) && Hashes.sha256(target).equals(hash.hex())) {
                progress.moved(size, size);
                return target;
            }
            fill(part, hash, size, progress);
            if (Files.size(part) != size || !Hashes.sha256(part).equals(hash.hex())) {
                Files.delete(part);
                throw new SyncFailure(SyncFailure.HASH_MISMATCH, null, name);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new SyncFailure(SyncFailure.FILE, e, target);
        }
    }

    private void fill(Path part, Digest hash, long size, Progress progress) throws IOException {
        for (int tries = 1;; tries++) {
            long before = Files.exists(part) ? Files.size(part) : 0;
            if (before == size && size > 0) {
                return;
            }
            var asked = line.request(line.url("blobs/" + hash.hex())).get()
                    .header("Range", "bytes=" + before + "-").build();
            try {
                line.send(asked, body -> append(part, body, before, size, progress));
                return;
            } catch (SyncFailure e) {
                long now = Files.exists(part) ? Files.size(part) : 0;
                if (!e.code().equals(SyncFailure.OFFLINE) || tries == TRIES || now == before) {
                    throw e;
                }
            }
        }
    }

    /// Trouble with the wire goes up as it is; trouble with the disk here is told apart from it.
    private static long append(Path part, InputStream body, long from, long size,
            Progress progress) throws IOException {
        long done = from;
        try (var out = open(part, from)) {
            var piece = new byte[PIECE];
            for (int n = body.read(piece); n >= 0 && done <= size; n = body.read(piece)) {
                write(out, ByteBuffer.wrap(piece, 0, n), part);
                done += n;
                progress.moved(done, size);
            }
            write(out, ByteBuffer.allocate(0), part);
        }
        return done;
    }

    private static FileChannel open(Path part, long from) {
        try {
            var out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return out.truncate(from).position(from);
        } catch (IOException e) {
            throw new SyncFailure(SyncFailure.FILE, e, part);
        }
    }

    /// Writes; nothing to write means: force to the disk what there is.
    private static void write(FileChannel out, ByteBuffer bytes, Path part) {
        try {
            if (!bytes.hasRemaining()) {
                out.force(true);
            }
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new SyncFailure(SyncFailure.FILE, e, part);
        }
    }

    /// Puts `file` into the centre's store, from where an earlier try broke off.
    void put(Path file, Digest hash, long size, Progress progress) {
        for (int tries = 1;; tries++) {
            var known = state(hash);
            if (known.complete()) {
                progress.moved(size, size);
                return;
            }
            try {
                var piece = new Rest(file, known.offset(), size, progress);
                var sent = line.request(line.url("blobs/" + hash.hex())).put(piece)
                        .header(Protocol.OFFSET_HEADER, Long.toString(known.offset()))
                        .header(Protocol.LENGTH_HEADER, Long.toString(size)).build();
                line.send(sent, InputStream::readAllBytes);
                return;
            } catch (SyncFailure e) {
                if (!e.code().equals(SyncFailure.OFFLINE) || tries == TRIES
                        || state(hash).offset() == known.offset()) {
                    throw e;
                }
            }
        }
    }

    private Stored state(Digest hash) {
        Request asked = line.request(line.url("blobs/" + hash.hex() + "/state")).get().build();
        return line.send(asked, body -> Json.read(body.readAllBytes(), Stored.class));
    }

    /// What is left of a file, as the body of a request.
    private static final class Rest extends RequestBody {

        private final Path file;
        private final long from;
        private final long size;
        private final Progress progress;

        Rest(Path file, long from, long size, Progress progress) {
            this.file = file;
            this.from = from;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get(Protocol.OCTETS);
        }

        @Override
        public long contentLength() {
            return size - from;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (var in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(from);
                var piece = new byte[PIECE];
                long done = from;
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    sink.write(piece, 0, n);
                    done += n;
                    progress.moved(done, size);
                }
            }
        }
    }
}

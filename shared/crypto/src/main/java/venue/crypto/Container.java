package venue.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import venue.crypto.bc.Hkdf;

/// A sealed file on disk: `EBID 01 | u32 length of header | header | digest of all that |
/// chunks`. The digest, in the suite's algorithm, tells a damaged header from a wrong
/// certificate, and is what every chunk is bound to.
record Container(Path file, ContainerHeader header, Bytes headDigest, long bodyStart) {

    private static final byte[] MAGIC = {'E', 'B', 'I', 'D', 1};
    private static final int HEADER_BYTES_MAX = 1 << 17;
    private static final int DIGEST = 32;

    /// Reads and checks the header; the body is not touched.
    static Container read(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var start = take(channel, 0, MAGIC.length + 4);
            int length = ByteBuffer.wrap(start).getInt(MAGIC.length);
            if (!Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length)) || length < 1
                    || length > HEADER_BYTES_MAX) {
                throw new CryptoFailure(CryptoFailure.Code.NOT_A_CONTAINER, file.getFileName());
            }
            var der = take(channel, start.length, length);
            var header = ContainerHeader.read(der);
            long body = start.length + (long) length + DIGEST;
            var digest = Bytes.of(take(channel, body - DIGEST, DIGEST));
            if (!digest.equals(digest(header.suite(), start, der))) {
                throw new CryptoFailure(CryptoFailure.Code.NOT_A_CONTAINER, file.getFileName());
            }
            return new Container(file, header, digest, body);
        } catch (EOFException | IllegalArgumentException | ArithmeticException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CONTAINER, e, file.getFileName());
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    /// The content key: HKDF over the halves in order, bound to the header without the wraps.
    static byte[] contentKey(ContainerHeader header, byte[] secret) {
        var digest = header.suite().digest().digest(header.boundDer());
        var info = ByteBuffer.allocate(1 + digest.length).put((byte) header.suite().number())
                .put(digest).array();
        var salt = header.fileId().array();
        int length = header.suite().keyBytes();
        return switch (header.suite()) {
            case RSA -> Hkdf.sha256(secret, salt, info, length);
            case SM -> Hkdf.sm3(secret, salt, info, length);
        };
    }

    /// Writes the whole file, reads it again and compares it with the plain one; it is there in
    /// full when this returns, or not at all.
    static void write(Path plain, Path out, ContainerHeader header, byte[] secret,
            Progress progress) {
        var key = contentKey(header, secret);
        Path temporary = null;
        try (var in = FileChannel.open(plain, StandardOpenOption.READ)) {
            temporary = Durable.beside(out);
            try (var to = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                fill(in, to, header, new Chunks(header.suite(), key), progress);
                to.force(true);
            }
            Reread.check(read(temporary), in, new Chunks(header.suite(), key), progress);
            Durable.move(temporary, out);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, out);
        } finally {
            Arrays.fill(key, (byte) 0);
            discard(temporary);
        }
    }

    private static void fill(FileChannel in, FileChannel to, ContainerHeader header,
            Chunks chunks, Progress progress) throws IOException {
        var der = header.der();
        var start = ByteBuffer.allocate(MAGIC.length + 4).put(MAGIC).putInt(der.length).array();
        var digest = digest(header.suite(), start, der).array();
        put(to, start);
        put(to, der);
        put(to, digest);
        var piece = ByteBuffer.allocate(ContainerHeader.CHUNK);
        long last = header.chunks() - 1;
        for (long i = 0; i <= last; i++) {
            long from = i * ContainerHeader.CHUNK;
            int length = (int) Math.min(ContainerHeader.CHUNK, header.plainLength() - from);
            full(in, piece.clear().limit(length), from);
            put(to, chunks.seal(ContainerHeader.nonce(header.noncePrefix(), i, i == last), digest,
                    piece.array(), length));
            step(progress, from + length, 2 * header.plainLength());
        }
        if (in.size() != header.plainLength()) {
            throw new IOException("the file changed while it was being sealed");
        }
    }

    /// Whether the file is as long as its header says.
    boolean isComplete() {
        try {
            return Files.size(file) == bodyStart + header.bodyLength();
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    /// Tells how far the work is and stops it when asked to.
    static void step(Progress progress, long done, long total) {
        progress.moved(done, total);
        if (progress.cancelled()) {
            throw new CancellationException();
        }
    }

    /// Fills the rest of `buffer` from `position`, or says that the file ends too early.
    static void full(FileChannel from, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int n = from.read(buffer, at);
            if (n < 0) {
                throw new EOFException("the file ends too early");
            }
            at += n;
        }
    }

    static void put(FileChannel to, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    /// Deletes an unfinished file.
    static void discard(@Nullable Path temporary) {
        if (temporary == null) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, temporary);
        }
    }

    /// The plain bytes of one chunk; empty when it is cut or was changed.
    Optional<byte[]> chunk(Chunks chunks, FileChannel in, long index) throws IOException {
        long step = ContainerHeader.CHUNK + Chunks.TAG;
        int length = (int) Math.min(step, header.bodyLength() - index * step);
        var buffer = ByteBuffer.allocate(length);
        try {
            full(in, buffer, bodyStart + index * step);
        } catch (EOFException e) {
            return Optional.empty();
        }
        boolean last = index == header.chunks() - 1;
        return chunks.open(ContainerHeader.nonce(header.noncePrefix(), index, last),
                headDigest.array(), buffer.array(), length);
    }

    private static byte[] take(FileChannel channel, long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        full(channel, buffer, position);
        return buffer.array();
    }

    private static Bytes digest(Suite suite, byte[] start, byte[] der) {
        var digest = suite.digest();
        digest.update(start);
        return Bytes.of(digest.digest(der));
    }
}

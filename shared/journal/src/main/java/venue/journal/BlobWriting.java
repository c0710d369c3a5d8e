package venue.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import venue.crypto.Bytes;
import venue.crypto.Sealing;

/// Writes a part: hashed, encrypted and forced to the disk in one pass. Whoever interrupts it gets
/// a [CancellationException] and leaves whole chunks behind, which the next start recovers.
final class BlobWriting {

    private final Sealing box;

    BlobWriting(Sealing box) {
        this.box = box;
    }

    /// @param part is made, or written anew if it stands
    /// @param progress plain bytes so far
    Blobs.Stored write(InputStream in, Path part, LongConsumer progress) throws IOException {
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                var sums = new BlobSums()) {
            chunks(in, out, sums, progress);
            out.force(true);
            return sums.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw cancelled(e);
        }
    }

    private void chunks(InputStream in, FileChannel out, BlobSums sums, LongConsumer progress)
            throws IOException, InterruptedException {
        var id = Bytes.random(BlobLayout.ID);
        full(out, ByteBuffer.wrap(BlobLayout.magic()));
        full(out, ByteBuffer.wrap(id.array()));
        var chunk = in.readNBytes(BlobLayout.CHUNK);
        for (long index = 0;; index++) {
            byte[] following;
            try {
                following = in.readNBytes(BlobLayout.CHUNK);
            } catch (IOException | RuntimeException broken) {
                unfinished(out, frame(chunk, BlobLayout.bound(id.hex(), index, false), false));
                throw broken;
            }
            boolean last = following.length == 0;
            sums.add(chunk);
            full(out, frame(chunk, BlobLayout.bound(id.hex(), index, last), last));
            progress.accept(sums.size());
            if (last) {
                return;
            }
            if (Thread.interrupted()) {
                out.force(true);
                throw new InterruptedException("after " + sums.size() + " bytes");
            }
            chunk = following;
        }
    }

    /// The source broke off: what it gave before is kept on the disk.
    private static void unfinished(FileChannel out, ByteBuffer frame) throws IOException {
        if (frame.remaining() == BlobLayout.FRAME + BlobLayout.BOX + BlobLayout.CHUNK) {
            full(out, frame);
        }
        out.force(true);
    }

    private ByteBuffer frame(byte[] chunk, byte[] bound, boolean last) {
        var sealed = box.seal(chunk, bound);
        return ByteBuffer.allocate(BlobLayout.FRAME + sealed.length).putInt(sealed.length)
                .put((byte) (last ? 1 : 0)).put(sealed).flip();
    }

    private static void full(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static CancellationException cancelled(Exception cause) {
        var cancelled = new CancellationException(cause.getMessage());
        cancelled.initCause(cause);
        return cancelled;
    }
}

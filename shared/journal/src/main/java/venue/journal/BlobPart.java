package venue.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import venue.crypto.CryptoFailure;
import venue.crypto.Sealing;

/// The plain bytes of an unfinished part, as far as its chunks are whole and unchanged.
final class BlobPart extends InputStream {

    private final DataInputStream in;
    private final Sealing box;
    private final String id;
    private byte[] chunk = new byte[0];
    private int at;
    private long index;
    private boolean ended;
    private boolean whole;
    private boolean exact;

    BlobPart(Path part, Sealing box) throws IOException {
        this.in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(part), BlobLayout.CHUNK));
        this.box = box;
        var header = in.readNBytes(BlobLayout.HEADER);
        var magic = BlobLayout.magic();
        this.ended = header.length < BlobLayout.HEADER
                || !Arrays.equals(header, 0, magic.length, magic, 0, magic.length);
        this.id = ended ? "" : HexFormat.of().formatHex(header, magic.length, header.length);
    }

    /// Whether the last chunk was reached: nothing is missing.
    boolean isWhole() {
        return whole;
    }

    /// Whether it is whole and nothing stands behind the last chunk.
    boolean isExact() {
        return exact;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == chunk.length && !ended) {
            chunk = next();
            at = 0;
        }
        return at < chunk.length;
    }

    /// The next chunk; an empty one, and the end, where what stands there is none.
    private byte[] next() throws IOException {
        var frame = ByteBuffer.wrap(in.readNBytes(BlobLayout.FRAME));
        int most = BlobLayout.BOX + BlobLayout.CHUNK;
        ended = true;
        if (frame.remaining() < BlobLayout.FRAME || frame.get(4) >> 1 != 0) {
            return new byte[0];
        }
        int length = frame.getInt();
        boolean last = frame.get() == 1;
        boolean plausible = last
                ? length > BlobLayout.BOX && length <= most
                        || length == BlobLayout.BOX && index == 0
                : length == most;
        if (!plausible) {
            return new byte[0];
        }
        var sealed = in.readNBytes(length);
        try {
            var plain = box.open(sealed, BlobLayout.bound(id, index, last));
            index++;
            ended = last;
            whole = last;
            exact = last && in.read() < 0;
            return plain;
        } catch (CryptoFailure torn) {
            return new byte[0];
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

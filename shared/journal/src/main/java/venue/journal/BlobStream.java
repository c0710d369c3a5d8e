package venue.journal;

import java.io.IOException;
import java.io.InputStream;

/// The plain bytes of a blob from beginning to end.
final class BlobStream extends InputStream {

    private final BlobFile file;
    private byte[] chunk = new byte[0];
    private int at;
    private long next;

    BlobStream(BlobFile file) {
        this.file = file;
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
        while (at == chunk.length && next < file.layout().chunks()) {
            chunk = file.chunk(next++);
            at = 0;
        }
        return at < chunk.length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

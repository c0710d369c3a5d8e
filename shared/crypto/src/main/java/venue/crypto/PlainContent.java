package venue.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// The plain content of a sealed file at any position: only the chunks that are touched are read,
/// each is authenticated before a byte of it is handed out, and the last ones are remembered.
final class PlainContent implements SeekableByteChannel {

    private static final int REMEMBERED = 32;

    private final Container container;
    private final FileChannel in;
    private final ChunkReader reader;
    private final LinkedHashMap<Long, byte[]> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private long position;

    PlainContent(Container container, Bytes key, FileChannel in) {
        this.container = container;
        this.in = in;
        this.reader = new ChunkReader(container, key, in);
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        alive();
        if (position >= size()) {
            return -1;
        }
        int start = into.position();
        while (into.hasRemaining() && position < size()) {
            var chunk = chunk(position / ContainerHeader.CHUNK);
            int at = (int) (position % ContainerHeader.CHUNK);
            int length = Math.min(into.remaining(), chunk.length - at);
            into.put(chunk, at, length);
            position += length;
        }
        return into.position() - start;
    }

    private byte[] chunk(long index) {
        var known = remembered.get(index);
        if (known != null) {
            return known;
        }
        var plain = remembered.size() < REMEMBERED
                ? new byte[ContainerHeader.CHUNK]
                : remembered.pollFirstEntry().getValue();
        if (plain.length < ContainerHeader.CHUNK) {
            plain = new byte[ContainerHeader.CHUNK];
        }
        int n = reader.read(index, plain, 0);
        if (n < 0) {
            throw new CryptoFailure(CryptoFailure.Code.CONTENT_DAMAGED,
                    container.file().getFileName(), index + 1, container.header().chunks());
        }
        var chunk = n < plain.length ? Arrays.copyOf(plain, n) : plain;
        remembered.put(index, chunk);
        return chunk;
    }

    @Override
    public long size() {
        return container.header().plainLength();
    }

    @Override
    public synchronized long position() throws IOException {
        alive();
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long newPosition) throws IOException {
        alive();
        if (newPosition < 0) {
            throw new IllegalArgumentException("before the beginning");
        }
        position = newPosition;
        return this;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return in.isOpen();
    }

    /// Forgets what was read, and the key.
    @Override
    public synchronized void close() throws IOException {
        if (in.isOpen()) {
            remembered.values().forEach(chunk -> Arrays.fill(chunk, (byte) 0));
            remembered.clear();
            reader.close();
            in.close();
        }
    }

    private void alive() throws ClosedChannelException {
        if (!in.isOpen()) {
            throw new ClosedChannelException();
        }
    }
}

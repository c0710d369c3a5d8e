package venue.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads single chunks of a sealed file, in any order. Not for use by two threads at once.
final class ChunkReader implements AutoCloseable {

    private static final int STEP = ContainerHeader.CHUNK + Chunks.TAG;

    private final Container container;
    private final FileChannel in;
    private final Chunks chunks;
    private final ByteBuffer sealed = ByteBuffer.allocate(STEP);

    ChunkReader(Container container, Bytes key, FileChannel in) {
        this.container = container;
        this.in = in;
        this.chunks = new Chunks(container.header().suite(), key.array());
    }

    /// Writes the plain bytes of chunk `index` to `out` and tells how many; -1 when the chunk is
    /// cut or was changed, and then `out` has none of them. A medium that fails is a
    /// [CryptoFailure], so that it cannot be taken for one that cannot be written to.
    int read(long index, byte[] out, int at) {
        var header = container.header();
        long from = index * STEP;
        int length = (int) Math.min(STEP, header.bodyLength() - from);
        try {
            Container.full(in, sealed.clear().limit(length), container.bodyStart() + from);
        } catch (EOFException e) {
            return -1;
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, container.file());
        }
        return chunks.aead().open(
                ContainerHeader.nonce(header.noncePrefix(), index, index == header.chunks() - 1),
                container.headDigest().array(), sealed.array(), 0, length, out, at);
    }

    @Override
    public void close() {
        chunks.close();
    }
}

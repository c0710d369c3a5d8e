package venue.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Any part of a blob without decrypting the rest: only the chunks touched are read, each one is
/// checked, and the last few are remembered.
final class BlobChannel implements SeekableByteChannel {

    private static final int REMEMBERED = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final BlobFile file;
    private final Map<Long, byte[]> chunks = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long position;
    private boolean closed;

    BlobChannel(BlobFile file) {
        this.file = file;
    }

    /// How many chunks were decrypted so far.
    long opened() {
        return file.opened();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        lock.lock();
        try {
            checkOpen();
            if (position >= size()) {
                return -1;
            }
            int before = into.position();
            while (into.hasRemaining() && position < size()) {
                var chunk = chunk(position / BlobLayout.CHUNK);
                int at = (int) (position % BlobLayout.CHUNK);
                int count = Math.min(into.remaining(), chunk.length - at);
                into.put(chunk, at, count);
                position += count;
            }
            return into.position() - before;
        } finally {
            lock.unlock();
        }
    }

    private byte[] chunk(long index) throws IOException {
        var known = chunks.get(index);
        if (known != null) {
            return known;
        }
        var chunk = file.chunk(index);
        chunks.put(index, chunk);
        return chunk;
    }

    @Override
    public long position() throws IOException {
        lock.lock();
        try {
            checkOpen();
            return position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IllegalArgumentException("before the beginning: " + newPosition);
        }
        lock.lock();
        try {
            checkOpen();
            position = newPosition;
            return this;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long size() {
        return file.layout().size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    private void checkOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            chunks.clear();
            file.close();
        } finally {
            lock.unlock();
        }
    }
}

package venue.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All chunks of a body in order, decrypted by several threads and handed out by the caller's own.
/// Memory is two stretches of 1 MiB for each worker, whatever the size of the file.
final class BodyCopy {

    private static final int STRETCH = 16;

    private final Container container;
    private final Bytes key;
    private final FileChannel in;
    private final Copying how;
    private final Sink sink;
    private final long chunks;
    private long done;

    /// Takes verified plain bytes in order, on the caller's thread.
    @FunctionalInterface
    interface Sink {

        void take(byte[] bytes, int at, int length) throws IOException;
    }

    /// Neighbouring chunks with the buffers and the cipher to open them.
    private static final class Stretch implements Callable<Stretch>, AutoCloseable {

        private final ChunkReader reader;
        private final byte[] plain = new byte[STRETCH * ContainerHeader.CHUNK];
        private long from;
        private long to;
        private int length;
        private OptionalLong bad = OptionalLong.empty();

        Stretch(ChunkReader reader) {
            this.reader = reader;
        }

        Stretch of(long first, long end) {
            from = first;
            to = end;
            return this;
        }

        @Override
        public Stretch call() {
            length = 0;
            for (long i = from; i < to; i++) {
                int n = reader.read(i, plain, length);
                if (n < 0) {
                    bad = OptionalLong.of(i);
                    return this;
                }
                length += n;
            }
            return this;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    BodyCopy(Container container, Bytes key, FileChannel in, Copying how, Sink sink) {
        this.container = container;
        this.key = key;
        this.in = in;
        this.how = how;
        this.sink = sink;
        this.chunks = container.header().chunks();
    }

    /// Hands out everything before the first bad chunk and tells which one that is.
    OptionalLong run() throws IOException {
        return how.workers() == 1 || chunks <= STRETCH ? alone() : together();
    }

    private OptionalLong alone() throws IOException {
        var plain = new byte[ContainerHeader.CHUNK];
        try (var reader = new ChunkReader(container, key, in)) {
            for (long i = 0; i < chunks; i++) {
                int n = reader.read(i, plain, 0);
                if (n < 0) {
                    return OptionalLong.of(i);
                }
                hand(plain, n);
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong together() throws IOException {
        var stretches = new ArrayList<Stretch>();
        try (var pool = Executors.newFixedThreadPool(how.workers(),
                Thread.ofPlatform().daemon().name("opening-", 0).factory())) {
            try {
                return together(pool, stretches);
            } finally {
                pool.shutdownNow();
            }
        } finally {
            stretches.forEach(Stretch::close);
        }
    }

    private OptionalLong together(ExecutorService pool, List<Stretch> stretches)
            throws IOException {
        var running = new ArrayDeque<Future<Stretch>>();
        long next = 0;
        for (int i = 0; i < 2 * how.workers() && next < chunks; i++) {
            var stretch = new Stretch(new ChunkReader(container, key, in));
            stretches.add(stretch);
            running.add(pool.submit(stretch.of(next, end(next))));
            next = end(next);
        }
        while (!running.isEmpty()) {
            var stretch = got(running.remove());
            hand(stretch.plain, stretch.length);
            if (stretch.bad.isPresent()) {
                return stretch.bad;
            }
            if (next < chunks) {
                running.add(pool.submit(stretch.of(next, end(next))));
                next = end(next);
            }
        }
        return OptionalLong.empty();
    }

    private long end(long from) {
        return Math.min(chunks, from + STRETCH);
    }

    private void hand(byte[] plain, int length) throws IOException {
        for (int at = 0; at < length || length == 0; at += ContainerHeader.CHUNK) {
            int piece = Math.min(ContainerHeader.CHUNK, length - at);
            sink.take(plain, at, piece);
            done += piece;
            Container.step(how.progress(), done, container.header().plainLength());
            if (length == 0) {
                return;
            }
        }
    }

    private static Stretch got(Future<Stretch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CryptoFailure cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }
}

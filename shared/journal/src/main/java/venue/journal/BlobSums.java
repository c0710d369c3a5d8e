package venue.journal;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import venue.crypto.Hashes;
import venue.domain.base.Digest;

/// Both digests of what is being written, in the writing pass. SM3, the slower one, runs beside the
/// encryption as soon as there is more than one chunk.
final class BlobSums implements AutoCloseable {

    private static final int WAITING = 32;

    private final MessageDigest sha256 = Hashes.sha256();
    private final MessageDigest sm3 = Hashes.sm3();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private @Nullable ExecutorService beside;
    private long size;

    /// @param chunk is not changed afterwards
    void add(byte[] chunk) throws InterruptedException {
        size += chunk.length;
        if (beside == null && chunk.length < BlobLayout.CHUNK) {
            sm3.update(chunk);
        } else {
            if (beside == null) {
                beside = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
            }
            if (waiting.size() == WAITING) {
                await(waiting.removeFirst());
            }
            waiting.addLast(beside.submit(() -> sm3.update(chunk)));
        }
        sha256.update(chunk);
    }

    /// Bytes so far.
    long size() {
        return size;
    }

    /// The digests of everything that was added.
    Blobs.Stored end() throws InterruptedException {
        while (!waiting.isEmpty()) {
            await(waiting.removeFirst());
        }
        return new Blobs.Stored(digest(sha256), digest(sm3), size);
    }

    private static Digest digest(MessageDigest sum) {
        return new Digest(HexFormat.of().formatHex(sum.digest()));
    }

    private static void await(Future<?> step) throws InterruptedException {
        try {
            step.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a digest takes any bytes", e);
        }
    }

    @Override
    public void close() {
        if (beside != null) {
            beside.shutdownNow();
        }
    }
}

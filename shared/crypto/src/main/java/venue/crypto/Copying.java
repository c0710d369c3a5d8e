package venue.crypto;

import java.util.Set;

/// How the content of a sealed file is to be copied out.
///
/// @param workers how many threads decrypt; with one the caller does it all himself
/// @param digests of which suites the digest of the plain content is wanted: each is one more pass
///        over all bytes in order, on the caller's thread
public record Copying(int workers, Set<Suite> digests, Progress progress) {

    private static final int WORKERS_MAX = 32;

    public Copying {
        workers = Math.clamp(workers, 1, WORKERS_MAX);
        digests = Set.copyOf(digests);
    }

    /// On all cores, no digest, nobody listens.
    public static Copying fast() {
        return new Copying(Runtime.getRuntime().availableProcessors(), Set.of(), Progress.NONE);
    }

    /// The same with so many threads.
    public Copying by(int threads) {
        return new Copying(threads, digests, progress);
    }

    /// The same with digests of the plain content.
    public Copying digesting(Suite... suites) {
        return new Copying(workers, Set.of(suites), progress);
    }

    /// The same with a listener.
    public Copying telling(Progress listener) {
        return new Copying(workers, digests, listener);
    }
}

package venue.crypto;

/// Told while long work goes on, and asked whether to go on.
@FunctionalInterface
public interface Progress {

    /// Nobody listens, nobody stops it.
    Progress NONE = (done, total) -> {};

    /// So many of `total` bytes are done.
    void moved(long done, long total);

    /// Whether the work should stop; it then leaves nothing behind and throws
    /// [java.util.concurrent.CancellationException].
    default boolean cancelled() {
        return false;
    }
}

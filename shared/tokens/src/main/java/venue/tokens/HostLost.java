package venue.tokens;

import org.jspecify.annotations.Nullable;

/// A driver's process did not answer; it has been ended.
final class HostLost extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why.
    enum Way {
        UNSTARTABLE, HUNG, CRASHED, GONE, NONSENSE
    }

    private final Way way;
    private final long seconds;

    HostLost(Way way, String detail, long seconds, @Nullable Throwable cause) {
        super(detail, cause);
        this.way = way;
        this.seconds = seconds;
    }

    Way way() {
        return way;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    long seconds() {
        return seconds;
    }
}

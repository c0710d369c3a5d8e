package venue.journal;

import java.time.Instant;

/// The hybrid logical clock: follows the wall clock, never goes back, and is never behind anything
/// that was received. Milliseconds times 2048 plus a counter, below 2^53 until the year 2109.
final class Ticker {

    static final int COUNTER_BITS = Stamp.COUNTER_BITS;
    private long last;

    /// The next reading, larger than every one before.
    long tick(Instant now) {
        last = Math.max(last + 1, now.toEpochMilli() << COUNTER_BITS);
        return last;
    }

    /// Somebody else was that far.
    void seen(long hybrid) {
        last = Math.max(last, hybrid);
    }
}

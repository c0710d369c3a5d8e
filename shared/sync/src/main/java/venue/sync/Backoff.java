package venue.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: each failure doubles it up to a most, and chance spreads
/// it, so that a hundred desks do not knock together when the centre comes back.
final class Backoff {

    private final Duration first;
    private final Duration most;
    private final RandomGenerator chance;
    private int failures;

    Backoff(Duration first, Duration most, RandomGenerator chance) {
        this.first = first;
        this.most = most;
        this.chance = chance;
    }

    /// It went well; the next failure begins at the first wait again.
    void reset() {
        failures = 0;
    }

    /// It failed: the wait until the next try, between three quarters and five quarters of the
    /// step.
    Duration next() {
        long step = first.toMillis() << Math.min(failures, 20);
        failures++;
        long millis = Math.min(step, most.toMillis());
        return Duration.ofMillis(millis - millis / 4 + chance.nextLong(millis / 2 + 1));
    }
}

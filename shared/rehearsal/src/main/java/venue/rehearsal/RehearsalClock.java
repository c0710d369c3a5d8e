package venue.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The clock of a rehearsal: runs with the machine's clock, can be moved forward to the next
/// appointment, never back.
public final class RehearsalClock implements InstantSource {

    private final AtomicReference<Duration> ahead;

    /// A clock that shows `start` now.
    public RehearsalClock(Instant start) {
        ahead = new AtomicReference<>(Duration.between(Instant.now(), start));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    /// Moves the clock to `moment` unless it is there already.
    public void forwardTo(Instant moment) {
        ahead.updateAndGet(
                now -> {
                    var wanted = Duration.between(Instant.now(), moment);
                    return wanted.compareTo(now) > 0 ? wanted : now;
                });
    }
}

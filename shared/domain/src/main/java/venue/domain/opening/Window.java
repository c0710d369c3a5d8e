package venue.domain.opening;

import java.time.Duration;
import java.time.Instant;

/// A span of hall time that everybody sees counting down.
public record Window(Instant from, Instant until) {
    public Window {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a window ends before it begins");
        }
    }

    /// Whether it is still open at `now`.
    public boolean isOpenAt(Instant now) {
        return now.isBefore(until);
    }

    Window shifted(Duration by) {
        return new Window(from, until.plus(by));
    }
}

package venue.domain.planted;

import java.time.Instant;

/// Offends no-clock-in-domain.
public final class LooksAtTheClock {
    Instant when() {
        return Instant.now();
    }
}

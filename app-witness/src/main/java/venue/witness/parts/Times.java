package venue.witness.parts;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import venue.documents.HallTime;

/// Moments on screen, in Beijing time.
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter
            .ofPattern("HH:mm:ss", Locale.ROOT).withZone(HallTime.ZONE);

    private Times() {}

    /// `2026-11-23 09:30:05`
    public static String second(Instant at) {
        return HallTime.second(at);
    }

    /// `09:30:05`
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }
}

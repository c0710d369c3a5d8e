package venue.documents;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as they stand on paper: Beijing time (北京时间), whatever the machine is set to.
public final class HallTime {

    /// Beijing time.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECOND = DateTimeFormatter
            .ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter
            .ofPattern("uuuu年M月d日", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter
            .ofPattern("uuuu年M月d日 HH时mm分", Locale.ROOT).withZone(ZONE);

    private HallTime() {}

    /// `2026-11-23 09:30:05`, for tables.
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    /// `2026年11月23日 09时30分`, for running text.
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /// `2026年11月23日`
    public static String day(Instant at) {
        return DAY.format(at);
    }
}

package venue.journal.keeping;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import venue.words.Words;

/// When the disk will be full (磁盘余量预测) if it goes on as of late, said early enough that somebody
/// can bring another disk. The faster of two growths counts, of the last 14 days and of the last 3;
/// either needs samples at least a day apart, and a disk that shrinks has no growth.
///
/// LOW below 14 days, 5 GiB, or a tenth of the disk (of a large disk: 50 GiB); CRITICAL below 2
/// days or 1 GiB.
///
/// @param space what there is now
/// @param bytesPerDay growth, 0 if there is none or nothing is known of it
/// @param daysLeft whole days until it is full; none without growth
public record DiskForecast(DiskSpace space, long bytesPerDay, OptionalLong daysLeft, Level level) {

    private static final long GIB = 1L << 30;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int LOW_DAYS = 14;
    private static final int CRITICAL_DAYS = 2;
    private static final List<Duration> SPANS = List.of(Duration.ofDays(14), Duration.ofDays(3));

    /// How much there is to worry.
    public enum Level {
        /// 充足
        AMPLE,
        /// 偏低
        LOW,
        /// 告急
        CRITICAL
    }

    /// The forecast from what there is now and what was measured before, in any order.
    public static DiskForecast of(DiskSpace space, List<DiskSample> samples) {
        long perDay = SPANS.stream().mapToLong(span -> growth(samples, span)).max().orElse(0);
        var days = perDay == 0
                ? OptionalLong.empty()
                : OptionalLong.of(space.freeBytes() / perDay);
        return new DiskForecast(space, perDay, days, level(space, days));
    }

    private static long growth(List<DiskSample> samples, Duration span) {
        var ordered = samples.stream().sorted(Comparator.comparing(DiskSample::at)).toList();
        if (ordered.isEmpty()) {
            return 0;
        }
        var newest = ordered.getLast();
        var since = newest.at().minus(span);
        var oldest = ordered.stream().filter(sample -> !sample.at().isBefore(since)).findFirst()
                .orElse(newest);
        long seconds = Duration.between(oldest.at(), newest.at()).toSeconds();
        long grown = newest.usedBytes() - oldest.usedBytes();
        return seconds < DAY || grown <= 0
                ? 0
                : Math.max(1, Math.multiplyExact(grown, DAY) / seconds);
    }

    private static Level level(DiskSpace space, OptionalLong days) {
        long free = space.freeBytes();
        long left = days.orElse(Long.MAX_VALUE);
        if (left < CRITICAL_DAYS || free < GIB) {
            return Level.CRITICAL;
        }
        long wanted = Math.max(5 * GIB, Math.min(50 * GIB, space.totalBytes() / 10));
        return left < LOW_DAYS || free < wanted ? Level.LOW : Level.AMPLE;
    }

    /// What a clerk should know and do, in one or two sentences.
    public String say() {
        var key = "disk." + level.name().toLowerCase(Locale.ROOT);
        var words = Words.of("venue.journal", DiskForecast.class);
        boolean known = daysLeft.isPresent()
                && (level == Level.AMPLE || daysLeft.getAsLong() < LOW_DAYS);
        return known
                ? words.say(key + ".days", size(space.freeBytes()), daysLeft.getAsLong())
                : words.say(key + ".room", size(space.freeBytes()));
    }

    /// In GB with one decimal as on the labels of file managers, in MB below one.
    private static String size(long bytes) {
        if (bytes < GIB) {
            return (bytes >> 20) + " MB";
        }
        long tenths = bytes / (GIB / 10);
        return tenths / 10 + "." + tenths % 10 + " GB";
    }
}

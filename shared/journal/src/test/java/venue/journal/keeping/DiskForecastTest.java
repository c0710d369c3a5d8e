package venue.journal.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.journal.keeping.DiskForecast.Level;

class DiskForecastTest {

    private static final Instant START = Instant.parse("2026-03-01T01:00:00Z");
    private static final long MIB = 1L << 20;

    @ParameterizedTest(name = "{0} MiB free of {1}, {2} a day: {3}")
    @CsvSource({
            // free, total, growth a day, level, days
            "100000, 400000, 0, AMPLE, -1", "100000, 400000, 7000, AMPLE, 14",
            "100000, 400000, 7200, LOW, 13", "100000, 400000, 50000, LOW, 2",
            "100000, 400000, 50001, CRITICAL, 1", "40000, 400000, 0, AMPLE, -1",
            "39999, 400000, 0, LOW, -1", "51200, 4000000, 0, AMPLE, -1",
            "51199, 4000000, 0, LOW, -1", "5120, 20000, 0, AMPLE, -1", "5119, 20000, 0, LOW, -1",
            "1024, 20000, 0, LOW, -1", "1023, 20000, 0, CRITICAL, -1",
            "0, 20000, 10, CRITICAL, 0", "100000, 400000, -5000, AMPLE, -1"})
    void warnsEarly(long free, long total, long perDay, Level level, long days) {
        var forecast = DiskForecast.of(new DiskSpace(free * MIB, total * MIB),
                steady(15, 200_000, perDay));
        assertEquals(level, forecast.level());
        assertEquals(days < 0 ? OptionalLong.empty() : OptionalLong.of(days),
                forecast.daysLeft());
        assertEquals(Math.max(0, perDay) * MIB, forecast.bytesPerDay());
    }

    @Test
    void knowsNoGrowthBeforeADayHasPassed() {
        var samples = List.of(new DiskSample(START, 0),
                new DiskSample(START.plus(Duration.ofHours(23)), 50_000 * MIB));
        assertEquals(0, growth(samples));
        assertEquals(0, growth(List.of()));
        assertEquals(0, growth(samples.subList(0, 1)));
    }

    @Test
    void theLastThreeDaysCountIfTheyGrewFaster() {
        var samples = new ArrayList<>(steady(12, 100_000, 0));
        for (int day = 12; day <= 14; day++) {
            samples.add(sample(day, 100_000 + (day - 11) * 300L));
        }
        assertEquals(300 * MIB, growth(samples));
    }

    @Test
    void aBurstTenDaysAgoIsNotForgotten() {
        var samples = new ArrayList<DiskSample>();
        for (int day = 0; day <= 14; day++) {
            samples.add(sample(day, day < 4 ? 100_000 : 101_400));
        }
        assertEquals(100 * MIB, growth(samples));
    }

    @Test
    void whatIsOlderThanTwoWeeksDoesNotCount() {
        var samples = new ArrayList<>(steady(15, 100_000, 10));
        samples.add(new DiskSample(START.minus(Duration.ofDays(30)), 0));
        assertEquals(10 * MIB, growth(samples));
    }

    @Test
    void saysItSoThatAClerkKnowsWhatToDo() {
        var low = DiskForecast.of(new DiskSpace(60_000 * MIB, 400_000 * MIB),
                steady(15, 1000, 6000));
        assertEquals("磁盘剩余 58.5 GB。按最近的增长速度，磁盘约 10 天后写满，请联系技术人员清理其他文件或更换磁盘。",
                low.say());
        var full = DiskForecast.of(new DiskSpace(900 * MIB, 400_000 * MIB), List.of());
        assertTrue(full.say().contains("900 MB"), full.say());
        assertFalse(full.say().contains("天"), full.say());
        for (var free : List.of(900L, 3000L, 90_000L)) {
            for (var perDay : List.of(0L, 100L, 20_000L)) {
                var said = DiskForecast.of(new DiskSpace(free * MIB, 400_000 * MIB),
                        steady(15, 1000, perDay)).say();
                assertTrue(said.startsWith("磁盘剩余 ") && !said.contains("{"), said);
            }
        }
    }

    private static long growth(List<DiskSample> samples) {
        return DiskForecast.of(new DiskSpace(100_000 * MIB, 400_000 * MIB), samples)
                .bytesPerDay();
    }

    private static List<DiskSample> steady(int days, long from, long perDay) {
        var samples = new ArrayList<DiskSample>();
        for (int day = 0; day < days; day++) {
            samples.add(sample(day, from + day * perDay));
        }
        return samples;
    }

    private static DiskSample sample(int day, long usedMib) {
        return new DiskSample(START.plus(Duration.ofDays(day)), usedMib * MIB);
    }
}

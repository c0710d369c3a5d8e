package venue.journal.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskWatchTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00.004Z");

    @TempDir
    Path dir;

    @Test
    void remembersOneSampleAnHour() throws IOException {
        var watch = new DiskWatch(dir);
        watch.look(NINE);
        watch.look(NINE.plus(Duration.ofMinutes(59)));
        assertEquals(1, watch.samples().size());
        watch.look(NINE.plus(Duration.ofMinutes(60)));
        assertEquals(2, new DiskWatch(dir).samples().size());
        assertEquals(NINE, watch.samples().getFirst().at());
    }

    @Test
    void asksTheRealDisk() throws IOException {
        var forecast = new DiskWatch(dir).look(NINE);
        var store = Files.getFileStore(dir);
        assertEquals(store.getTotalSpace(), forecast.space().totalBytes());
        assertTrue(forecast.space().freeBytes() > 0);
        assertEquals(0, forecast.bytesPerDay());
    }

    @Test
    void foretellsFromWhatItRemembers() throws IOException {
        var space = DiskSpace.of(dir);
        long perDay = Math.max(1, space.usedBytes() / 10);
        Files.writeString(dir.resolve(DiskWatch.FILE),
                NINE.minus(Duration.ofDays(2)) + " " + (space.usedBytes() - 2 * perDay) + "\n");
        var forecast = new DiskWatch(dir).look(NINE);
        assertTrue(forecast.bytesPerDay() > perDay / 2, forecast.toString());
        assertTrue(forecast.daysLeft().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "2026-03-24T01:00:00Z", "2026-03-24T01:00:00Z x",
            "2026-03-24T01:00:00Z -5", "\0\0\0\0", "2026-03-24T01:00:00Z 5 6\n"})
    void beginsAnewWhereTheFileIsBroken(String content) throws IOException {
        Files.write(dir.resolve(DiskWatch.FILE), content.getBytes(StandardCharsets.UTF_8));
        var watch = new DiskWatch(dir);
        watch.look(NINE);
        assertEquals(1, watch.samples().size());
    }

    @Test
    void beginsAnewWhereTheFileIsNoText() throws IOException {
        Files.write(dir.resolve(DiskWatch.FILE), new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        new DiskWatch(dir).look(NINE);
        assertEquals(1, new DiskWatch(dir).samples().size());
    }

    @Test
    void forgetsWhatAClockAheadLeft() throws IOException {
        var watch = new DiskWatch(dir);
        watch.look(NINE.plus(Duration.ofDays(300)));
        watch.look(NINE);
        assertEquals(NINE, watch.samples().getFirst().at());
        assertEquals(1, watch.samples().size());
    }

    @Test
    void keepsTheFileSmall() throws IOException {
        var lines = new StringBuilder();
        for (int hour = 1000; hour > 0; hour--) {
            lines.append(NINE.minus(Duration.ofHours(hour))).append(" 5\n");
        }
        Files.writeString(dir.resolve(DiskWatch.FILE), lines);
        var watch = new DiskWatch(dir);
        watch.look(NINE);
        assertEquals(400, watch.samples().size());
        assertEquals(NINE, watch.samples().getLast().at());
    }
}

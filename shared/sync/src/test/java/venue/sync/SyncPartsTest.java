package venue.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.sync.wire.ClockSample;
import venue.sync.wire.Malformed;
import venue.sync.wire.Task;
import venue.words.Language;
import venue.words.Words;

class SyncPartsTest {

    private static final String HASH = "ab".repeat(32);

    @Test
    void waitsLongerAfterEachFailureUpToAMost() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(7));
        long[] steps = {1, 2, 4, 8, 16, 32, 60, 60, 60};
        for (long step : steps) {
            long millis = backoff.next().toMillis();
            assertTrue(millis >= step * 750 && millis <= step * 1250, step + ": " + millis);
        }
        backoff.reset();
        assertTrue(backoff.next().toMillis() <= 1250);
    }

    @Test
    void spreadsTheDesksWhenTheCentreComesBack() {
        var waits = new TreeSet<Long>();
        for (int seed = 0; seed < 50; seed++) {
            waits.add(new Backoff(Duration.ofSeconds(60), Duration.ofSeconds(60),
                    new Random(seed)).next().toMillis());
        }
        assertTrue(waits.size() > 40 && waits.last() - waits.first() > 20_000, waits.toString());
    }

    @Test
    void saysEverythingInBothLanguages() {
        var words = Words.of("venue.sync", Courier.class);
        assertEquals(words.keys(Language.ZH), words.keys(Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {SyncFailure.OFFLINE, SyncFailure.UNTRUSTED, SyncFailure.NOT_ADMITTED,
            SyncFailure.VERSION, SyncFailure.ROLLED_BACK, SyncFailure.FORKED,
            SyncFailure.CENTRE_TROUBLE, SyncFailure.BAD_ANSWER, SyncFailure.HASH_MISMATCH,
            SyncFailure.FILE, SyncFailure.DEVICE_KEY, SyncFailure.RETRY})
    void hasAStatusAndARemedyForEveryFailure(String code) {
        var failure = new SyncFailure(code, null, "a", "b", "c");
        assertFalse(failure.what().isBlank() || failure.remedy().isBlank());
        var status = new SyncStatus(false, 3, Instant.EPOCH, 0, Optional.empty(), code, "a");
        assertFalse(status.sentence().isBlank());
        assertEquals(status.isAlarm(), status.next().isPresent());
    }

    @Test
    void doesNotCallBeingOfflineAnAlarm() {
        var status = new SyncStatus(false, 3, Instant.EPOCH, 0, Optional.empty(), "OFFLINE",
                "centre:8443");
        assertFalse(status.isAlarm());
        assertTrue(status.sentence().contains("3 条") && status.sentence().contains("centre:8443"));
    }

    @ParameterizedTest
    @CsvSource({"../escape.zip, false", "a/b.zip, false", "'..', false", ".hidden, false",
            "C:evil.zip, false", "'', false", "标段一 项目包.zip, true", "bid-1.ebid, true"})
    void takesOnlyPlainFileNamesFromTheCentre(String name, boolean good) {
        var task = new Task("t-1", "bid", "A2101010001000001001001", "title", name, 1, HASH,
                "centre");
        if (good) {
            assertEquals(name, Assignment.of(task).name());
        } else {
            assertThrows(Malformed.class, () -> Assignment.of(task));
        }
    }

    @Test
    void refusesADeviceKeyFileThatIsNone() {
        var failure = assertThrows(SyncFailure.class,
                () -> Link.to(URI.create("https://localhost:1"), Bytes.of(new byte[]{1, 2, 3}),
                        "1234".toCharArray(), List.of()));
        assertEquals("DEVICE_KEY", failure.code());
    }

    @Test
    void guessesTheTimeInTheMiddleOfTheWay() {
        var centre = Instant.parse("2026-11-23T01:00:00Z");
        var reading = new ClockReading(centre, 1_000_000_000L, 1_400_000_000L,
                new ClockSample("", "", ""));
        assertEquals(centre.plusMillis(200), reading.atAnswer());
        assertEquals(Duration.ofMillis(200), reading.uncertainty());
    }
}

package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import venue.workstation.HallClock.Trust;

class HallClockTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00.000Z");
    private Instant machine = NINE;
    private final HallClock clock = HallClock.over(() -> machine);

    @Test
    void isNotTrustedBeforeItWasCompared() {
        assertEquals(Trust.UNTRUSTED, clock.trust());
        assertEquals(Duration.ofDays(1), clock.uncertainty());
        assertEquals(NINE, clock.instant());
    }

    @Test
    void followsTheCentreWithinHalfTheWay() {
        machine = NINE.plusMillis(200);
        clock.sample(NINE, NINE.plusMillis(5_100), machine);
        assertEquals(NINE.plusMillis(5_200), clock.instant());
        assertEquals(Duration.ofMillis(100), clock.uncertainty());
        assertEquals(Trust.TRUSTED, clock.trust());
    }

    @Test
    void growsUncertainWithTime() {
        clock.sample(NINE, NINE, NINE);
        machine = NINE.plus(Duration.ofHours(2));
        assertEquals(Duration.ofMillis(720), clock.uncertainty());
        assertEquals(Trust.TRUSTED, clock.trust());
        machine = NINE.plus(Duration.ofHours(3));
        assertEquals(Trust.HOLDOVER, clock.trust());
    }

    @Test
    void leavesASampleThatIsWorseThanWhatIsKnown() {
        clock.sample(NINE, NINE.plusMillis(50), NINE.plusMillis(100));
        clock.sample(NINE, NINE.plusSeconds(9), NINE.plusSeconds(10));
        assertEquals(Duration.ZERO, clock.offset());
    }

    @Test
    void neverGoesBack() {
        assertEquals(NINE, clock.instant());
        machine = NINE.minusSeconds(60);
        assertEquals(NINE, clock.instant());
        machine = NINE.plusMillis(1);
        assertEquals(NINE.plusMillis(1), clock.instant());
    }

    @Test
    void readsInMilliseconds() {
        machine = NINE.plusNanos(1_999_999);
        assertEquals(NINE.plusMillis(1), clock.instant());
        var system = HallClock.system().instant();
        assertEquals(system.truncatedTo(ChronoUnit.MILLIS), system);
    }

    @Test
    void refusesAnAnswerBeforeTheQuestion() {
        assertThrows(IllegalArgumentException.class,
                () -> clock.sample(NINE, NINE, NINE.minusMillis(2)));
    }
}

package venue.workstation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The time of the hall (场内时间): this machine's clock, corrected by samples that the centre
/// signed. Its readings never go back. How far it may be wrong is known and shown.
public final class HallClock implements InstantSource {

    private static final Duration GOOD = Duration.ofSeconds(1);
    private static final long DRIFT_PER_MILLION = 100;

    /// How much the time can be relied on.
    public enum Trust {
        /// Compared with the centre, known to within a second.
        TRUSTED,
        /// Compared once, but long ago or over a slow line.
        HOLDOVER,
        /// Never compared: a person decides and the record says so.
        UNTRUSTED
    }

    private final InstantSource source;
    private Duration offset = Duration.ZERO;
    private Duration error = Duration.ZERO;
    private Instant compared = Instant.MIN;
    private boolean sampled;
    private Instant last = Instant.MIN;

    private HallClock(InstantSource source) {
        this.source = source;
    }

    /// A clock over `source`.
    public static HallClock over(InstantSource source) {
        return new HallClock(source);
    }

    /// A clock over this machine's time, which a person who sets the machine's clock while the
    /// program runs does not move.
    public static HallClock system() {
        var start = InstantSource.system().instant();
        long mark = System.nanoTime();
        return new HallClock(() -> start.plusNanos(System.nanoTime() - mark));
    }

    /// The hall time, in milliseconds.
    @Override
    public synchronized Instant instant() {
        var now = source.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }

    /// This machine's own reading, to take samples with.
    public Instant raw() {
        return source.instant();
    }

    /// Takes in a sample whose signature the caller has checked: between `asked` and `answered`
    /// (own readings, [#raw]) the centre's clock showed `centre`. A worse sample than what is
    /// known is left.
    public synchronized void sample(Instant asked, Instant centre, Instant answered) {
        var half = Duration.between(asked, answered).dividedBy(2);
        if (half.isNegative()) {
            throw new IllegalArgumentException("answered before asked");
        }
        if (!sampled || half.compareTo(uncertainty()) <= 0) {
            offset = Duration.between(asked.plus(half), centre);
            error = half;
            compared = answered;
            sampled = true;
        }
    }

    /// How much to rely on it.
    public synchronized Trust trust() {
        if (!sampled) {
            return Trust.UNTRUSTED;
        }
        return uncertainty().compareTo(GOOD) <= 0 ? Trust.TRUSTED : Trust.HOLDOVER;
    }

    /// How far it may be wrong: half the way to the centre and back, and the drift since. Without
    /// any sample nothing is known: a day.
    public synchronized Duration uncertainty() {
        if (!sampled) {
            return Duration.ofDays(1);
        }
        long age = Math.max(0, Duration.between(compared, source.instant()).toMillis());
        return error.plusMillis(age * DRIFT_PER_MILLION / 1_000_000);
    }

    /// What is added to this machine's clock.
    public synchronized Duration offset() {
        return offset;
    }
}

package venue.sync;

import java.time.Duration;
import java.time.Instant;
import venue.sync.wire.ClockSample;

/// One look at the centre's clock (对时): what it signed, and when the question left and the answer
/// came on a clock here that nobody can set.
///
/// @param centre the time that the centre signed
/// @param asked reading of `System.nanoTime()` when the question left
/// @param answered the same when the answer was there
/// @param sample the signed words, to be kept as proof
public record ClockReading(Instant centre, long asked, long answered, ClockSample sample) {

    /// The centre's time when the answer was there, best guess: half the way back has passed.
    public Instant atAnswer() {
        return centre.plus(uncertainty());
    }

    /// How far the guess can be wrong, not counting a centre that lies.
    public Duration uncertainty() {
        return Duration.ofNanos((answered - asked) / 2);
    }
}

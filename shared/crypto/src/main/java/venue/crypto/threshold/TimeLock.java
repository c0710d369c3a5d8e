package venue.crypto.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Says whether a holder may give now (时间锁). There is no other way to a [Passed], and without one
/// no share gives anything. A clock alone never releases: either the time was compared with the
/// centre's signed time and has run on undisturbed since, or a guard vouches for it by giving
/// first, under his own signature.
public final class TimeLock {

    private TimeLock() {}

    /// What is known about the time at this machine.
    ///
    /// @param now the hall's time: the machine's at start, run on by a counter nobody can set,
    /// corrected by the centre's signed time
    /// @param uncertainty how far it may be wrong
    /// @param compared whether it was compared with the centre's signed time since the start
    /// @param lastSigned the latest moment that the centre ever signed here
    public record Reading(Instant now, Duration uncertainty, boolean compared,
            Optional<Instant> lastSigned) {}

    /// On what ground the deadline counts as past.
    public enum Basis {
        /// The time was compared with the centre's.
        TRUSTED(1),
        /// A guard says so, and signs it.
        DECLARED(2),
        /// A guard has given before, which vouches for those after him.
        FOLLOWED(3);

        private final int number;

        Basis(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Basis numbered(int number) {
            return switch (number) {
                case 1 -> TRUSTED;
                case 2 -> DECLARED;
                case 3 -> FOLLOWED;
                default -> throw new IllegalArgumentException("no basis " + number);
            };
        }
    }

    /// That the deadline is past, and why. Made here only.
    public static final class Passed {

        private final String key;
        private final Basis basis;
        private final Instant at;

        private Passed(String key, Basis basis, Instant at) {
            this.key = key;
            this.basis = basis;
            this.at = at;
        }

        Basis basis() {
            return basis;
        }

        Instant at() {
            return at;
        }

        boolean isFor(OpeningKey other) {
            return key.equals(other.digest().hex());
        }
    }

    /// Whether holder `number` may give now.
    ///
    /// @param declares whether this holder says, by giving, that the deadline is past
    /// @param vouched whether a guard's signed act is already there
    /// @throws ThresholdFailure TOO_EARLY or TIME_UNKNOWN
    public static Passed judge(KeyPlan plan, Reading reading, int number, boolean declares,
            boolean vouched) {
        var earliest = reading.now().minus(reading.compared()
                ? reading.uncertainty()
                : Duration.ZERO);
        boolean setBack = reading.lastSigned().filter(earliest::isBefore).isPresent()
                && !reading.compared();
        if (setBack) {
            throw new ThresholdFailure(ThresholdFailure.Code.TIME_UNKNOWN, reading.now());
        }
        if (!earliest.isAfter(plan.deadline())) {
            throw new ThresholdFailure(ThresholdFailure.Code.TOO_EARLY, plan.deadline());
        }
        var key = plan.key().digest().hex();
        if (reading.compared()) {
            return new Passed(key, Basis.TRUSTED, reading.now());
        }
        if (vouched) {
            return new Passed(key, Basis.FOLLOWED, reading.now());
        }
        if (declares && plan.key().quorum().isGuard(number)) {
            return new Passed(key, Basis.DECLARED, reading.now());
        }
        throw new ThresholdFailure(ThresholdFailure.Code.TIME_UNKNOWN, reading.now());
    }
}

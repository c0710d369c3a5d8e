package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.Half;
import venue.crypto.OpenOutcome;

/// An attacker who has every file and some media before the deadline, and software of his own.
class EarlyOpeningTest {

    private static final Circle CIRCLE = Circle.make();

    @TempDir
    Path folder;

    @Test
    void anyTwoHoldersSharesInHandOpenNothingHoweverTheyAreJoined() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var ciphertext = Ciphertext.read(bid.wrappedB());
        for (var set : Table.subsets(5)) {
            boolean guard = set.contains(1) || set.contains(4);
            if (set.size() == 2 || set.size() == 3 && !guard) {
                for (var scalar : guesses(set)) {
                    assertEquals(Optional.empty(),
                            ciphertext.open(Curve.timesSecret(ciphertext.c1(), scalar)),
                            set.toString());
                }
            }
        }
    }

    /// Every number an attacker could think of: the shares themselves, and their interpolation with
    /// and without the second split.
    private static List<java.math.BigInteger> guesses(List<Integer> set) {
        var first = new ArrayList<java.math.BigInteger>();
        var second = new ArrayList<java.math.BigInteger>();
        var sum = java.math.BigInteger.ZERO;
        for (int number : set) {
            try (var share = CIRCLE.plan().open(CIRCLE.tokens().get(number - 1))) {
                var values = values(share);
                first.add(values.getFirst());
                sum = sum.add(values.getFirst().multiply(Curve.lagrange(number, set)));
                second.addAll(values.subList(1, values.size()));
            }
        }
        var guesses = new ArrayList<>(first);
        guesses.addAll(second);
        guesses.add(sum.mod(Curve.ORDER));
        for (var each : second) {
            guesses.add(sum.add(each).mod(Curve.ORDER));
            first.forEach(one -> guesses.add(one.add(each).mod(Curve.ORDER)));
        }
        guesses.removeIf(each -> each.signum() == 0);
        return guesses;
    }

    private static List<java.math.BigInteger> values(Share share) {
        return Der.read(share.der(), ThresholdFailure.Code.SHARE_UNREADABLE, parts -> {
            parts.version(1);
            parts.octets();
            parts.small();
            return parts.inner().each(Der::octets);
        }, _ -> share.der()).stream().map(each -> Curve.scalar(each.array())).toList();
    }

    @Test
    void allHoldersTogetherWithoutTheBidderOpenNothing() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var ceremony = new Ceremony(CIRCLE.plan());
        for (int number = 1; number <= 5; number++) {
            ceremony.accept(CIRCLE.give(number, bid), List.of(bid.wrappedB()));
        }
        var theirs = ((Half.Key) ceremony.half(bid.wrappedB())).key();
        for (var guess : List.of(theirs, Bytes.of(new byte[32]), bid.headerDigest(),
                Bytes.fromHex(CIRCLE.bidder().encryption().sha256()))) {
            assertEquals(OpenOutcome.FILE_CORRUPT, bid.unlock(guess, theirs).outcome());
        }
        for (var token : CIRCLE.tokens()) {
            assertEquals(OpenOutcome.WRONG_CERT, bid.halfA(token).outcome());
        }
    }

    @Test
    void theBidderAloneOpensNothing() throws IOException {
        var bid = CIRCLE.seal(folder, "bid");
        var mine = ((Half.Key) bid.halfA(CIRCLE.bidder())).key();
        assertEquals(OpenOutcome.FILE_CORRUPT, bid.unlock(mine, mine).outcome());
        assertEquals(OpenOutcome.WRONG_CERT, bid.halfB(CIRCLE.bidder()).outcome());
    }

    @ParameterizedTest
    @CsvSource({"-PT24H, true", "-PT1S, true", "PT0S, true", "PT0.2S, true", "-PT1S, false",
            "PT0S, false"})
    void nobodyGivesBeforeTheDeadline(Duration after, boolean compared) {
        var now = Circle.DEADLINE.plus(after);
        for (int number = 1; number <= 5; number++) {
            int holder = number;
            assertEquals(ThresholdFailure.Code.TOO_EARLY, assertThrows(ThresholdFailure.class,
                    () -> TimeLock.judge(CIRCLE.plan(), reading(now, compared), holder, true,
                            true))
                    .kind());
        }
    }

    private static TimeLock.Reading reading(Instant now, boolean compared) {
        return compared ? Circle.compared(now) : Circle.alone(now);
    }

    @Test
    void aClockSetForwardReleasesNothingByItself() {
        var forward = Circle.alone(Circle.DEADLINE.plus(Duration.ofDays(300)));
        for (int number = 1; number <= 5; number++) {
            int holder = number;
            assertEquals(ThresholdFailure.Code.TIME_UNKNOWN,
                    assertThrows(ThresholdFailure.class, () -> TimeLock.judge(CIRCLE.plan(),
                            forward, holder, false, false)).kind());
        }
        for (int holder : new int[]{2, 3, 5}) {
            assertThrows(ThresholdFailure.class,
                    () -> TimeLock.judge(CIRCLE.plan(), forward, holder, true, false),
                    "only a guard may vouch");
        }
        assertEquals(TimeLock.Basis.DECLARED,
                TimeLock.judge(CIRCLE.plan(), forward, 4, true, false).basis());
        assertEquals(TimeLock.Basis.FOLLOWED,
                TimeLock.judge(CIRCLE.plan(), forward, 2, false, true).basis());
    }

    @Test
    void aClockSetBehindWhatIsAlreadyOnRecordIsNotBelieved() {
        var back = new TimeLock.Reading(Circle.DEADLINE.plusSeconds(5), Duration.ofDays(1), false,
                Optional.of(Circle.DEADLINE.plusSeconds(60)));
        assertEquals(ThresholdFailure.Code.TIME_UNKNOWN, assertThrows(ThresholdFailure.class,
                () -> TimeLock.judge(CIRCLE.plan(), back, 4, true, true)).kind());
    }

    @Test
    void aPassForOneTenderIsNoneForAnother() throws IOException {
        var other = Circle.make();
        var bid = other.seal(folder, "other");
        assertThrows(ThresholdFailure.class, () -> Release.give(other.plan(),
                other.tokens().getFirst(), List.of(bid.wrappedB()), CIRCLE.passed(1)));
    }

    @Test
    void thePlanHoldsNoShareInTheClear() {
        var file = CIRCLE.plan().der().hex();
        for (int number = 1; number <= 5; number++) {
            try (var share = CIRCLE.plan().open(CIRCLE.tokens().get(number - 1))) {
                values(share).forEach(value -> assertTrue(
                        !file.contains(Bytes.of(Curve.bytes(value)).hex())));
            }
        }
    }
}

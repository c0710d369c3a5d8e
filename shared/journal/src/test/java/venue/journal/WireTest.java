package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Money;
import venue.domain.base.Points;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.journal.Happening.Everything;
import venue.journal.Happening.PriceRead;
import venue.journal.Happening.Shape;

class WireTest {

    static final Instant NINE = Instant.parse("2026-03-24T01:00:00.004Z");
    static final BidderId AN = new BidderId(
            "91210100MA0TEXT0A" + SocialCreditCode.checkOf("91210100MA0TEXT0A"));

    @Test
    void writesAnEventOneWayOnly() {
        var event = new PriceRead(AN, "安静", Money.yuan("1234567.80"), NINE);
        assertEquals(
                "{\"at\":\"2026-03-24T01:00:00.004Z\",\"bidder\":\"" + AN
                        + "\",\"name\":\"安静\",\"price\":\"1234567.80\"}",
                new String(Wire.write(event), UTF_8));
    }

    @Test
    void givesBackEveryKindOfComponent() {
        var event = new Everything(Points.of("12.345"), Optional.of(new Digest("ab".repeat(32))),
                Optional.empty(),
                List.of(new Shape.Round(3), new Shape.Named("圆"), Shape.Plain.STEEP),
                Set.of(Role.HOST, Role.BIDDER), Map.of(AN, 7L), Duration.ofMinutes(30),
                Bytes.of(new byte[]{1, 2, 3}), true, 42, NINE);
        assertEquals(event, Wire.read(Wire.write(event), Everything.class));
    }

    @Test
    void sortsSetsSoThatTheSameRecordHasTheSameBytes() {
        assertEquals("{\"roles\":[\"BIDDER\",\"HOST\",\"WITNESS\"]}", new String(
                Wire.write(new Happening.Present(Set.of(Role.WITNESS, Role.HOST, Role.BIDDER))),
                UTF_8));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"a","at":"2026-03-24T01:00:00.004Z","more":1} | unknown field [more]
            {"text":"a"}                                          | missing: BallotDrafted.at
            {"text":1,"at":"2026-03-24T01:00:00.004Z"}            | BallotDrafted.text
            {"text":"a","at":"yesterday"}                         | BallotDrafted.at
            []                                                    | an object is missing
            {"text":                                              | Unexpected end-of-input
            """)
    void refusesWhatDoesNotFitAndNamesThePlace(String json, String place) {
        var failure = assertThrows(JournalFailure.class,
                () -> Wire.read(json.getBytes(UTF_8), Happening.BallotDrafted.class));
        assertEquals("UNREADABLE", failure.code());
        assertTrue(failure.what().contains(place), failure.what());
    }

    @Test
    void refusesTimesFinerThanAMillisecond() {
        var event = new Happening.BallotDrafted("a", NINE.plusNanos(1));
        assertThrows(IllegalArgumentException.class, () -> Wire.write(event));
    }

    @Test
    void derivesKindsFromTheFamily() {
        var families = Families.of(Map.of("test", Happening.class));
        assertEquals("test.price-read",
                families.kind(new PriceRead(AN, "安静", Money.yuan("1.00"), NINE)));
        assertTrue(families.kinds().containsAll(
                Set.of("test.everything", "test.ballot-drafted", "session.session-opened")));
    }

    @Test
    void knowsTheFamiliesOfTheHouse() {
        assertTrue(Families.house().kinds()
                .containsAll(Set.of("opening.bidder-signed-in", "evaluation.ballot-committed",
                        "evaluation.ballot-drafted", "evaluation.review-drafted",
                        "witness.incident-recorded", "session.key-rotated")));
    }

    @Test
    void keepsEventsOfALaterVersion() {
        var json = "{\"at\":\"2026-03-24T01:00:00.004Z\",\"what\":\"?\"}".getBytes(UTF_8);
        Fact fact = Wire.event("opening.something-of-2030", json);
        var unread = assertInstanceOf(Unread.class, fact);
        assertEquals(NINE, unread.at());
        assertEquals("opening.something-of-2030", Wire.kind(unread));
        assertEquals(Bytes.of(json), unread.json());
    }
}

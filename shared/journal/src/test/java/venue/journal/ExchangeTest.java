package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.domain.base.Fact;
import venue.journal.LogRange.Item;
import venue.journal.SessionEvent.ForkSeen;

class ExchangeTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private Journal one;
    private Journal two;

    @BeforeEach
    void open() {
        one = hall.one(dir.resolve("one"));
        two = hall.two(dir.resolve("two"));
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @ParameterizedTest(name = "{0} leaves at a time")
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void bringsTwoJournalsToTheSameEntries(int most) {
        for (int i = 0; i < 5; i++) {
            hall.pass(1);
            one.append(Hall.HOST, hall.prices(3));
            two.append(Hall.HOST, hall.prices(2));
        }
        one.learnDevice(Hall.TWO, hall.twoKeys.device().pub());
        carry(one, two, most, Audience.ROOM);
        carry(two, one, most, Audience.ROOM);
        assertEquals(one.entries(Hall.TENDER), two.entries(Hall.TENDER));
        assertEquals(25, Hall.happenings(two).size());
        assertEquals(one.cursors(), two.cursors());
    }

    @Test
    void takesTheSameAgainWithoutChange() {
        one.append(Hall.HOST, hall.prices(3));
        var range = one.range(one.origin(), 0, 100, Audience.ROOM);
        assertEquals(4, two.accept(range).added().size());
        assertEquals(List.of(), two.accept(range).added());
        assertEquals(3, Hall.happenings(two).size());
    }

    @Test
    void keepsForeignEntriesOverARestart() {
        one.append(Hall.HOST, hall.prices(3));
        carry(one, two, 100, Audience.ROOM);
        var before = two.entries(Hall.TENDER);
        two.close();
        two = hall.two(dir.resolve("two"));
        assertEquals(before, two.entries(Hall.TENDER));
        one.append(Hall.HOST, hall.prices(2));
        carry(one, two, 1, Audience.ROOM);
        assertEquals(5, Hall.happenings(two).size());
    }

    @Test
    void letsTheLeafTravelButNotTheDraft() {
        one.append(Hall.HOST, List.of(hall.draft("九十五分"), hall.price(1)));
        var range = one.range(one.origin(), 0, 100, Audience.ROOM);
        assertEquals(List.of(true, false, true),
                range.items().stream().map(item -> item.payload().isPresent()).toList());
        var added = two.accept(range).added();
        assertEquals(new Withheld("evaluation.ballot-drafted", WireTest.NINE),
                added.get(1).fact());
        assertInstanceOf(Happening.PriceRead.class, added.get(2).fact());
    }

    @Test
    void takesContentLaterThatWasWithheldBefore() {
        one.append(Hall.HOST, List.of(hall.draft("九十五分")));
        two.accept(one.range(one.origin(), 0, 100, Audience.EVERYBODY));
        var added = two.accept(one.range(one.origin(), 0, 100, Audience.OWN_DESK)).added();
        assertEquals(List.<Fact>of(hall.draft("九十五分")), added.stream().map(Entry::fact).toList());
    }

    @Test
    void refusesAnUnknownDevice() {
        two.append(Hall.HOST, hall.prices(1));
        assertRefused("UNKNOWN_DEVICE", one, two.range(two.origin(), 0, 9, Audience.ROOM));
    }

    @Test
    void refusesAGap() {
        one.append(Hall.HOST, hall.prices(3));
        assertRefused("GAP", two, one.range(one.origin(), 2, 9, Audience.ROOM));
    }

    @Test
    void refusesAClockMoreThanAMinuteAhead() {
        hall.pass(61);
        one.append(Hall.HOST, hall.prices(1));
        var range = one.range(one.origin(), 0, 9, Audience.ROOM);
        hall.pass(-61);
        assertRefused("CLOCK_AHEAD", two, range);
        hall.pass(1);
        two.accept(range);
    }

    @Test
    void refusesChangedLeavesAndPayloads() {
        one.append(Hall.HOST, hall.prices(2));
        var range = one.range(one.origin(), 0, 9, Audience.ROOM);
        for (int i = 0; i < range.items().size(); i++) {
            var item = range.items().get(i);
            assertRefused("BAD_RANGE", two, with(range, i,
                    new Item(replaced(item.leaf(), "\"v\":1", "\"v\":2"), item.payload())));
            assertRefused("BAD_RANGE", two, with(range, i, new Item(item.leaf(),
                    item.payload().map(plain -> replaced(plain, "salt\":\"", "salt\":\"A")))));
        }
        assertRefused("BAD_RANGE", two, new LogRange(range.origin(), 0,
                range.items().subList(0, 2), range.note(), range.sm3Note(), List.of(), List.of()));
        assertRefused("BAD_RANGE", two, new LogRange(range.origin(), 0, range.items(),
                range.note().replace("/g1\n3\n", "/g1\n4\n"), range.sm3Note(), List.of(),
                List.of()));
        assertEquals(List.of(), Hall.happenings(two));
        assertEquals(3, two.accept(range).size());
    }

    @Test
    void refusesWhatIsTheBusinessOfAnotherWorkstation() {
        one.append(Hall.HOST, hall.prices(1));
        var range = one.range(one.origin(), 0, 9, Audience.ROOM);
        two.close();
        var witness = hall.twoKeys.writing(Hall.ONE, Set.of("opening"))
                .writing(Hall.TWO, Set.of("evaluation"));
        two = Journal.open(dir.resolve("two"), witness, Hall.TWO, hall.clock(), _ -> {},
                Hall.FAMILIES);
        assertRefused("WRONG_WRITER", two, range);
        two.append(Hall.HOST, hall.prices(1));
        two.close();
        two = Journal.open(dir.resolve("two"), witness.writing(Hall.TWO, Set.of("witness")),
                Hall.TWO, hall.clock(), _ -> {}, Hall.FAMILIES);
        long before = two.size();
        assertEquals("WRONG_WRITER", assertThrows(JournalFailure.class,
                () -> two.append(Hall.HOST, hall.prices(1))).code());
        assertEquals(before, two.size());
    }

    @Test
    void takesALogOfADeviceWhoseKeyIsLearntLater() {
        two.append(Hall.HOST, hall.prices(2));
        one.learnDevice(Hall.TWO, hall.twoKeys.device().pub());
        one.accept(two.range(two.origin(), 0, 1, Audience.ROOM));
        one.close();
        one = hall.one(dir.resolve("one"));
        one.learnDevice(Hall.TWO, hall.twoKeys.device().pub());
        carry(two, one, 100, Audience.ROOM);
        assertEquals(2, Hall.happenings(one).size());
    }

    @Test
    void refusesAndNotesAFork() {
        one.append(Hall.HOST, hall.prices(2));
        carry(one, two, 100, Audience.ROOM);
        try (var twin = hall.one(dir.resolve("twin"))) {
            twin.append(Hall.HOST, hall.prices(2));
            assertRefused("FORK", two, twin.range(twin.origin(), 0, 9, Audience.ROOM));
        }
        var last = two.after(two.origin(), two.size() - 1).getFirst().fact();
        assertEquals(0, assertInstanceOf(ForkSeen.class, last).seq());
        assertEquals(3, two.cursors().get(one.origin()));
    }

    @Test
    void noticesThatItsOwnDiskWasPutBack() {
        one.append(Hall.HOST, hall.prices(2));
        carry(one, two, 100, Audience.ROOM);
        one.close();
        one = hall.one(dir.resolve("put-back"));
        var own = two.range(one.origin(), 0, 100, Audience.ROOM);
        assertRefused("RESTORED", one, own);
    }

    @Test
    void noticesATailThatWasCutAndWrittenAnew() {
        one.append(Hall.HOST, hall.prices(1));
        carry(one, two, 100, Audience.ROOM);
        try (var twin = hall.one(dir.resolve("twin"))) {
            twin.append(Hall.HOST, hall.prices(5));
            assertRefused("BAD_RANGE", two, twin.range(twin.origin(), 2, 9, Audience.ROOM));
        }
    }

    @Test
    void remembersWhatItSawOfOthers() {
        one.append(Hall.HOST, hall.prices(1));
        carry(one, two, 100, Audience.ROOM);
        two.close();
        two = hall.two(dir.resolve("two"));
        var opened = (SessionEvent.SessionOpened) two.after(two.origin(), two.size() - 1)
                .getFirst().fact();
        assertEquals(List.of(new SessionEvent.Sighting(one.origin(), 2, one.head().sha256Root())),
                opened.seen());
    }

    private static void carry(Journal from, Journal to, int most, Audience audience) {
        var origin = from.origin();
        long at = to.cursors().getOrDefault(origin, 0L);
        while (at < from.size()) {
            at = to.accept(from.range(origin, at, most, audience)).size();
        }
    }

    private static void assertRefused(String code, Journal journal, LogRange range) {
        var failure = assertThrows(JournalFailure.class, () -> journal.accept(range));
        assertEquals(code, failure.code());
        assertTrue(failure.getMessage().contains(range.origin().toString()));
    }

    private static LogRange with(LogRange range, int index, Item item) {
        var items = new ArrayList<>(range.items());
        items.set(index, item);
        return new LogRange(range.origin(), range.from(), items, range.note(), range.sm3Note(),
                range.proof(), range.sm3Proof());
    }

    private static Bytes replaced(Bytes bytes, String what, String by) {
        var text = new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(text.contains(what), text);
        return Bytes.of(text.replace(what, by).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void travelsAsCanonicalJson() {
        one.append(Hall.HOST, hall.prices(2));
        var range = one.range(one.origin(), 1, 1, Audience.ROOM);
        assertEquals(range, Wire.read(Wire.write(range), LogRange.class));
        assertEquals(Optional.empty(), Wire.read(Wire.write(new Item(Bytes.of(new byte[1]),
                Optional.empty())), Item.class).payload());
    }
}

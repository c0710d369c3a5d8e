package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.sync.DeviceKind.BIDOPEN;
import static venue.sync.DeviceKind.EVALUATION;
import static venue.sync.DeviceKind.WITNESS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Ed25519;
import venue.domain.base.DeviceId;
import venue.domain.base.Fact;
import venue.journal.Withheld;
import venue.sync.ClockReading;
import venue.sync.Courier;
import venue.sync.Link;
import venue.sync.SyncStatus;

class SyncTest {

    @TempDir
    Path dir;
    private Venue venue;

    @BeforeEach
    void open() {
        venue = new Venue(dir);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void sendsTheLogAndHoldsTheCountersignature() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        hall.announce("one");
        hall.announce("two");
        var courier = hall.courier();
        var round = Venue.round(courier);
        assertTrue(round.complete(), round.toString());
        assertEquals(hall.journal.size(), round.pushed());
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(hall.journal.size(), venue.centre.countersigned(hall.journal.origin()));
        assertEquals(0, hall.journal.unsent());
        assertEquals(2, hall.journal.receipts().size(), "one for each of the two trees");
        var status = courier.status();
        assertTrue(status.online());
        assertEquals(hall.journal.size(), status.lastReceiptSize());
        assertTrue(status.lastReceiptAt().isPresent());
        assertEquals(0, status.unsent());
        assertTrue(status.sentence().contains("localhost"), status.sentence());
    }

    @Test
    void doesNothingWhenNothingIsNew() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        hall.announce("one");
        var courier = hall.courier();
        Venue.round(courier);
        var again = Venue.round(courier);
        assertTrue(again.complete());
        assertEquals(0, again.pushed() + again.pulled());
        assertEquals(2, hall.journal.receipts().size());
    }

    @Test
    void bringsTwoDesksToTheSameStory() {
        var one = venue.desk("seat-1", EVALUATION, "eval");
        var two = venue.desk("seat-2", EVALUATION, "eval");
        var first = one.courier();
        var second = two.courier();
        for (int i = 0; i < 5; i++) {
            one.note("from one " + i);
            two.note("from two " + i);
            Venue.round(first);
            Venue.round(second);
        }
        Venue.round(first);
        assertEquals(10, one.facts().size());
        assertEquals(one.facts(), two.facts());
    }

    @Test
    void keepsWhatIsForTheRoomInTheRoom() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var mate = venue.desk("seat-2", EVALUATION, "eval");
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var witness = venue.desk("witness-1", WITNESS, "eval");
        seat.note("a doubt about bid 3");
        hall.announce("opened");
        Venue.round(seat.courier());
        Venue.round(hall.courier());
        for (var desk : List.of(mate, hall, witness, seat)) {
            assertTrue(Venue.round(desk.courier()).complete());
        }
        assertTrue(knows(mate, "a doubt about bid 3"));
        assertFalse(knows(hall, "a doubt about bid 3"));
        assertFalse(knows(witness, "a doubt about bid 3"), "same room, other work");
        assertTrue(hall.facts().stream().anyMatch(Withheld.class::isInstance),
                "the leaf itself travels, so that the log can be checked");
        assertTrue(knows(seat, "opened") && knows(witness, "opened"));
    }

    @Test
    void neverLetsADraftLeaveItsDesk() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var mate = venue.desk("seat-2", EVALUATION, "eval");
        seat.write(new RoomEvent.BallotDrafted("my secret score", Venue.now()));
        Venue.round(seat.courier());
        Venue.round(mate.courier());
        assertTrue(venue.holdsAllOf(seat.journal), "the leaf is countersigned all the same");
        assertTrue(knows(seat, "my secret score"));
        assertFalse(knows(mate, "my secret score"));
        assertEquals(1, mate.facts().size());
    }

    @Test
    void showsNothingOfAnotherLot() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        venue.admit("seat-9", EVALUATION, "eval", Venue.OTHER_LOT);
        var stranger = venue.desk("seat-9", dir.resolve("seat-9"));
        seat.note("about this lot");
        Venue.round(seat.courier());
        var round = Venue.round(stranger.courier());
        assertTrue(round.complete());
        assertEquals(0, round.pulled());
        assertEquals(1, stranger.journal.cursors().size());
    }

    @Test
    void withholdsContentOfALotThatTheReaderDoesNotShare() {
        venue.admit("seat-1", EVALUATION, "eval", Venue.LOT, Venue.OTHER_LOT);
        var both = venue.desk("seat-1", dir.resolve("seat-1"));
        var one = venue.desk("seat-2", EVALUATION, "eval");
        both.write(Venue.OTHER_LOT, new RoomEvent.Noted("of the other lot", Venue.now()));
        both.note("of the common lot");
        Venue.round(both.courier());
        Venue.round(one.courier());
        assertTrue(knows(one, "of the common lot"));
        var other = one.journal.entries(Venue.OTHER_LOT);
        assertEquals(1, other.size());
        assertTrue(other.getFirst().fact() instanceof Withheld);
    }

    @Test
    void goesOnAfterTheCentreWasStoppedAndStarted() throws InterruptedException {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var courier = hall.courier();
        var other = seat.courier();
        hall.announce("before");
        courier.start();
        other.start();
        await(() -> knows(seat, "before"));
        int port = venue.centre.uri().getPort();
        venue.centre.close();
        hall.announce("while away");
        await(() -> !courier.status().online() && courier.status().unsent() > 0);
        assertEquals("OFFLINE", courier.status().message());
        assertFalse(courier.status().isAlarm());
        venue.centre = Centre.start(dir.resolve("centre"), port, venue.identity);
        hall.announce("after");
        await(() -> courier.status().online() && courier.status().unsent() == 0
                && knows(seat, "while away") && knows(seat, "after"));
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(3, seat.facts().size());
    }

    @Test
    void losesAndDoublesNothingWhenTheCentreFallsAgainAndAgain() throws InterruptedException {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var courier = hall.courier();
        courier.start();
        seat.courier().start();
        for (int i = 0; i < 60; i++) {
            hall.announce("number " + i);
            if (i % 12 == 5) {
                venue.restart();
            }
        }
        await(() -> courier.status().unsent() == 0 && seat.facts().size() == 60);
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(hall.facts(), seat.facts());
        assertEquals(List.of(), venue.centre.alarms());
    }

    @Test
    void tellsADeskThatIsNotAdmitted() {
        var courier = venue.desk("seat-7", dir.resolve("seat-7")).courier();
        assertEquals("NOT_ADMITTED", Venue.round(courier).message());
        assertTrue(courier.status().isAlarm() && courier.status().online());
    }

    @Test
    void tellsADeskWhoseCertificateNobodyTrusts() {
        var desk = venue.desk("seat-7", dir.resolve("seat-7"));
        var issued = Venue.ISSUED;
        var other = DeviceAuthority.create("Somebody else", issued);
        var foreignCentre = Link.to(venue.centre.uri(), Venue.keys("seat-7"), Venue.PIN,
                List.of(other.certificate()));
        var foreignDevice = Link.to(venue.centre.uri(),
                other.issue(new DeviceId("seat-7"), Venue.PIN, issued), Venue.PIN,
                List.of(Venue.authority()));
        for (var link : List.of(foreignCentre, foreignDevice)) {
            try (var courier = new Courier(desk.journal, link, InstantSource.system())) {
                var round = Venue.round(courier);
                assertEquals("UNTRUSTED", round.message());
                assertFalse(courier.status().online());
            }
        }
    }

    @Test
    void neverTakesAnotherKeyForADeviceThatItKnows() {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        var mate = venue.desk("seat-2", EVALUATION, "eval");
        var enrolled = venue.journalKeys("seat-1").device().pub();
        mate.journal.learnDevice(new DeviceId("seat-1"), enrolled);
        venue.centre.admit(new Device(new DeviceId("seat-1"), EVALUATION, "eval",
                Ed25519.generate().pub(), Venue.certificate(Venue.keys("seat-1")),
                Set.of(Venue.LOT)));
        var courier = mate.courier();
        assertEquals("PEER_KEY", Venue.round(courier).message());
        assertTrue(courier.status().isAlarm());
        assertEquals(enrolled, mate.journal.deviceKey(new DeviceId("seat-1")).orElseThrow());
        seat.note("signed by the real key");
        assertEquals("NOT_ADMITTED", Venue.round(seat.courier()).message());
    }

    @Test
    void doesNotBelieveACentreWithAnotherWitnessKey() {
        var desk = venue.desk("seat-1", EVALUATION, "eval");
        var other = Centre.enrol(dir.resolve("impostor"), Venue.PIN, Venue.CENTRE_KEYS, Venue.PIN,
                List.of(Venue.authority()));
        var plain = Link.to(venue.centre.uri(), Venue.keys("seat-1"), Venue.PIN,
                List.of(Venue.authority()));
        try (var courier = new Courier(desk.journal, plain.witness(other.witness()),
                InstantSource.system())) {
            assertEquals("BAD_ANSWER", Venue.round(courier).message());
        }
        desk.journal.learnWitness(other.witness());
        try (var courier = new Courier(desk.journal, plain, InstantSource.system())) {
            assertEquals("BAD_ANSWER", Venue.round(courier).message(), "known by enrolment");
        }
        assertEquals(List.of(), desk.journal.receipts());
    }

    @Test
    void losesAndDoublesNothingWhenTheWireBreaksAnywhere() throws IOException {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        try (var wire = new CuttingWire(venue.centre.uri())) {
            int broken = 0;
            for (int i = 0; i < 24; i++) {
                hall.announce("announcement number " + i + " " + "x".repeat(i * 97));
                wire.carry(600 + i * 450L);
                broken += Venue.round(hall.courier(wire.uri())).complete() ? 0 : 1;
                broken += Venue.round(seat.courier(wire.uri())).complete() ? 0 : 1;
            }
            assertTrue(broken > 10, "the wire broke in " + broken + " rounds");
            wire.carry(Long.MAX_VALUE);
            assertTrue(Venue.round(hall.courier(wire.uri())).complete());
            assertTrue(Venue.round(seat.courier(wire.uri())).complete());
        }
        assertTrue(venue.holdsAllOf(hall.journal));
        assertEquals(24, seat.facts().size());
        assertEquals(hall.facts(), seat.facts());
        assertEquals(0, hall.journal.unsent());
        assertEquals(List.of(), venue.centre.alarms());
    }

    @Test
    void refusesALogThatWasSetBack() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        hall.announce("one");
        hall.close();
        Venue.copy(dir.resolve("hall-1"), dir.resolve("backup"));
        hall = venue.desk("hall-1", dir.resolve("hall-1"));
        hall.announce("two");
        hall.announce("three");
        assertTrue(Venue.round(hall.courier()).complete());
        hall.close();
        var restored = venue.desk("hall-1", dir.resolve("backup"));
        var courier = restored.courier();
        var round = Venue.round(courier);
        assertFalse(round.complete());
        assertEquals("ROLLED_BACK", round.message());
        assertTrue(courier.status().isAlarm());
        assertTrue(courier.status().next().orElseThrow().contains("停止使用本机"));
        assertTrue(venue.centre.alarms().getFirst().startsWith("hall-1 ROLLED_BACK"),
                venue.centre.alarms().toString());
    }

    @Test
    void findsAForkAndKeepsTheProof() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        hall.announce("one");
        hall.close();
        Venue.copy(dir.resolve("hall-1"), dir.resolve("backup"));
        hall = venue.desk("hall-1", dir.resolve("hall-1"));
        hall.announce("what really happened");
        assertTrue(Venue.round(hall.courier()).complete());
        long good = venue.centre.countersigned(hall.journal.origin());
        hall.close();
        var restored = venue.desk("hall-1", dir.resolve("backup"));
        for (int i = 0; i < 5; i++) {
            restored.announce("another story " + i);
        }
        var courier = restored.courier();
        assertEquals("FORKED", Venue.round(courier).message());
        assertTrue(courier.status().isAlarm());
        assertEquals(good, venue.centre.countersigned(restored.journal.origin()));
        assertTrue(venue.centre.alarms().stream().anyMatch(a -> a.contains("FORKED")));
        assertTrue(venue.centre.statusPage().contains("日志分叉"));
    }

    @Test
    void givesSignedTimeWithEachRound() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var courier = hall.courier();
        var readings = new CopyOnWriteArrayList<ClockReading>();
        courier.onClock(readings::add);
        Venue.round(courier);
        assertEquals(1, readings.size());
        assertTrue(readings.getFirst().uncertainty().toSeconds() < 30);
        assertTrue(venue.identity.witness().key().length() == 32);
    }

    @Test
    void tellsItsWatchersWhenTheStatusChanges() {
        var hall = venue.desk("hall-1", BIDOPEN, "hall");
        var courier = hall.courier();
        var heard = new CopyOnWriteArrayList<SyncStatus>();
        var stop = courier.watch(heard::add);
        assertEquals("NEVER", courier.status().message());
        Venue.round(courier);
        assertEquals("OK", heard.getLast().message());
        stop.run();
        hall.announce("more");
        Venue.round(courier);
        assertEquals(1, heard.size());
    }

    @Test
    void readsEverythingAgainAfterARestartOfTheCentre() throws IOException {
        var seat = venue.desk("seat-1", EVALUATION, "eval");
        seat.note("sealed at rest");
        Venue.round(seat.courier());
        venue.restart();
        for (var name : List.of("centre.db", "centre.db-wal")) {
            var file = dir.resolve("centre").resolve(name);
            var bytes = Files.exists(file)
                    ? Files.readString(file,
                            java.nio.charset.StandardCharsets.ISO_8859_1)
                    : "";
            assertFalse(bytes.contains("sealed at rest"), name);
        }
        var mate = venue.desk("seat-2", EVALUATION, "eval");
        assertTrue(Venue.round(mate.courier()).complete());
        assertTrue(knows(mate, "sealed at rest"));
        seat.note("and on");
        assertTrue(Venue.round(seat.courier()).complete());
        assertTrue(venue.holdsAllOf(seat.journal));
    }

    private static boolean knows(Venue.Desk desk, String text) {
        return desk.facts().stream().map(Fact::toString).anyMatch(f -> f.contains(text));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        var never = new CountDownLatch(1);
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            never.await(50, TimeUnit.MILLISECONDS);
        }
        assertTrue(condition.holds(), "within thirty seconds");
    }
}

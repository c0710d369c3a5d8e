package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Authority;
import venue.crypto.Ed25519;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.domain.base.DeviceId;
import venue.journal.Author;
import venue.journal.SessionEvent.CheckpointReceived;
import venue.journal.proof.VerifierKey;
import venue.words.Failure;
import venue.workstation.Startup.News;
import venue.workstation.Startup.Standing;

class StationTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00.000Z");
    private static final char[] PIN = "246810".toCharArray();

    @TempDir
    Path dir;
    private final List<News> news = new ArrayList<>();

    @Test
    void opensWhatTheTechnicianSetUp() {
        var enrolled = enrol("hall-1");
        try (var open = open(NINE)) {
            assertEquals(enrolled, open.station());
            assertEquals(Optional.of("hall-1"),
                    open.deviceToken().map(token -> token.signing().holder()));
            assertEquals(1, open.trust().authorities().size());
            assertEquals(enrolled.key(), open.deviceKey().pub());
            assertEquals(1, open.journal().size());
        }
        assertEquals(OpenStation.steps(), steps(Standing.DONE));
    }

    @Test
    void closesInReverseOrderSoThatItCanBeOpenedAgain() {
        enrol("hall-1");
        open(NINE).close();
        news.clear();
        try (var open = open(NINE)) {
            assertEquals(3, open.journal().size());
        }
    }

    @Test
    void refusesAWrongPinAndTakesBackWhatWasDone() {
        enrol("hall-1");
        var failure = assertThrows(StationFailure.class,
                () -> OpenStation.open(dir.resolve("s"), "0".toCharArray(), () -> NINE, news::add));
        assertEquals("STATION_PIN_WRONG", failure.code());
        assertEquals(List.of("station"), steps(Standing.TAKEN_BACK));
        assertEquals(List.of("vault"), steps(Standing.FAILED));
    }

    @Test
    void refusesToRunTwice() {
        enrol("hall-1");
        try (var _ = open(NINE)) {
            assertEquals("ALREADY_RUNNING", failureOfOpening(NINE).code());
        }
        open(NINE).close();
    }

    @Test
    void refusesAFolderThatWasNeverSetUp() {
        var failure = assertThrows(StationFailure.class, () -> Station.read(dir.resolve("s")));
        assertEquals("STATION_MISSING", failure.code());
        assertTrue(failure.what().contains(dir.toString()));
    }

    @Test
    void refusesToSetUpTwice() {
        enrol("hall-1");
        assertEquals("STATION_ENROLLED",
                assertThrows(StationFailure.class, () -> enrol("hall-1")).code());
    }

    @Test
    void refusesDamagedFilesByName() throws IOException {
        enrol("hall-1");
        Files.writeString(dir.resolve("s").resolve("devices.json"), "{}");
        var failure = failureOfOpening(NINE);
        assertEquals("STATION_DAMAGED", failure.code());
        assertTrue(failure.what().contains("devices.json"));
    }

    @Test
    void refusesAClockBeforeTheLastEntry() {
        enrol("hall-1");
        open(NINE).close();
        var failure = failureOfOpening(NINE.minusSeconds(3600));
        assertEquals("CLOCK_BEHIND", failure.code());
        assertTrue(steps(Standing.TAKEN_BACK).contains("journal"));
        open(NINE.plusSeconds(7200)).close();
    }

    @Test
    void believesOnlyThePeersThatWereEntered() {
        var hall = enrol("hall-1");
        var centre = Ed25519.generate();
        var witness = new VerifierKey("centre", VerifierKey.Kind.COSIGNATURE, centre.pub());
        Peers.none().with(hall).witnessedBy(witness).write(hall.dir());
        assertEquals(new Peers(List.of(new Peers.Peer(hall.device(), hall.kind(), hall.key())),
                List.of(witness.text())), hall.peers());
        try (var open = open(NINE)) {
            var seen = new CheckpointReceived(open.journal().origin(), 1, "centre", NINE);
            open.journal().append(Author.station(hall.device()), List.of(seen));
            assertEquals(2, open.journal().size());
        }
    }

    private Station enrol(String name) {
        var root = Authority.root(Suite.RSA, "场所 CA", NINE.minusSeconds(86_400),
                NINE.plusSeconds(86_400 * 365));
        var p12 = dir.resolve(name + ".p12");
        KeyEntry.write(p12, "device".toCharArray(),
                List.of(root.issue(new Authority.Subject(name, "交易中心", name),
                        Authority.Use.DEVICE, NINE.minusSeconds(86_400),
                        NINE.plusSeconds(86_400 * 300))));
        var trust = dir.resolve("ca");
        try {
            Files.createDirectories(trust);
            Files.writeString(trust.resolve("root.pem"), root.certificate().pem());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Station.enrol(dir.resolve("s"),
                new Station.Enrolment(new DeviceId(name), Station.Kind.BIDOPEN, "第一开标室", "主持席",
                        Optional.of(URI.create("https://localhost:8443")), Optional.of(p12),
                        "device", Optional.of(trust)),
                PIN);
    }

    private OpenStation open(Instant now) {
        return OpenStation.open(dir.resolve("s"), PIN, () -> now, news::add);
    }

    private Failure failureOfOpening(Instant now) {
        news.clear();
        return assertThrows(Failure.class, () -> open(now));
    }

    private List<String> steps(Standing standing) {
        return news.stream().filter(each -> each.standing() == standing).map(News::step).toList();
    }
}

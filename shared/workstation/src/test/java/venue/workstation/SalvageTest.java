package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Hashes;
import venue.crypto.Progress;
import venue.domain.base.Role;
import venue.journal.Author;
import venue.journal.JournalFailure;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.SessionEvent.IncidentNoted;
import venue.words.Failure;

/// A journal that is not what was signed: what is said, what is carried off, how it goes on.
class SalvageTest {

    private static final String REASON = "旧副本被误换回，监督人员在场确认";

    @TempDir
    Path dir;
    private HallStation hall;

    @BeforeEach
    void enrol() {
        hall = new HallStation(dir);
    }

    @Test
    void anOlderCopyIsAnIncidentThatTellsWhatIsRememberedAndHeld() throws IOException {
        swapInAnOlderCopy();
        var failure = assertThrows(JournalFailure.class, () -> hall.open());
        assertEquals("ROLLED_BACK", failure.code());
        assertTrue(Incident.isOne(failure));
        var incident = incident(failure);
        assertEquals("venue.hall/dev/hall-1/g1", incident.remembered().orElseThrow().log());
        assertTrue(incident.remembered().orElseThrow().size() > 5);
        assertTrue(incident.held().stream()
                .anyMatch(file -> file.name().equals("journal/journal.db") && file.bytes() > 0));
        var text = incident.text();
        for (var word : List.of("ROLLED_BACK", "hall-1", "开标一厅", "journal/journal.db",
                incident.remembered().orElseThrow().root())) {
            assertTrue(text.contains(word), text);
        }
        assertFalse(text.contains(HallStation.PIN));
    }

    @Test
    void troubleThatGoesAwayIsNoIncident() {
        assertFalse(Incident.isOne(JournalFailure.inUse(dir)));
        assertFalse(Incident.isOne(StationFailure.missing(dir)));
    }

    @Test
    void theSceneIsCarriedOffByteForByteWithAListOfSums() throws IOException {
        swapInAnOlderCopy();
        var incident = incident(assertThrows(JournalFailure.class, () -> hall.open()));
        var stick = Files.createDirectory(dir.resolve("stick"));
        var before = Hashes.sha256(hall.station.journalFolder().resolve("journal.db"));
        var result = SceneCopy.to(stick, incident, Progress.NONE);
        var sums = Files.readAllLines(result.folder().resolve(SceneCopy.SUMS));
        assertEquals(result.files(), sums.size());
        assertTrue(sums.contains(before + "  journal/journal.db"), sums.toString());
        for (var line : sums) {
            var parts = line.split(" {2}", 2);
            assertEquals(parts[0], Hashes.sha256(result.folder().resolve(parts[1])));
            assertEquals(parts[0], Hashes.sha256(hall.station.dir().resolve(parts[1])));
        }
        assertTrue(sums.stream().anyMatch(line -> line.endsWith("  journal.head")));
        assertTrue(Files.readString(result.folder().resolve(SceneCopy.WORDS))
                .contains("ROLLED_BACK"));
    }

    @Test
    void aStoppedExportLeavesNothingBehind() throws IOException {
        swapInAnOlderCopy();
        var incident = incident(assertThrows(JournalFailure.class, () -> hall.open()));
        var stick = Files.createDirectory(dir.resolve("stick"));
        assertThrows(CancellationException.class,
                () -> SceneCopy.to(stick, incident, new Progress() {
                    @Override
                    public void moved(long done, long total) {
                        assertTrue(done <= total);
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }));
        try (var left = Files.list(stick)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals("SCENE_INSIDE", assertThrows(StationFailure.class, () -> SceneCopy
                .to(hall.station.journalFolder(), incident, Progress.NONE)).code());
    }

    @Test
    void twoPersonsLetTheJournalGoOnAsANewGeneration() throws IOException {
        swapInAnOlderCopy();
        var watching = hall.enlist("P-SUP", "赵监标", Role.OPENING_SUPERVISOR);
        var technician = hall.issue("P-TECH", "钱技术");
        new Custodians(List.of(HallStation.person(technician, "P-TECH", "钱技术",
                Role.TECHNICIAN))).write(hall.station.dir());
        try (var salvage = hall.salvage()) {
            var plan = salvage.plan(hall.station.journalFolder(), _ -> {});
            assertTrue(plan.remembered() > plan.size());
            try (var first = signIn(salvage, watching);
                    var second = signIn(salvage, technician)) {
                assertEquals(2, salvage.carryOut(plan, REASON, first.shift(), second.shift())
                        .generation());
            }
        }
        try (var open = hall.open()) {
            assertEquals(2, open.journal().origin().generation());
            var begun = open.journal().after(open.journal().origin(), 0).stream()
                    .map(entry -> entry.fact()).filter(GenerationBegun.class::isInstance)
                    .map(GenerationBegun.class::cast).findFirst().orElseThrow();
            assertEquals(REASON, begun.reason());
            assertEquals(List.of("P-SUP", "P-TECH"), begun.approvals().stream()
                    .map(approval -> approval.person().value()).toList());
        }
    }

    @Test
    void aJournalThatIsGoneComesBackFromABackup() throws IOException {
        try (var open = hall.open()) {
            write(open, 3);
            open.journal().backup(dir.resolve("backup"), _ -> {});
        }
        HallStation.delete(hall.station.journalFolder());
        assertEquals("GONE", assertThrows(JournalFailure.class, () -> hall.open()).code());
        var host = hall.enlist("P-HOST", "宋主持", Role.HOST);
        var watching = hall.enlist("P-SUP", "赵监督", Role.SUPERVISOR);
        try (var salvage = hall.salvage()) {
            var plan = salvage.plan(dir.resolve("backup"), _ -> {});
            try (var first = signIn(salvage, host); var second = signIn(salvage, watching)) {
                salvage.carryOut(plan, REASON, first.shift(), second.shift());
            }
        }
        try (var open = hall.open()) {
            assertEquals("hall-1/g2", open.journal().origin().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"HOST, RECORDER, NOT_THESE_TWO", "HOST, TECHNICIAN, NOT_THESE_TWO",
            "SUPERVISOR, OPENING_SUPERVISOR, NOT_THESE_TWO", "EXPERT, SUPERVISOR, NOT_THESE_TWO",
            "SUPERVISOR, BIDDER, NOT_THESE_TWO", "WITNESS, HOST, NOT_THESE_TWO"})
    void denies(Role first, Role second, String code) {
        var one = hall.enlist("P-1", "甲", first);
        var two = hall.enlist("P-2", "乙", second);
        try (var salvage = hall.salvage();
                var a = signIn(salvage, one);
                var b = signIn(salvage, two)) {
            assertEquals(code, refused(a, b).code());
            assertEquals(code, refused(b, a).code());
        }
    }

    @Test
    void onePersonIsNotTwo() {
        var one = hall.enlist("P-1", "甲", Role.SUPERVISOR);
        hall.people.add(HallStation.person(one, "P-2", "甲", Role.HOST));
        try (var salvage = hall.salvage();
                var a = signIn(salvage, one);
                var b = signIn(salvage, one)) {
            assertEquals("SAME_PERSON", refused(a, b).code());
        }
    }

    @Test
    void nobodyIsOnTheListOfAWorkstationWithoutCustodiansAndPackage() {
        var stranger = hall.issue("P-X", "路人");
        try (var salvage = hall.salvage()) {
            assertEquals("NOT_ON_LIST", assertThrows(ShiftFailure.class, () -> salvage
                    .signIn(stranger, HallStation.PERSON_PIN.toCharArray(), List.of())).code());
        }
    }

    @Test
    void aDamagedEntryIsAnIncidentToo() throws IOException {
        try (var open = hall.open()) {
            write(open, 3);
        }
        var file = hall.station.journalFolder().resolve("journal.db");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            int tail = Math.toIntExact(Files.size(file)) - 4096;
            channel.write(ByteBuffer.wrap(new byte[tail]), 4096);
        }
        var failure = assertThrows(JournalFailure.class, () -> hall.open());
        assertTrue(Incident.isOne(failure), failure.code());
    }

    private record Signed(Shift shift) implements AutoCloseable {

        @Override
        public void close() {
            shift.token().close();
        }
    }

    private Signed signIn(Salvage salvage, Path medium) {
        return new Signed(salvage.signIn(medium, HallStation.PERSON_PIN.toCharArray(),
                hall.people));
    }

    private static Failure refused(Signed first, Signed second) {
        return assertThrows(ShiftFailure.class,
                () -> Salvage.pair(first.shift(), second.shift(), "恢复", HallStation.NINE));
    }

    private Incident incident(Failure failure) {
        return Incident.of(hall.station.dir(), failure, hall.tick());
    }

    private void swapInAnOlderCopy() throws IOException {
        hall.open().close();
        var journal = hall.station.journalFolder();
        HallStation.copy(journal, dir.resolve("older"));
        try (var open = hall.open()) {
            write(open, 5);
        }
        HallStation.delete(journal);
        HallStation.copy(dir.resolve("older"), journal);
    }

    private void write(OpenStation open, int entries) {
        for (int i = 0; i < entries; i++) {
            open.journal().append(Author.station(hall.station.device()),
                    List.of(new IncidentNoted("NOTE-" + i, "", hall.tick())));
        }
    }
}

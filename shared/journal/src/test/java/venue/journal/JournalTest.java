package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Ed25519;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

class JournalTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();

    @Test
    void givesBackWhatWasWritten() {
        var facts = hall.prices(3);
        List<Entry> written;
        try (var journal = hall.one(dir)) {
            written = journal.append(Hall.HOST, facts);
            assertEquals(written, journal.entries(Hall.TENDER));
        }
        try (var journal = hall.one(dir)) {
            assertEquals(written, journal.entries(Hall.TENDER));
            assertEquals(facts, Hall.happenings(journal));
        }
    }

    @Test
    void stampsWhoWhenAndWhat() {
        try (var journal = hall.one(dir)) {
            var stamp = journal.append(Hall.HOST, hall.prices(1)).getFirst().stamp();
            assertEquals(new Stamp(Hall.ONE, 1, 1, WireTest.NINE, stamp.hybrid(), Hall.TENDER,
                    Hall.HOST.person(), Hall.HOST.role(), "evaluation.price-read"), stamp);
        }
    }

    @Test
    void everyAppendEndsUnderACheckpointOfDeviceAndSession() {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(2));
            var head = journal.head();
            var note = Note.parse(head.note());
            assertEquals(3, head.size());
            assertEquals(3, note.checkpoint().size());
            assertEquals(head.sha256Root(), note.checkpoint().root());
            assertTrue(note.isSignedBy(journal.verifierKey()));
            var opened = (SessionOpened) journal.after(journal.origin(), 0).getFirst().fact();
            assertTrue(note.isSignedBy(new VerifierKey(
                    head.origin().name() + "/s/" + opened.session(), VerifierKey.Kind.ED25519,
                    opened.key())));
            assertEquals("venue.hall/dev/hall-1/g1/sm3",
                    Note.parse(head.sm3Note()).checkpoint().origin());
        }
    }

    @Test
    void refusesASecondCopy() {
        try (var _ = hall.one(dir)) {
            assertEquals("IN_USE", failureOfOpening().code());
        }
        hall.one(dir).close();
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Files.write(dir.resolve("file"), new byte[0]);
        var failure = assertThrows(JournalFailure.class, () -> hall.one(dir.resolve("file")));
        assertEquals("READ_ONLY", failure.code());
        assertTrue(failure.what().contains(dir.resolve("file").toString()));
    }

    @Test
    void refusesTheKeysOfAnotherWorkstation() {
        hall.one(dir).close();
        assertEquals("WRONG_KEYS",
                assertThrows(JournalFailure.class, () -> hall.two(dir)).code());
        assertEquals("WRONG_KEYS",
                assertThrows(JournalFailure.class, () -> new Hall().one(dir)).code());
        hall.one(dir).close();
    }

    @Test
    void showsNoNameAndNoPriceOnTheDisk() throws IOException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(5));
            journal.blobs().put(new java.io.ByteArrayInputStream("安静建设有限公司".getBytes(UTF_8)));
            assertNothingReadable();
        }
        assertNothingReadable();
    }

    private void assertNothingReadable() throws IOException {
        try (var files = Files.walk(dir)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), UTF_8);
                for (var secret : List.of("安静", "7654321", "宋主持")) {
                    assertFalse(text.contains(secret), secret + " in " + file);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE leaf SET data=CAST(replace(CAST(data AS TEXT),'P-HOST','P-EVIL') AS BLOB)\
             WHERE seq=2                                                   | 2 | leaf hash
            UPDATE leaf SET h256=zeroblob(32) WHERE seq=1                  | 1 | leaf hash
            UPDATE payload SET box=(SELECT box FROM payload WHERE seq=1) WHERE seq=3 | 3 | content
            DELETE FROM payload WHERE seq=2                                | 2 | payload missing
            UPDATE checkpoint SET note=replace(note,'/g1 ','/g9 ')         | 5 | signature
            """)
    void noticesWhatAnotherHandChanged(String change, long seq, String finding)
            throws SQLException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(3));
        }
        behindItsBack(change);
        var failure = failureOfOpening();
        assertTrue(List.of("DAMAGED", "UNREADABLE").contains(failure.code()));
        if (!finding.equals("signature")) {
            assertTrue(failure.what().contains("hall-1/g1 第 " + seq + " 条"), failure.what());
            assertTrue(failure.what().contains(finding), failure.what());
        }
        assertTrue(failure.remedy().contains("监督人员"), failure.remedy());
    }

    @Test
    void noticesACutTailUnderASignedCheckpoint() throws SQLException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(3));
        }
        behindItsBack("DELETE FROM payload WHERE seq>=3");
        behindItsBack("DELETE FROM leaf WHERE seq>=3");
        assertEquals("DAMAGED", failureOfOpening().code());
    }

    @Test
    void takesATailThatWasNotSignedYet() throws SQLException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(3));
        }
        behindItsBack("DELETE FROM checkpoint WHERE size>2");
        try (var journal = hall.one(dir)) {
            assertEquals(3, Hall.happenings(journal).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"UPDATE leaf SET seq=9", "DELETE FROM leaf", "DELETE FROM checkpoint",
            "UPDATE payload SET box=x'00'", "DELETE FROM receipt"})
    void theDatabaseItselfRefusesChange(String change) throws SQLException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(1));
            countersign(journal, Ed25519.generate());
        }
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = db.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeUpdate(change));
        }
    }

    @Test
    void saysThatTheSessionBeforeWasNotClosed() throws SQLException, IOException {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(1));
        }
        behindItsBack("DELETE FROM checkpoint WHERE size>2");
        behindItsBack("DELETE FROM payload WHERE seq=2");
        behindItsBack("DELETE FROM leaf WHERE seq=2");
        Files.delete(dir.resolve("journal.head"));
        try (var journal = hall.one(dir)) {
            assertTrue(((SessionOpened) journal.after(journal.origin(), 2).getFirst().fact())
                    .unclean());
        }
        try (var journal = hall.one(dir)) {
            var last = journal.after(journal.origin(), journal.size() - 1).getFirst().fact();
            assertFalse(((SessionOpened) last).unclean());
        }
    }

    @Test
    void rotatesTheSessionKeyAfterAQuarterOfAnHour() {
        try (var journal = hall.one(dir)) {
            hall.pass(901);
            var entries = journal.append(Hall.HOST, hall.prices(1));
            assertEquals(2, entries.getFirst().stamp().seq());
            assertInstanceOf(KeyRotated.class,
                    journal.after(journal.origin(), 1).getFirst().fact());
        }
        hall.one(dir).close();
    }

    @Test
    void rotatesTheSessionKeyAfter256Leaves() {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(300));
            journal.append(Hall.HOST, hall.prices(1));
            assertInstanceOf(KeyRotated.class,
                    journal.after(journal.origin(), 301).getFirst().fact());
        }
        hall.one(dir).close();
    }

    @Test
    void countsWhatNoWitnessHasSeen() {
        var centre = Ed25519.generate();
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(4));
            assertEquals(5, journal.unsent());
            countersign(journal, centre);
            assertEquals(0, journal.unsent());
            journal.append(Hall.HOST, hall.prices(2));
            assertEquals(2, journal.unsent());
            assertEquals("centre", journal.receipts().getFirst().witness());
        }
    }

    @Test
    void refusesReceiptsThatDoNotHold() {
        var centre = Ed25519.generate();
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(1));
            var note = Note.parse(journal.head().note());
            var line = note.cosignature("centre", centre, WireTest.NINE).text();
            var unknown = assertThrows(JournalFailure.class,
                    () -> journal.receipt(journal.origin(), Receipt.of(2, line)));
            assertEquals("UNKNOWN_WITNESS", unknown.code());
            journal.learnWitness(
                    new VerifierKey("centre", VerifierKey.Kind.COSIGNATURE, centre.pub()));
            var wrong = assertThrows(JournalFailure.class,
                    () -> journal.receipt(journal.origin(), Receipt.of(1, line)));
            assertEquals("BAD_RECEIPT", wrong.code());
        }
    }

    @Test
    void ordersByAClockThatNeverGoesBack() {
        try (var journal = hall.one(dir)) {
            journal.append(Hall.HOST, hall.prices(2));
            hall.pass(-3600);
            journal.append(Hall.HOST, hall.prices(2));
            var hybrids = journal.entries(Hall.TENDER).stream().map(e -> e.stamp().hybrid())
                    .toList();
            assertEquals(hybrids.stream().sorted().distinct().toList(), hybrids);
        }
    }

    @Test
    void tellsWatchersAfterTheCommit() throws InterruptedException {
        var seen = new LinkedBlockingQueue<List<Entry>>();
        try (var journal = hall.one(dir)) {
            var stop = journal.watch(seen::add);
            var written = journal.append(Hall.HOST, hall.prices(2));
            assertEquals(written, seen.poll(10, TimeUnit.SECONDS));
            stop.run();
            journal.append(Hall.HOST, hall.prices(1));
        }
        assertTrue(seen.isEmpty());
    }

    @Test
    void writesAllOrNothing() {
        record Stranger(java.time.Instant at) implements venue.domain.base.Fact {}
        try (var journal = hall.one(dir)) {
            assertThrows(IllegalArgumentException.class, () -> journal.append(Hall.HOST,
                    List.of(hall.price(1), new Stranger(WireTest.NINE))));
            assertEquals(1, journal.size());
            journal.append(Hall.HOST, hall.prices(1));
            assertEquals(2, journal.size());
        }
    }

    private static void countersign(Journal journal, Ed25519.Key centre) {
        journal.learnWitness(
                new VerifierKey("centre", VerifierKey.Kind.COSIGNATURE, centre.pub()));
        var note = Note.parse(journal.head().note());
        journal.receipt(journal.origin(), Receipt.of(journal.size(),
                note.cosignature("centre", centre, WireTest.NINE).text()));
    }

    private JournalFailure failureOfOpening() {
        return assertThrows(JournalFailure.class, () -> hall.one(dir));
    }

    private void behindItsBack(String change) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = db.createStatement()) {
            for (var table : List.of("leaf", "payload", "checkpoint", "receipt")) {
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_no_UPDATE");
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_no_DELETE");
            }
            statement.executeUpdate(change);
        }
    }
}

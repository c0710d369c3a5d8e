package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.GenerationBegun;

class RestorationTest {

    private static final String REASON = "硬盘损坏，用昨晚的备份恢复后继续工作";

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    static Path media;
    private static Approvers approvers;

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private Path home;
    private Path stick;
    private Digest blob;
    private Backup.Made made;

    @BeforeAll
    static void hireApprovers() {
        approvers = new Approvers(media);
    }

    /// A journal with 11 entries, a backup of 7 of them.
    @BeforeEach
    void work() {
        home = dir.resolve("journal");
        stick = dir.resolve("stick");
        try (var journal = hall.one(home)) {
            journal.append(Hall.HOST, hall.prices(6));
            blob = journal.blobs().put(new ByteArrayInputStream("录像".getBytes(UTF_8)));
            made = journal.backup(stick, _ -> {});
            journal.append(Hall.HOST, hall.prices(3));
        }
    }

    private Restoration plan(Path source) {
        return Restoration.plan(source, Folder.of(home), hall.oneKeys, Hall.ONE, hall.clock(),
                _ -> {});
    }

    private Origin approved(Restoration plan) {
        return plan.run(REASON, approvers.two(plan.statement(REASON, WireTest.NINE)),
                WireTest.NINE);
    }

    private String codeOfOpening() {
        return assertThrows(JournalFailure.class, () -> hall.one(home).close()).code();
    }

    private GenerationBegun begun(Journal journal) {
        return assertInstanceOf(GenerationBegun.class,
                journal.after(journal.origin(), 0).getFirst().fact());
    }

    private void lose() throws IOException {
        for (var name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(home.resolve(name));
        }
    }

    /// The database as it was when the backup was made, in the place of today's.
    private void putBack() throws IOException {
        lose();
        Files.copy(stick.resolve(BackupList.read(stick).database()), home.resolve("journal.db"));
    }

    private void edit(String... changes) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = db.createStatement()) {
            for (var table : List.of("leaf", "payload", "checkpoint")) {
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_no_UPDATE");
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_no_DELETE");
            }
            for (var change : changes) {
                statement.executeUpdate(change);
            }
        }
    }

    @Test
    void aLostDatabaseComesBackFromTheBackup() throws IOException {
        lose();
        assertEquals("GONE", codeOfOpening());
        var plan = plan(stick);
        assertEquals(made.size(), plan.size());
        assertEquals(made.root(), plan.root());
        assertEquals(11, plan.remembered());
        assertTrue(plan.finding().startsWith("GONE "), plan.finding());
        assertEquals(new Origin(Hall.ONE, 2), approved(plan));
        try (var journal = hall.one(home)) {
            assertEquals(new Origin(Hall.ONE, 2), journal.origin());
            assertEquals(6, Hall.happenings(journal).size());
            assertEquals("录像", new String(journal.blobs().open(blob).readAllBytes(), UTF_8));
        }
        hall.one(home).close();
    }

    @Test
    void anOlderCopyIsFoundAndTheNewGenerationCitesTheOldOne() throws IOException {
        putBack();
        assertEquals("ROLLED_BACK", codeOfOpening());
        var plan = plan(home);
        assertEquals(made.size(), plan.size());
        assertTrue(plan.finding().startsWith("ROLLED_BACK "), plan.finding());
        approved(plan);
        try (var journal = hall.one(home)) {
            var fact = begun(journal);
            assertEquals(new Origin(Hall.ONE, 1), fact.before());
            assertEquals(made.size(), fact.size());
            assertEquals(made.root(), fact.root());
            assertTrue(fact.note().startsWith("venue.hall/dev/hall-1/g1\n11\n"), fact.note());
            assertEquals(REASON, fact.reason());
            assertEquals(2, fact.approvals().size());
            Approvals.require(Restoration.statement(journal.origin(), fact), fact.approvals());
            assertEquals(Map.of(new Origin(Hall.ONE, 1), 7L, new Origin(Hall.ONE, 2),
                    journal.size()), journal.cursors());
        }
    }

    @Test
    void aDatabaseThatIsNoneComesBackFromTheBackup() throws IOException {
        lose();
        Files.write(home.resolve("journal.db"), new byte[5000]);
        assertEquals("FILE_DAMAGED", codeOfOpening());
        var plan = plan(stick);
        assertTrue(plan.finding().startsWith("FILE_DAMAGED "), plan.finding());
        approved(plan);
        hall.one(home).close();
    }

    @Test
    void theOldFilesAreKeptAsTheyWereFound() throws IOException, SQLException {
        edit("UPDATE leaf SET h256=zeroblob(32) WHERE seq=8");
        assertEquals("DAMAGED", codeOfOpening());
        var before = files(home);
        approved(plan(stick));
        var after = files(home.resolve("incidents").resolve("20260324T010000Z"));
        for (var name : List.of("journal.db", "journal.head")) {
            assertArrayEquals(before.get(name), after.get(name), name);
        }
        assertTrue(after.containsKey("restoration.json"));
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        var all = new TreeMap<String, byte[]>();
        for (var file : BlobFolder.list(folder)) {
            if (Files.isRegularFile(file)) {
                all.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE leaf SET h256=zeroblob(32) WHERE seq=8                        | 7
            UPDATE leaf SET hsm3=zeroblob(32) WHERE seq=9                        | 7
            UPDATE leaf SET data=CAST(replace(CAST(data AS TEXT),'HOST','EVIL') AS BLOB)\
             WHERE seq=3                                                         | 1
            UPDATE payload SET box=(SELECT box FROM payload WHERE seq=1) WHERE seq=7 | 7
            DELETE FROM payload WHERE seq=10                                     | 7
            UPDATE checkpoint SET note=replace(note,'/g1 ','/g9 ') WHERE size>10 | 11
            """)
    void aSalvageKeepsExactlyThePrefixThatVerifies(String change, long size)
            throws SQLException {
        edit(change);
        assertTrue(List.of("DAMAGED", "UNREADABLE").contains(codeOfOpening()));
        var plan = plan(home);
        assertEquals(size, plan.size());
        approved(plan);
        try (var journal = hall.one(home)) {
            assertEquals(size, journal.after(new Origin(Hall.ONE, 1), 0).size());
            assertEquals(size, begun(journal).size());
        }
    }

    @Test
    void whatOnlyTheCentreStillHasComesBackBySynchronising() throws IOException {
        try (var centre = hall.two(dir.resolve("centre"))) {
            try (var journal = hall.one(home)) {
                centre.accept(journal.range(journal.origin(), 0, 100, Audience.ROOM));
            }
            long held = centre.cursors().getOrDefault(new Origin(Hall.ONE, 1), 0L);
            lose();
            approved(plan(stick));
            try (var journal = hall.one(home)) {
                var old = new Origin(Hall.ONE, 1);
                assertEquals(6, Hall.happenings(journal).size());
                journal.accept(centre.range(old, made.size(), 100, Audience.ROOM));
                assertEquals(held, journal.cursors().get(old));
                assertEquals(9, Hall.happenings(journal).size());
                centre.accept(journal.range(journal.origin(), 0, 100, Audience.ROOM));
                assertEquals(Hall.happenings(journal), Hall.happenings(centre));
            }
        }
        hall.one(home).close();
    }

    @Test
    void aSecondRestorationIsTheThirdGeneration() throws IOException {
        lose();
        approved(plan(stick));
        hall.one(home).close();
        lose();
        assertEquals("GONE", codeOfOpening());
        hall.pass(60);
        assertEquals(new Origin(Hall.ONE, 3), approved(plan(stick)));
        hall.one(home).close();
    }

    @Test
    void refusesOneApproverTheSamePersonTwiceAndForeignSignatures() throws IOException {
        lose();
        var plan = plan(stick);
        var text = plan.statement(REASON, WireTest.NINE);
        var two = approvers.two(text);
        var supervisor = two.getFirst();
        var medium = media.resolve("P-SUP.p12");
        refused("APPROVALS_MISSING", plan, List.of());
        refused("APPROVALS_MISSING", plan, List.of(supervisor));
        refused("APPROVALS_SAME", plan, List.of(supervisor, supervisor));
        refused("APPROVALS_SAME", plan, List.of(supervisor,
                approvers.approval("另一人", "P-OTHER", text, medium)));
        refused("APPROVAL_INVALID", plan, List.of(supervisor,
                approvers.approval("李技术", "P-TECH", text.replace("size 7", "size 6"))));
        var cms = two.getLast().cms().array();
        cms[cms.length - 1] ^= 1;
        refused("APPROVAL_INVALID", plan, List.of(supervisor, new Approval(
                two.getLast().person(), two.getLast().name(), Bytes.of(cms))));
        refused("APPROVAL_INVALID", plan, List.of(supervisor, new Approval(
                two.getLast().person(), two.getLast().name(), Bytes.random(40))));
        assertEquals("REASON_MISSING", assertThrows(JournalFailure.class,
                () -> plan.run("坏了\n      ", two, WireTest.NINE)).code());
        assertEquals("GONE", codeOfOpening());
    }

    private void refused(String code, Restoration plan, List<Approval> approvals) {
        assertEquals(code, assertThrows(JournalFailure.class,
                () -> plan.run(REASON, approvals, WireTest.NINE)).code());
    }

    @Test
    void refusesADamagedBackupAndOneThatChangedAfterTheApproval()
            throws IOException, SQLException {
        edit("UPDATE leaf SET h256=zeroblob(32) WHERE seq=9");
        var plan = plan(home);
        edit("UPDATE leaf SET h256=zeroblob(32) WHERE seq=2");
        assertEquals("SOURCE_CHANGED",
                assertThrows(JournalFailure.class, () -> approved(plan)).code());
        var list = stick.resolve(BackupList.read(stick).database());
        var bytes = Files.readAllBytes(list);
        bytes[bytes.length / 2] ^= 1;
        Files.write(list, bytes);
        assertEquals("BACKUP_DAMAGED",
                assertThrows(JournalFailure.class, () -> plan(stick)).code());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAfterAnyStepLeavesTheOldStateOrIsCompleted(boolean lost) throws IOException {
        int at = 0;
        while (isCutAfter(at, lost)) {
            at++;
        }
        assertTrue(at > 8, "only " + at + " steps");
    }

    /// Whether there was a step `at` to be cut after.
    private boolean isCutAfter(int at, boolean lost) throws IOException {
        var folder = new Folder(dir.resolve("crash" + at), dir.resolve("crash" + at + ".head"));
        prepare(folder, lost);
        var before = opening(folder);
        assertEquals(lost ? "GONE" : "ROLLED_BACK", before);
        var plan = Restoration.plan(stick, folder, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {});
        var approvals = approvers.two(plan.statement(REASON, WireTest.NINE));
        var steps = new ArrayList<String>();
        boolean cut = false;
        try {
            plan.run(REASON, approvals, WireTest.NINE, step -> {
                steps.add(step);
                if (steps.size() == at + 1) {
                    throw new PowerCut();
                }
            });
        } catch (PowerCut _) {
            cut = true;
        }
        if (steps.contains("decided")) {
            assertEquals("g2", opening(folder), steps.toString());
        } else {
            assertTrue(List.of(before, "RESTORATION_UNFINISHED").contains(opening(folder)),
                    steps.toString());
            plan.run(REASON, approvals, WireTest.NINE);
            assertEquals("g2", opening(folder));
        }
        assertTrue(Files.exists(folder.dir().resolve("incidents/20260324T010000Z")));
        return cut;
    }

    private void prepare(Folder folder, boolean lost) throws IOException {
        Files.createDirectories(folder.dir());
        Files.copy(home.resolve("journal.head"), folder.memory());
        if (!lost) {
            Files.copy(stick.resolve(BackupList.read(stick).database()),
                    folder.dir().resolve("journal.db"));
        }
    }

    private String opening(Folder folder) {
        try (var journal = Journal.open(folder, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {},
                Hall.FAMILIES)) {
            return "g" + journal.origin().generation();
        } catch (JournalFailure e) {
            return e.code();
        }
    }

    @Test
    void onANewWorkstationAnInterruptedRestorationIsNoFreshJournal() {
        var folder = Folder.of(dir.resolve("new"));
        var plan = Restoration.plan(stick, folder, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {});
        assertEquals(0, plan.remembered());
        var approvals = approvers.two(plan.statement(REASON, WireTest.NINE));
        assertThrows(PowerCut.class,
                () -> plan.run(REASON, approvals, WireTest.NINE, step -> {
                    if (step.equals("built")) {
                        throw new PowerCut();
                    }
                }));
        assertEquals("RESTORATION_UNFINISHED", opening(folder));
        Restoration.plan(stick, folder, hall.oneKeys, Hall.ONE, hall.clock(), _ -> {});
        assertEquals("RESTORATION_UNFINISHED", opening(folder));
        plan.run(REASON, approvals, WireTest.NINE);
        assertEquals("g2", opening(folder));
    }

    @Test
    void lookingChangesNothing() throws IOException, SQLException {
        edit("UPDATE leaf SET h256=zeroblob(32) WHERE seq=8");
        var before = files(home);
        plan(home);
        plan(stick);
        var after = files(home);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }
}

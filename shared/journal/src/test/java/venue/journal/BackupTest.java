package venue.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Durable;
import venue.domain.base.Digest;

class BackupTest {

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path dir;
    private final Hall hall = new Hall();
    private Path stick;

    @BeforeEach
    void plugIn() {
        stick = dir.resolve("stick");
    }

    private Journal journal() {
        return hall.one(dir.resolve("journal"));
    }

    private Backup.Made check() {
        return Backup.check(stick, hall.oneKeys, Hall.ONE, _ -> {});
    }

    private static Digest put(Journal journal, String text) {
        return journal.blobs().put(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void copiesAJournalWhileFourThreadsWrite() throws ExecutionException, InterruptedException {
        try (var journal = journal();
                var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            journal.append(Hall.HOST, hall.prices(50));
            put(journal, "开标录像");
            var stop = new AtomicBoolean();
            var running = new CountDownLatch(4);
            var writers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) {
                writers.add(lanes.submit(() -> {
                    int written = 0;
                    while (!stop.get()) {
                        journal.append(Hall.HOST, hall.prices(2));
                        written += 2;
                        running.countDown();
                    }
                    return written;
                }));
            }
            Backup.Made first;
            Backup.Made second;
            try {
                running.await();
                first = journal.backup(stick, _ -> {});
                second = journal.backup(stick, _ -> {});
            } finally {
                stop.set(true);
            }
            int all = 0;
            for (var writer : writers) {
                all += writer.get();
            }
            assertTrue(second.size() > first.size(), first + " " + second);
            assertTrue(journal.after(journal.origin(), 0).size() >= 51 + all);
            assertEquals(second, check());
            assertEquals(1, second.blobs());
            assertEquals(journal.origin(), second.origin());
        }
    }

    @Test
    void hasTheRootOfTheJournalAndItsOwnSignedCheckpoint() throws IOException {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            var made = journal.backup(stick, _ -> {});
            var head = journal.head();
            assertEquals(head.size(), made.size());
            assertEquals(head.sha256Root(), made.root());
            var list = BackupList.read(stick);
            assertEquals(head.note(),
                    Files.readString(stick.resolve(list.database().replace(".db", ".txt"))));
        }
    }

    @Test
    void copiesOnlyBlobsThatAreNotThereYet() throws IOException {
        try (var journal = journal()) {
            var one = put(journal, "一");
            journal.backup(stick, _ -> {});
            var there = new BlobFolder(stick.resolve("blobs"), new Setting(stick, Hall.ONE,
                    hall.oneKeys, Hall.FAMILIES, hall.clock()).box).file(one);
            var key = Files.readAttributes(there, "*").get("fileKey");
            put(journal, "二");
            assertEquals(2, journal.backup(stick, _ -> {}).blobs());
            assertEquals(key, Files.readAttributes(there, "*").get("fileKey"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "blobs", "notes", "checked"})
    void anInterruptedBackupIsNone(String point) {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            put(journal, "一");
            interrupt(journal, point);
            assertEquals("BACKUP_MISSING",
                    assertThrows(JournalFailure.class, this::check).code());
            journal.backup(stick, _ -> {});
            check();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "blobs", "notes", "checked", "named"})
    void theBackupBeforeStaysUntilTheNewOneIsWhole(String point) throws IOException {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            put(journal, "一");
            var before = journal.backup(stick, _ -> {});
            put(journal, "二");
            journal.append(Hall.HOST, hall.prices(2));
            interrupt(journal, point);
            assertEquals(point.equals("named") ? before.size() + 2 : before.size(),
                    check().size());
            var last = journal.backup(stick, _ -> {});
            assertEquals(last, check());
            try (var files = Files.list(stick)) {
                assertEquals(6, files.count(), "database, notes, list, lock, blobs");
            }
        }
    }

    private void interrupt(Journal journal, String point) {
        var work = new BackupWriting(journal, stick, _ -> {}, step -> {
            if (step.equals(point)) {
                throw new PowerCut();
            }
        });
        assertThrows(PowerCut.class, work::run);
    }

    @Test
    void refusesADamagedBackup() throws IOException {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            put(journal, "一");
            journal.backup(stick, _ -> {});
        }
        try (var files = Files.walk(stick)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("journal.lock")).toList()) {
                var good = Files.readAllBytes(file);
                for (int at : List.of(0, good.length / 2, good.length - 1)) {
                    var bad = good.clone();
                    bad[at] ^= 1;
                    Files.write(file, bad);
                    var failure = assertThrows(JournalFailure.class, this::check,
                            file + " at " + at);
                    assertTrue(List.of("BACKUP_DAMAGED", "BACKUP_MISSING").contains(failure.code()),
                            failure.code());
                }
                Files.delete(file);
                assertThrows(JournalFailure.class, this::check, file + " missing");
                Files.write(file, good);
                check();
            }
        }
    }

    @Test
    void aListThatWasAdaptedDoesNotHideAChangedEntry() throws Exception {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            journal.backup(stick, _ -> {});
        }
        var list = BackupList.read(stick);
        var database = stick.resolve(list.database());
        try (var db = java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = db.createStatement()) {
            statement.execute("DROP TRIGGER leaf_no_UPDATE");
            statement.execute("UPDATE leaf SET h256=zeroblob(32) WHERE seq=2");
        }
        var files = list.files().stream().map(item -> item.name().equals(list.database())
                ? new BackupList.Item(item.name(), sizeOf(database), BackupCheck.digest(database))
                : item).toList();
        var adapted = new BackupList(list.format(), list.origin(), list.size(), list.root(),
                list.database(), files, list.missing(), list.at());
        Durable.write(stick.resolve(BackupList.FILE), adapted.json().getBytes(UTF_8));
        assertEquals("DAMAGED", assertThrows(JournalFailure.class, this::check).code());
    }

    private static long sizeOf(Path file) {
        return Room.size(file);
    }

    @Test
    void checkingWritesNothing() throws IOException {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(3));
            journal.backup(stick, _ -> {});
        }
        var before = names();
        check();
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(stick)) {
            return files.sorted().map(Path::toString).toList();
        }
    }

    @Test
    void refusesAPlaceInsideOfWhatItSaves() {
        try (var journal = journal()) {
            for (var place : List.of(dir.resolve("journal"), dir.resolve("journal/backup"), dir)) {
                var failure = assertThrows(JournalFailure.class,
                        () -> journal.backup(place, _ -> {}));
                assertEquals("BACKUP_PLACE", failure.code());
            }
        }
    }

    @Test
    void refusesTheStickOfAnotherWorkstation() {
        try (var one = journal(); var two = hall.two(dir.resolve("two"))) {
            one.backup(stick, _ -> {});
            assertEquals("BACKUP_PLACE", assertThrows(JournalFailure.class,
                    () -> two.backup(stick, _ -> {})).code());
            assertEquals("WRONG_KEYS", assertThrows(JournalFailure.class,
                    () -> Backup.check(stick, hall.twoKeys, Hall.TWO, _ -> {})).code());
        }
        check();
    }

    @Test
    void saysWhichBlobsCouldNotBeSavedAndSavesTheRest() throws IOException {
        try (var journal = journal()) {
            var bad = put(journal, "坏");
            put(journal, "好");
            var file = dir.resolve("journal/blobs").resolve(bad.hex().substring(0, 2))
                    .resolve(bad.hex());
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            var failure = assertThrows(JournalFailure.class,
                    () -> journal.backup(stick, _ -> {}));
            assertEquals("BACKUP_INCOMPLETE", failure.code());
            assertTrue(failure.what().contains(bad.hex()));
            assertEquals(1, check().blobs());
        }
    }

    @Test
    void asksForRoomBeforeItBegins() {
        var failure = assertThrows(JournalFailure.class, () -> Room.require(dir, 1L << 60));
        assertEquals("NO_ROOM", failure.code());
        assertFalse(Room.has(dir, 1L << 60));
        assertTrue(Room.has(dir, 1));
    }

    @Test
    void compactingChangesNoRootAndNoEntry() {
        try (var journal = journal()) {
            journal.append(Hall.HOST, hall.prices(500));
            journal.rebuild(_ -> {});
            var head = journal.head();
            var entries = journal.entries(Hall.TENDER);
            journal.compact(_ -> {});
            assertEquals(head, journal.head());
            assertEquals(entries, journal.entries(Hall.TENDER));
            journal.append(Hall.HOST, hall.prices(1));
        }
        journal().close();
    }

    @Test
    void forecastsFromSamplesTakenAtOpeningAndWhileWriting() throws IOException {
        try (var journal = journal()) {
            assertTrue(journal.forecast().space().totalBytes() > 0);
            journal.append(Hall.HOST, hall.prices(1));
            hall.pass(4000);
            journal.append(Hall.HOST, hall.prices(1));
            assertEquals(2, samples());
            hall.pass(4000);
        }
        assertEquals(3, samples());
    }

    private int samples() throws IOException {
        return new venue.journal.keeping.DiskWatch(dir.resolve("journal")).samples().size();
    }
}

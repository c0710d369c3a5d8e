package venue.journal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import venue.domain.base.DeviceId;
import venue.journal.JournalFailure;
import venue.journal.Origin;

class DatabaseTest {

    private static final Origin ORIGIN = new Origin(new DeviceId("hall-1"), 1);

    @TempDir
    Path dir;

    @Test
    void forcesEveryCommitToTheDisk() {
        try (var db = open()) {
            assertEquals("wal", pragma(db, "journal_mode"));
            assertEquals("2", pragma(db, "synchronous"));
            assertEquals("0", pragma(db, "wal_autocheckpoint"));
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws SQLException {
        try (var db = open()) {
            db.execute("PRAGMA max_page_count=60");
            var table = new LogTable(db, ORIGIN, true);
            var failure = assertThrows(JournalFailure.class, () -> {
                for (int i = 0; i < 100; i++) {
                    add(db, table);
                }
            });
            assertEquals("DISK_FULL", failure.code());
            long kept = table.count();
            assertEquals(kept, table.rows(0, kept).size());
            db.execute("PRAGMA max_page_count=6000");
            add(db, table);
            assertEquals(kept + 1, table.count());
        }
    }

    @Test
    void refusesAGapInTheSequence() {
        try (var db = open()) {
            var table = new LogTable(db, ORIGIN, true);
            assertThrows(JournalFailure.class, () -> db.transact(() -> {
                table.add(row(1));
                return 1;
            }));
            assertEquals(0, table.count());
        }
    }

    @Test
    void leavesNothingInTheWriteAheadLogWhenTidied() throws IOException {
        try (var db = open()) {
            add(db, new LogTable(db, ORIGIN, true));
            assertTrue(Files.size(dir.resolve("j.db-wal")) > 0);
            db.tidy();
            assertEquals(0, Files.size(dir.resolve("j.db-wal")));
        }
    }

    @Test
    void saysThatTheFileIsNoDatabase() throws IOException {
        Files.writeString(dir.resolve("j.db"), "not a database, but long enough ".repeat(100));
        var failure = assertThrows(JournalFailure.class, this::open);
        assertEquals("FILE_DAMAGED", failure.code());
    }

    private Database open() {
        return Database.open(dir.resolve("j.db"));
    }

    private static String pragma(Database db, String name) {
        return db.query(row -> row.getString(1), "PRAGMA " + name).getFirst();
    }

    private static void add(Database db, LogTable table) {
        db.transact(() -> {
            table.add(row(table.count()));
            return 1;
        });
    }

    private static LogTable.Row row(long seq) {
        return new LogTable.Row(seq, new byte[3000], new byte[32], new byte[32], null);
    }
}

package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.journal.SessionEvent.IncidentNoted;

/// A disk that was put back to an older state is found without asking anybody.
class MemoryTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();

    private Journal open() {
        return Journal.open(new Folder(dir.resolve("journal"), dir.resolve("journal.head")),
                hall.oneKeys, Hall.ONE, hall.clock(), _ -> {}, Hall.FAMILIES);
    }

    private void write(int count) {
        try (var journal = open()) {
            journal.append(Hall.HOST, hall.prices(count));
        }
    }

    private JournalFailure failure() {
        return assertThrows(JournalFailure.class, this::open);
    }

    @Test
    void findsAnOlderCopyOfTheWholeFolder() throws IOException {
        write(3);
        copy(dir.resolve("journal"), dir.resolve("old"));
        write(3);
        replace();
        var failure = failure();
        assertEquals("ROLLED_BACK", failure.code());
        assertTrue(failure.what().contains("10"), failure.what());
        assertTrue(failure.remedy().contains("两人"), failure.remedy());
    }

    @Test
    void findsACopyThatGrewAnotherWay() throws IOException {
        write(3);
        copy(dir.resolve("journal"), dir.resolve("old"));
        Files.copy(dir.resolve("journal.head"), dir.resolve("old.head"));
        write(3);
        Files.copy(dir.resolve("journal.head"), dir.resolve("new.head"));
        replace();
        Files.copy(dir.resolve("old.head"), dir.resolve("journal.head"),
                StandardCopyOption.REPLACE_EXISTING);
        write(9);
        Files.copy(dir.resolve("new.head"), dir.resolve("journal.head"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("ROLLED_BACK", failure().code());
    }

    @Test
    void findsThatTheDatabaseIsGone() throws IOException {
        write(3);
        Files.delete(dir.resolve("journal/journal.db"));
        assertEquals("GONE", failure().code());
        assertTrue(Files.notExists(dir.resolve("journal/journal.db")), "no fresh journal");
    }

    @Test
    void findsThatTheWriteAheadLogWasThrownAway() throws IOException {
        write(3);
        var journal = open();
        journal.append(Hall.HOST, hall.prices(5));
        journal.head();
        copy(dir.resolve("journal"), dir.resolve("old"));
        Files.copy(dir.resolve("journal.head"), dir.resolve("old.head"));
        journal.close();
        Files.delete(dir.resolve("old/journal.db-wal"));
        replace();
        Files.copy(dir.resolve("old.head"), dir.resolve("journal.head"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("ROLLED_BACK", failure().code());
    }

    @Test
    void saysThatItsMemoryIsMissingOrCannotBeRead() throws IOException {
        write(1);
        Files.delete(dir.resolve("journal.head"));
        write(1);
        Files.writeString(dir.resolve("journal.head"), "nonsense");
        write(1);
        try (var journal = open()) {
            assertEquals("[MEMORY_MISSING, MEMORY_UNREADABLE]",
                    journal.after(journal.origin(), 0).stream().map(Entry::fact)
                            .filter(IncidentNoted.class::isInstance)
                            .map(fact -> ((IncidentNoted) fact).code()).toList().toString());
        }
    }

    @Test
    void aMemorySignedBySomebodyElseIsNoMemory() {
        write(1);
        try (var other = new Hall().one(dir.resolve("other"))) {
            other.append(Hall.HOST, hall.prices(50));
        }
        assertTrue(dir.resolve("other/journal.head").toFile()
                .renameTo(dir.resolve("journal.head").toFile()));
        open().close();
    }

    private void replace() throws IOException {
        clear(dir.resolve("journal"));
        copy(dir.resolve("old"), dir.resolve("journal"));
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}

package venue.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import venue.domain.base.DeviceId;
import venue.journal.Audience;
import venue.journal.Families;
import venue.journal.Folder;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.JournalKeys;

/// What happens to folders besides power cuts (文件事故): a lost write-ahead log, an older copy put
/// back, two copies that both went on, a clock that goes back. Each is played and must be noticed.
final class Incidents {

    private static final DeviceId SIBLING = new DeviceId("crash-2");
    private static final Duration DAYS = Duration.ofDays(3);

    private final Path home;

    /// @param home an empty folder to work in
    Incidents(Path home) {
        this.home = home;
    }

    /// How an incident is played.
    interface Play {
        /// Plays it.
        ///
        /// @return what was noticed: the code of a failure, or `nothing`
        String run() throws IOException;
    }

    /// Something that is done to a folder.
    ///
    /// @param expected what must be noticed
    record Incident(String name, String expected, Play play) {}

    /// All of them; each needs a home of its own.
    List<Incident> all() {
        return List.of(
                new Incident("wal-deleted", "ROLLED_BACK", this::walDeleted),
                new Incident("database-deleted", "GONE", this::databaseDeleted),
                new Incident("older-database", "ROLLED_BACK", this::olderDatabase),
                new Incident("older-folder-memory-elsewhere", "ROLLED_BACK", this::olderFolder),
                new Incident("older-folder-with-memory", "nothing", this::wholeOlderFolder),
                new Incident("older-folder-seen-by-sibling", "RESTORED",
                        this::olderFolderAndSibling),
                new Incident("two-copies-went-on", "FORK", this::twoCopies),
                new Incident("clock-three-days-back", "nothing", this::clockBack));
    }

    private static void write(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            journal.append(Station.HOST, List.of(Desk.objection("事项 " + i)));
        }
    }

    private static Journal open(Path dir, Path memory) {
        return Journal.open(new Folder(dir, memory), Station.KEYS, Station.DEVICE,
                InstantSource.system(), _ -> {}, Families.house());
    }

    private static String opening(Path dir) {
        try (var journal = Station.open(dir)) {
            write(journal, 1);
            return "nothing";
        } catch (JournalFailure e) {
            return e.code();
        }
    }

    /// The power goes with entries in the log, and the log is thrown away as rubbish.
    private String walDeleted() throws IOException {
        var dir = home.resolve("running");
        var copy = home.resolve("copy");
        try (var journal = Station.open(dir)) {
            write(journal, 5);
            journal.head();
            Lab.copy(dir, copy);
        }
        Files.delete(copy.resolve("journal.db-wal"));
        return opening(copy);
    }

    private String databaseDeleted() throws IOException {
        var dir = written(5);
        Files.delete(dir.resolve("journal.db"));
        return opening(dir);
    }

    private Path written(int count) {
        var dir = home.resolve("journal");
        try (var journal = Station.open(dir)) {
            write(journal, count);
        }
        return dir;
    }

    private String olderDatabase() throws IOException {
        var dir = written(3);
        var kept = home.resolve("kept.db");
        Files.copy(dir.resolve("journal.db"), kept);
        written(3);
        Files.move(kept, dir.resolve("journal.db"), StandardCopyOption.REPLACE_EXISTING);
        return opening(dir);
    }

    /// The whole folder goes back, the memory outside of it does not.
    private String olderFolder() throws IOException {
        var dir = home.resolve("journal");
        var memory = home.resolve("memory");
        for (int round = 0; round < 2; round++) {
            try (var journal = open(dir, memory)) {
                write(journal, 3);
            }
            if (round == 0) {
                Lab.copy(dir, home.resolve("older"));
            }
        }
        try (var journal = open(home.resolve("older"), memory)) {
            write(journal, 1);
            return "nothing";
        } catch (JournalFailure e) {
            return e.code();
        }
    }

    /// Whoever puts back everything cannot be found on this machine.
    private String wholeOlderFolder() throws IOException {
        var dir = written(3);
        Lab.copy(dir, home.resolve("older"));
        written(3);
        return opening(home.resolve("older"));
    }

    private Journal sibling() {
        return Journal.open(home.resolve("sibling"),
                JournalKeys.fresh().knowing(Station.DEVICE, Station.KEYS.device().pub()), SIBLING,
                InstantSource.system(), _ -> {});
    }

    private static void show(Journal from, Journal to) {
        to.accept(from.range(from.origin(), 0, Math.toIntExact(from.size()), Audience.OWN_DESK));
    }

    private String olderFolderAndSibling() throws IOException {
        var dir = written(3);
        Lab.copy(dir, home.resolve("older"));
        written(3);
        try (var sibling = sibling()) {
            try (var newer = Station.open(dir)) {
                show(newer, sibling);
                var range = sibling.range(newer.origin(), 0, Math.toIntExact(newer.size()),
                        Audience.OWN_DESK);
                try (var older = Station.open(home.resolve("older"))) {
                    older.accept(range);
                }
            }
            return "nothing";
        } catch (JournalFailure e) {
            return e.code();
        }
    }

    private String twoCopies() throws IOException {
        var dir = written(3);
        var copy = home.resolve("copy");
        Lab.copy(dir, copy);
        try (var sibling = sibling();
                var one = Station.open(dir);
                var two = Station.open(copy)) {
            write(one, 2);
            write(two, 2);
            show(one, sibling);
            show(two, sibling);
            return "nothing";
        } catch (JournalFailure e) {
            return e.code();
        }
    }

    /// The order stays, and what is written on such a day is taken by a sibling.
    private String clockBack() throws IOException {
        var dir = written(3);
        try (var journal = Station.open(dir, () -> Instant.now().minus(DAYS));
                var sibling = sibling()) {
            write(journal, 3);
            var hybrids = journal.after(journal.origin(), 0).stream()
                    .map(entry -> entry.stamp().hybrid()).toList();
            show(journal, sibling);
            if (!hybrids.equals(hybrids.stream().sorted().distinct().toList())) {
                return "another order";
            }
            var own = journal.entries(Station.OPENING);
            return own.equals(sibling.entries(Station.OPENING)) && !own.isEmpty()
                    ? "nothing"
                    : "another view";
        } catch (JournalFailure e) {
            return e.code();
        }
    }
}

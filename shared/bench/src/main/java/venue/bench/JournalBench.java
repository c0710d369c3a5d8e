package venue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;

/// Durable appends of the journal against a bare SQLite transaction of about the same bytes under
/// the same pragmas, in alternating rounds; the median of the rounds' ratios counts.
final class JournalBench {

    private static final int ROUNDS = 7;
    private static final int APPENDS = 60;
    private static final int BYTES = 900;
    private static final double TARGET = 0.70;

    private JournalBench() {}

    static List<BenchCommand.Figure> figures() {
        try {
            var dir = Files.createTempDirectory("venue-bench");
            try {
                return List.of(new BenchCommand.Figure("journal.append/bare-sqlite",
                        ratio(dir), TARGET));
            } finally {
                clear(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double ratio(Path dir) throws SQLException {
        var author = new Author(new PersonId("P-BENCH"), "压测", Role.WITNESS,
                new TenderId("A0121110020261123001002"));
        var ratios = new ArrayList<Double>();
        try (var journal = Journal.open(dir.resolve("journal"), JournalKeys.fresh(),
                new DeviceId("bench-1"), InstantSource.system(), _ -> {});
                var bare = bare(dir)) {
            appendAll(journal, author);
            insertAll(bare, 0);
            for (int round = 1; round <= ROUNDS; round++) {
                long ours = appendAll(journal, author);
                long theirs = insertAll(bare, round);
                ratios.add((double) theirs / ours);
            }
        }
        ratios.sort(Comparator.naturalOrder());
        return ratios.get(ROUNDS / 2);
    }

    private static long appendAll(Journal journal, Author author) {
        long from = System.nanoTime();
        for (int i = 0; i < APPENDS; i++) {
            journal.append(author, List.of(new WitnessEvent.LogNoted(WatchStage.values()[0],
                    "第 " + i + " 条：" + "见证记录".repeat(20), author.person(),
                    Instant.ofEpochMilli(1_763_900_000_000L + i))));
        }
        return System.nanoTime() - from;
    }

    private static Connection bare(Path dir) throws SQLException {
        var db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("bare.db"));
        try (var statement = db.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            statement.execute("CREATE TABLE leaf(seq INTEGER PRIMARY KEY, data BLOB) STRICT");
        }
        db.setAutoCommit(false);
        return db;
    }

    private static long insertAll(Connection db, int round) throws SQLException {
        long from = System.nanoTime();
        try (var insert = db.prepareStatement("INSERT INTO leaf VALUES (?, ?)")) {
            for (int i = 0; i < APPENDS; i++) {
                insert.setInt(1, round * APPENDS + i);
                insert.setBytes(2, new byte[BYTES]);
                insert.executeUpdate();
                db.commit();
            }
        }
        return System.nanoTime() - from;
    }

    private static void clear(Path dir) throws IOException {
        try (var all = Files.walk(dir)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

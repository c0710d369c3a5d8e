package venue.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// SQLite with nothing around it: the same driver, the same pragmas, prepared statements, one
/// transaction an operation, the write-ahead log moved into the file after as many of them.
final class BareSqlite implements AutoCloseable {

    /// As the journal does.
    private static final int TIDY_EVERY = 1_000;

    private final Connection connection;
    private final List<PreparedStatement> inserts = new ArrayList<>();
    private final byte[] part;
    private long written;

    /// Each operation inserts `bytes` random bytes, spread evenly over `tables` tables.
    BareSqlite(Path file, int bytes, int tables) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        for (var pragma : List.of("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0",
                "mmap_size=0", "trusted_schema=OFF", "foreign_keys=ON")) {
            execute("PRAGMA " + pragma);
        }
        for (int i = 0; i < tables; i++) {
            execute("CREATE TABLE t" + i + "(seq INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT");
        }
        connection.setAutoCommit(false);
        for (int i = 0; i < tables; i++) {
            inserts.add(connection.prepareStatement("INSERT INTO t" + i + " VALUES(?,?)"));
        }
        part = new byte[bytes / tables];
        new Random(1).nextBytes(part);
    }

    /// Nanoseconds of `count` transactions.
    long run(int count) throws SQLException {
        long from = System.nanoTime();
        for (int i = 0; i < count; i++) {
            for (var insert : inserts) {
                insert.setLong(1, written);
                insert.setBytes(2, part);
                insert.executeUpdate();
            }
            connection.commit();
            written++;
            if (written % TIDY_EVERY == 0) {
                tidy();
            }
        }
        return System.nanoTime() - from;
    }

    private void tidy() throws SQLException {
        connection.setAutoCommit(true);
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
        connection.setAutoCommit(false);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var insert : inserts) {
            insert.close();
        }
        connection.close();
    }
}

package venue.centre.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import venue.centre.CentreFailure;

/// The centre's SQLite file. One connection, one caller at a time: a write is one transaction
/// that is on disk when it returns (WAL, FULL).
public final class Database implements AutoCloseable {

    private static final int SCHEMA = 1;
    private static final int TIDY_EVERY = 500;

    private final Path file;
    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();
    private long written;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Something done on the connection.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// One row of an answer.
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Opens the file, makes the tables where they are missing.
    public static Database open(Path file) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            for (var pragma : List.of("locking_mode=EXCLUSIVE", "journal_mode=WAL",
                    "synchronous=FULL", "wal_autocheckpoint=0", "mmap_size=0",
                    "trusted_schema=OFF", "foreign_keys=ON")) {
                run(connection, "PRAGMA " + pragma);
            }
            var database = new Database(file, connection);
            database.prepare();
            return database;
        } catch (SQLException e) {
            close(connection, e);
            throw failure(file, e);
        } catch (CentreFailure e) {
            close(connection, e);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection, Throwable because) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }

    private void prepare() {
        int version = read(c -> one(c, "PRAGMA user_version", row -> row.getInt(1)).orElse(0));
        if (version > SCHEMA) {
            throw new CentreFailure(CentreFailure.DATA_TOO_NEW, null, file);
        }
        write(c -> {
            if (version == 0) {
                for (var statement : Schema.STATEMENTS) {
                    run(c, statement);
                }
                run(c, "PRAGMA user_version=" + SCHEMA);
            }
            return version;
        });
    }

    /// Does `work` in one transaction; everything or nothing of it is kept.
    <T extends @Nullable Object> T write(Work<T> work) {
        turn.lock();
        try {
            run(connection, "BEGIN IMMEDIATE");
            boolean done = false;
            try {
                var result = work.on(connection);
                run(connection, "COMMIT");
                done = true;
                if (++written % TIDY_EVERY == 0) {
                    tidy();
                }
                return result;
            } finally {
                if (!done) {
                    rollback();
                }
            }
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            turn.unlock();
        }
    }

    /// Reads without changing anything.
    <T extends @Nullable Object> T read(Work<T> work) {
        turn.lock();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            turn.unlock();
        }
    }

    /// Moves the write-ahead log into the file and looks at the answer: an automatic checkpoint
    /// would swallow a disk error.
    private void tidy() throws SQLException {
        int busy = one(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1))
                .orElse(1);
        if (busy != 0) {
            throw new SQLException("the write-ahead log could not be moved");
        }
    }

    private void rollback() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    private static CentreFailure failure(Path file, SQLException e) {
        var code = switch (e.getErrorCode() & 0xff) {
            case 5, 6 -> CentreFailure.DATA_IN_USE;
            case 8, 14 -> CentreFailure.DATA_READ_ONLY;
            default -> CentreFailure.DATABASE;
        };
        return new CentreFailure(code, e, file);
    }

    static int run(Connection c, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(c, sql, values)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    static <T> List<T> rows(Connection c, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        var list = new ArrayList<T>();
        try (var statement = prepared(c, sql, values); var result = statement.executeQuery()) {
            while (result.next()) {
                list.add(row.of(result));
            }
        }
        return list;
    }

    static <T> Optional<T> one(Connection c, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return rows(c, sql, row, values).stream().findFirst();
    }

    private static PreparedStatement prepared(Connection c, String sql,
            @Nullable Object... values) throws SQLException {
        var statement = c.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Empties the write-ahead log into the file and lets go of it.
    @Override
    public void close() {
        turn.lock();
        try {
            if (!connection.isClosed()) {
                try {
                    tidy();
                } finally {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            turn.unlock();
        }
    }
}

package venue.journal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import venue.journal.JournalFailure;

/// One connection to one SQLite file: write-ahead log, every commit forced to the disk.
public final class Database implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean stopped;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// One row of an answer.
    public interface Row<T> {
        /// Reads the row under the cursor.
        T read(ResultSet row) throws SQLException;
    }

    /// Takes one row after the other.
    public interface RowSink {
        /// Looks at the row under the cursor.
        void take(ResultSet row) throws SQLException;
    }

    /// Statements that belong together.
    public interface Work<T> {
        /// Does them.
        T run() throws SQLException;
    }

    /// Opens or creates `file`.
    public static Database open(Path file) {
        Connection connection = null;
        try {
            connection = connect(file);
            var database = new Database(file, connection);
            Schema.prepare(database);
            connection.setAutoCommit(false);
            return database;
        } catch (SQLException e) {
            throw failure(file, closing(connection, e));
        } catch (JournalFailure e) {
            closing(connection, new SQLException(e));
            throw e;
        }
    }

    /// Opens `file` for reading only, as it stands: nothing is written, not even beside it. What a
    /// write-ahead log beside it holds is not seen.
    public static Database view(Path file) {
        Connection connection = null;
        try {
            connection = connect(file.toUri().toString().replaceFirst("^file:/+", "file:///")
                    + "?mode=ro&immutable=1");
            connection.setAutoCommit(false);
            return new Database(file, connection);
        } catch (SQLException e) {
            throw failure(file, closing(connection, e));
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return connect(file.toString());
    }

    private static Connection connect(String file) throws SQLException {
        var settings = new Properties();
        settings.setProperty("busy_timeout", "2000");
        settings.setProperty("jdbc.get_generated_keys", "false");
        var connection = JDBC.createConnection("jdbc:sqlite:" + file, settings);
        if (connection == null) {
            throw new SQLException("no SQLite driver for " + file);
        }
        return connection;
    }

    private static SQLException closing(@Nullable Connection connection, SQLException cause) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
        return cause;
    }

    /// Whether a disk error was seen: nothing more is written until the file is opened anew.
    public boolean isStopped() {
        return stopped;
    }

    /// Runs `work` and commits; on any trouble nothing of it stays.
    public <T> T transact(Work<T> work) {
        if (stopped) {
            throw JournalFailure.stopped();
        }
        try {
            var result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw noted(e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Exception cause) {
        try {
            forget();
            connection.rollback();
        } catch (SQLException e) {
            stopped = true;
            cause.addSuppressed(e);
        }
    }

    private JournalFailure noted(SQLException e) {
        var failure = failure(file, e);
        stopped |= failure.code().equals("DISK_ERROR");
        return failure;
    }

    /// A statement without an answer.
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Inserts or changes, within [#transact].
    public int update(String sql, Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    /// All rows of an answer.
    public <T> List<T> query(Row<T> row, String sql, Object... arguments) {
        var all = new ArrayList<T>();
        scan(rows -> all.add(row.read(rows)), sql, arguments);
        return all;
    }

    /// The rows of an answer, one after the other, without keeping them.
    public void scan(RowSink sink, String sql, Object... arguments) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows);
                }
            }
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    /// A statement that was prepared before and is kept for the next time.
    private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, arguments);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> throw new IllegalArgumentException("cannot bind " + arguments[i]);
            }
        }
    }

    private void forget() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    /// Moves the write-ahead log into the file and looks at what SQLite answers; an automatic
    /// checkpoint would swallow a disk error.
    public void tidy() {
        alone(() -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (!row.next() || row.getInt(1) != 0) {
                    throw new SQLException("the write-ahead log could not be moved");
                }
            }
        });
    }

    /// A copy of all that is committed in a file of its own, which must not exist yet.
    public void copyInto(Path target) {
        try {
            outside(() -> {
                try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
                    statement.setString(1, target.toString());
                    statement.execute();
                }
            });
        } catch (SQLException e) {
            throw failure(target, e);
        }
    }

    /// Gives the room of dropped tables back to the disk. No row changes.
    public void compact() {
        alone(() -> execute("VACUUM"));
        tidy();
    }

    /// Something to be done outside of a transaction.
    private interface Chore {
        void run() throws SQLException;
    }

    private void alone(Chore chore) {
        try {
            outside(chore);
        } catch (SQLException e) {
            var failure = noted(e);
            stopped |= !failure.code().equals("DISK_FULL");
            throw failure;
        }
    }

    private void outside(Chore chore) throws SQLException {
        if (stopped) {
            throw JournalFailure.stopped();
        }
        connection.commit();
        forget();
        connection.setAutoCommit(true);
        try {
            chore.run();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /// What SQLite itself says of its file: empty if all is well.
    public List<String> integrity() {
        return query(row -> row.getString(1), "PRAGMA integrity_check").stream()
                .filter(line -> !line.equals("ok")).toList();
    }

    @Override
    public void close() {
        try (var _ = connection) {
            if (!stopped) {
                forget();
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /// Closes after `cause`, which stays the trouble that is told.
    public void closeAfter(RuntimeException cause) {
        try {
            close();
        } catch (JournalFailure e) {
            cause.addSuppressed(e);
        }
    }

    /// What a clerk should hear of it.
    static JournalFailure failure(Path file, SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return JournalFailure.disk(file, e);
        }
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)) {
            case SQLITE_FULL -> JournalFailure.diskFull(file, e);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                JournalFailure.readOnly(file, e);
            case SQLITE_BUSY, SQLITE_LOCKED -> JournalFailure.inUse(file);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CONSTRAINT ->
                JournalFailure.fileDamaged(file, e);
            default -> JournalFailure.disk(file, e);
        };
    }
}

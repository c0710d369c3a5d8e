package venue.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// How many bytes stand in the columns of a SQLite file: texts and blobs by their length, numbers
/// as eight bytes.
final class StoredBytes {

    private StoredBytes() {}

    static long in(Path file) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            long sum = 0;
            for (var table : texts(db, "SELECT name FROM sqlite_schema WHERE type='table'")) {
                for (var column : texts(db,
                        "SELECT name FROM pragma_table_info('" + table + "')")) {
                    sum += Long.parseLong(texts(db, "SELECT ifnull(sum(CASE typeof(" + column
                            + ") WHEN 'null' THEN 0 WHEN 'integer' THEN 8 WHEN 'real' THEN 8"
                            + " ELSE length(CAST(" + column + " AS BLOB)) END),0) FROM " + table)
                            .getFirst());
                }
            }
            return sum;
        }
    }

    private static List<String> texts(Connection db, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = db.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}

package venue.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.domain.base.DeviceId;
import venue.journal.Origin;

/// The rows of one log: the own one in `leaf` … `receipt`, another log's in `foreign_leaf` ….
public final class LogTable {

    private final Database db;
    private final Origin origin;
    private final boolean own;
    private final String insertLeaf;
    private final String insertPayload;

    /// A row: exact leaf bytes, both hashes, the sealed payload if there is one. The arrays belong
    /// to whoever holds the row.
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    public record Row(long seq, byte[] leaf, byte[] sha256, byte[] sm3, byte @Nullable [] box) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && row.seq == seq && Arrays.equals(row.leaf, leaf)
                    && Arrays.equals(row.sha256, sha256) && Arrays.equals(row.sm3, sm3)
                    && Arrays.equals(row.box, box);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sha256);
        }

        @Override
        public String toString() {
            return "row " + seq;
        }
    }

    /// Takes one row after the other.
    public interface RowSink {
        /// Looks at a row.
        void take(Row row);
    }

    /// A checkpoint of tree `alg` (0 SHA-256, 1 SM3).
    public record Signed(int alg, long size, String note) {}

    /// A countersignature.
    public record Countersigned(int alg, long size, String witness, String line) {}

    public LogTable(Database db, Origin origin, boolean own) {
        this.db = db;
        this.origin = origin;
        this.own = own;
        this.insertLeaf = insert("leaf", 4);
        this.insertPayload = insert("payload", 2);
    }

    /// All logs that this file holds besides its own.
    public static List<Origin> foreign(Database db) {
        return db.query(
                row -> new Origin(new DeviceId(row.getString(1)), row.getInt(2)),
                "SELECT DISTINCT origin,generation FROM foreign_leaf ORDER BY 1,2");
    }

    /// The rows `from` … `to`-1.
    public List<Row> rows(long from, long to) {
        var rows = new ArrayList<Row>();
        each(from, to, rows::add);
        return rows;
    }

    /// The rows `from` … `to`-1, one after the other.
    public void each(long from, long to, RowSink sink) {
        var t = own ? "" : "foreign_";
        var join = own
                ? "p.seq=l.seq"
                : "p.origin=l.origin AND p.generation=l.generation AND p.seq=l.seq";
        var where = own ? "" : "l.origin=? AND l.generation=? AND ";
        db.scan(row -> sink.take(read(row)),
                "SELECT l.seq,l.data,l.h256,l.hsm3,p.box FROM " + t + "leaf l LEFT JOIN " + t
                        + "payload p ON " + join + " WHERE " + where
                        + "l.seq>=? AND l.seq<? ORDER BY l.seq",
                arguments(from, to));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4),
                row.getBytes(5));
    }

    /// How many leaves there are.
    public long count() {
        return db.query(row -> row.getLong(1), select("ifnull(max(seq)+1,0)", "leaf", ""),
                arguments()).getFirst();
    }

    /// Adds a leaf.
    public void add(Row row) throws SQLException {
        db.update(insertLeaf, arguments(row.seq(), row.leaf(), row.sha256(), row.sm3()));
        var box = row.box();
        if (box != null) {
            addPayload(row.seq(), box);
        }
    }

    /// Adds the payload of a leaf that came without one.
    public void addPayload(long seq, byte[] box) throws SQLException {
        db.update(insertPayload, arguments(seq, box));
    }

    /// Adds a signed checkpoint; the same again changes nothing.
    public void sign(Signed signed) throws SQLException {
        db.update(insert("checkpoint", 3).replace("INSERT", "INSERT OR IGNORE"),
                arguments(signed.alg(), signed.size(), signed.note()));
    }

    /// Adds a countersignature; the same again changes nothing.
    public void countersign(Countersigned line) throws SQLException {
        db.update(insert("receipt", 4).replace("INSERT", "INSERT OR IGNORE"),
                arguments(line.alg(), line.size(), line.witness(), line.line()));
    }

    /// The newest checkpoint of a tree.
    public Optional<Signed> newest(int alg) {
        return db.query(row -> new Signed(row.getInt(1), row.getLong(2), row.getString(3)),
                select("alg,size,note", "checkpoint", "alg=?") + " ORDER BY size DESC LIMIT 1",
                arguments(alg)).stream().findFirst();
    }

    /// The newest checkpoint of a tree that somebody countersigned.
    public Optional<Signed> newestCountersigned(int alg) {
        return db.query(row -> row.getLong(1),
                select("ifnull(max(size),-1)", "receipt", "alg=?"), arguments(alg)).stream()
                .findFirst().flatMap(size -> at(alg, size));
    }

    /// The checkpoint of a tree at a size.
    public Optional<Signed> at(int alg, long size) {
        return db.query(row -> new Signed(row.getInt(1), row.getLong(2), row.getString(3)),
                select("alg,size,note", "checkpoint", "alg=? AND size=?"), arguments(alg, size))
                .stream().findFirst();
    }

    /// All checkpoints of a tree, newest first.
    public List<Signed> checkpoints(int alg) {
        return db.query(row -> new Signed(row.getInt(1), row.getLong(2), row.getString(3)),
                select("alg,size,note", "checkpoint", "alg=?") + " ORDER BY size DESC",
                arguments(alg));
    }

    /// All countersignatures, oldest first.
    public List<Countersigned> countersignatures() {
        return db.query(
                row -> new Countersigned(row.getInt(1), row.getLong(2), row.getString(3),
                        row.getString(4)),
                select("alg,size,witness,line", "receipt", "") + " ORDER BY size,alg,witness",
                arguments());
    }

    private String select(String columns, String table, String condition) {
        var where = new ArrayList<String>();
        if (!own) {
            where.add("origin=? AND generation=?");
        }
        if (!condition.isEmpty()) {
            where.add(condition);
        }
        return "SELECT " + columns + " FROM " + (own ? "" : "foreign_") + table
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where));
    }

    private String insert(String table, int columns) {
        int all = own ? columns : columns + 2;
        return "INSERT INTO " + (own ? "" : "foreign_") + table + " VALUES("
                + "?,".repeat(all - 1) + "?)";
    }

    private Object[] arguments(Object... more) {
        if (own) {
            return more;
        }
        var all = new ArrayList<Object>(more.length + 2);
        all.add(origin.device().value());
        all.add(origin.generation());
        all.addAll(List.of(more));
        return all.toArray();
    }
}

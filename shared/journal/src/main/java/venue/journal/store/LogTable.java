package venue.journal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.journal.Origin;
import venue.journal.Stamp;

/// The rows of one log: the own one in `leaf` … `receipt`, another device's in `foreign_leaf` ….
public final class LogTable {

    private final Database db;
    private final Origin origin;
    private final boolean own;

    /// A row: exact leaf bytes, both hashes, the sealed payload if there is one.
    public record Row(long seq, Bytes leaf, Bytes sha256, Bytes sm3, Optional<Bytes> box) {}

    /// A checkpoint of tree `alg` (0 SHA-256, 1 SM3).
    public record Signed(int alg, long size, String note) {}

    /// A countersignature.
    public record Countersigned(int alg, long size, String witness, String line) {}

    /// Where an entry stands.
    public record Place(Origin origin, long seq) {}

    public LogTable(Database db, Origin origin, boolean own) {
        this.db = db;
        this.origin = origin;
        this.own = own;
    }

    /// All devices that this file holds logs of, besides its own.
    public static List<Origin> foreign(Database db) {
        return db.query(
                row -> new Origin(new DeviceId(row.getString(1)), row.getInt(2)),
                "SELECT DISTINCT origin,generation FROM foreign_leaf ORDER BY 1,2");
    }

    /// Where the entries of a tender stand, in the agreed order.
    public static List<Place> places(Database db, TenderId tender) {
        return db.query(
                row -> new Place(new Origin(new DeviceId(row.getString(1)), row.getInt(2)),
                        row.getLong(3)),
                "SELECT origin,generation,seq FROM place WHERE tender=?"
                        + " ORDER BY hybrid,origin,generation,seq",
                tender.value());
    }

    /// The rows `from` … `to`-1.
    public List<Row> rows(long from, long to) {
        var t = own ? "" : "foreign_";
        var join = own
                ? "p.seq=l.seq"
                : "p.origin=l.origin AND p.generation=l.generation AND p.seq=l.seq";
        var where = own ? "" : "l.origin=? AND l.generation=? AND ";
        return db.query(
                row -> new Row(row.getLong(1), Bytes.of(row.getBytes(2)),
                        Bytes.of(row.getBytes(3)), Bytes.of(row.getBytes(4)),
                        Optional.ofNullable(row.getBytes(5)).map(Bytes::of)),
                "SELECT l.seq,l.data,l.h256,l.hsm3,p.box FROM " + t + "leaf l LEFT JOIN " + t
                        + "payload p ON " + join + " WHERE " + where
                        + "l.seq>=? AND l.seq<? ORDER BY l.seq",
                arguments(from, to));
    }

    /// How many leaves there are.
    public long count() {
        return db.query(row -> row.getLong(1), select("ifnull(max(seq)+1,0)", "leaf", ""),
                arguments()).getFirst();
    }

    /// Adds a leaf.
    public void add(Row row) throws SQLException {
        db.update(insert("leaf", 4), arguments(row.seq(), row.leaf().array(), row.sha256().array(),
                row.sm3().array()));
        if (row.box().isPresent()) {
            addPayload(row.seq(), row.box().get());
        }
    }

    /// Adds the payload of a leaf that came without one.
    public void addPayload(long seq, Bytes box) throws SQLException {
        db.update(insert("payload", 2), arguments(seq, box.array()));
    }

    /// Notes where an entry stands in the order of its tender.
    public void place(Stamp stamp) throws SQLException {
        db.update("INSERT OR IGNORE INTO place VALUES(?,?,?,?,?)", stamp.tender().value(),
                stamp.hybrid(), origin.device().value(), origin.generation(), stamp.seq());
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

    /// The checkpoint of a tree at a size.
    public Optional<Signed> at(int alg, long size) {
        return db.query(row -> new Signed(row.getInt(1), row.getLong(2), row.getString(3)),
                select("alg,size,note", "checkpoint", "alg=? AND size=?"), arguments(alg, size))
                .stream().findFirst();
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
        var all = new ArrayList<Object>();
        if (!own) {
            all.add(origin.device().value());
            all.add(origin.generation());
        }
        all.addAll(List.of(more));
        return all.toArray();
    }
}

package venue.journal.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import venue.domain.base.TenderId;
import venue.journal.KnownTender;
import venue.journal.Origin;
import venue.journal.Stamp;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// The agreed order of the entries of each tender, over all logs.
public final class Places implements Projection {

    private static final String INSERT = "INSERT OR IGNORE INTO place VALUES(?,?,?,?,?)";
    private static final String OWN = """
            SELECT l.seq,l.data,l.h256,l.hsm3,y.box,p.origin,p.generation
            FROM place p JOIN leaf l ON l.seq=p.seq LEFT JOIN payload y ON y.seq=p.seq
            WHERE p.tender=? AND p.origin=? AND p.generation=? ORDER BY p.hybrid""";
    private static final String OTHERS = """
            SELECT l.seq,l.data,l.h256,l.hsm3,y.box,p.origin,p.generation
            FROM place p JOIN foreign_leaf l
              ON l.origin=p.origin AND l.generation=p.generation AND l.seq=p.seq
            LEFT JOIN foreign_payload y
              ON y.origin=p.origin AND y.generation=p.generation AND y.seq=p.seq
            WHERE p.tender=? AND NOT (p.origin=? AND p.generation=?)
            ORDER BY p.hybrid,p.origin,p.generation,p.seq""";

    /// A row of a log and whose it is.
    public interface Sink {
        /// Looks at a row.
        void take(String device, int generation, LogTable.Row row);
    }

    @Override
    public String name() {
        return "place";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                CREATE TABLE place(
                  tender TEXT NOT NULL, hybrid INTEGER NOT NULL, origin TEXT NOT NULL,
                  generation INTEGER NOT NULL, seq INTEGER NOT NULL,
                  PRIMARY KEY(tender,hybrid,origin,generation,seq)) STRICT, WITHOUT ROWID""");
    }

    @Override
    public void entry(Database db, Stamp stamp) throws SQLException {
        db.update(INSERT, stamp.tender().value(), stamp.hybrid(), stamp.device().value(),
                stamp.generation(), stamp.seq());
    }

    /// The rows of a tender in the own log, in order.
    public static void own(Database db, TenderId tender, Origin own, Sink sink) {
        db.scan(row -> take(row, sink), OWN, tender.value(), own.device().value(),
                own.generation());
    }

    /// The rows of a tender in all other logs, in order.
    public static void others(Database db, TenderId tender, Origin own, Sink sink) {
        db.scan(row -> take(row, sink), OTHERS, tender.value(), own.device().value(),
                own.generation());
    }

    /// The tenders that any log speaks of, the one written to last first. Counted from the order
    /// itself: a table of sums would cost every append a page of the disk, for a question that is
    /// asked when a screen opens.
    public static List<KnownTender> tenders(Database db) {
        return db.query(
                row -> new KnownTender(new TenderId(row.getString(1)), row.getLong(2),
                        time(row.getLong(3)), time(row.getLong(4))),
                "SELECT tender,count(*),min(hybrid),max(hybrid) FROM place GROUP BY tender"
                        + " ORDER BY 4 DESC,1");
    }

    private static Instant time(long hybrid) {
        return Instant.ofEpochMilli(hybrid >> Stamp.COUNTER_BITS);
    }

    private static void take(ResultSet row, Sink sink) throws SQLException {
        sink.take(row.getString(6), row.getInt(7), new LogTable.Row(row.getLong(1),
                row.getBytes(2), row.getBytes(3), row.getBytes(4), row.getBytes(5)));
    }
}

package venue.journal.projection;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import venue.domain.base.TenderId;
import venue.journal.KnownTender;
import venue.journal.Stamp;
import venue.journal.store.Database;

/// Which tenders this workstation knows, since when, how much was written and when last.
public final class Tenders implements Projection {

    private final Map<String, Sum> sums = new HashMap<>();

    private static final class Sum {
        long entries;
        long first = Long.MAX_VALUE;
        long last;
    }

    @Override
    public String name() {
        return "tender";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                CREATE TABLE tender(
                  tender TEXT PRIMARY KEY, entries INTEGER NOT NULL, first_at INTEGER NOT NULL,
                  last_at INTEGER NOT NULL) STRICT, WITHOUT ROWID""");
    }

    @Override
    public void start() {
        sums.clear();
    }

    @Override
    public void entry(Database db, Stamp stamp) {
        var sum = sums.computeIfAbsent(stamp.tender().value(), _ -> new Sum());
        long at = stamp.at().toEpochMilli();
        sum.entries++;
        sum.first = Math.min(sum.first, at);
        sum.last = Math.max(sum.last, at);
    }

    @Override
    public void settle(Database db) throws SQLException {
        for (var each : sums.entrySet()) {
            var sum = each.getValue();
            db.update("""
                    INSERT INTO tender VALUES(?,?,?,?) ON CONFLICT(tender) DO UPDATE SET
                      entries=entries+excluded.entries,
                      first_at=min(first_at,excluded.first_at),
                      last_at=max(last_at,excluded.last_at)""", each.getKey(), sum.entries,
                    sum.first, sum.last);
        }
        sums.clear();
    }

    /// All tenders, the one written to last first.
    public static List<KnownTender> all(Database db) {
        return db.query(
                row -> new KnownTender(new TenderId(row.getString(1)), row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4))),
                "SELECT tender,entries,first_at,last_at FROM tender ORDER BY last_at DESC,tender");
    }
}

package venue.journal.projection;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import venue.journal.Stamp;
import venue.journal.store.Database;

/// All projections of one database: kept up to date with every transaction, or made anew.
public final class Projections {

    private final Database db;
    private final List<Projection> all = List.of(new Places(), new BlobUses());

    public Projections(Database db) {
        this.db = db;
    }

    /// Whether the tables on the disk are whole and of this version.
    public boolean areCurrent() {
        var found = db.query(row -> row.getString(1) + " " + row.getInt(2),
                "SELECT name,version FROM projection");
        return all.stream().allMatch(each -> found.contains(each.name() + " " + each.version()));
    }

    /// Drops everything; until [#finished] the tables count as missing.
    public void begin() {
        db.transact(() -> {
            db.update("DELETE FROM projection");
            for (var each : all) {
                db.execute("DROP TABLE IF EXISTS " + each.name());
                for (var table : each.tables()) {
                    db.execute(table);
                }
            }
            return all.size();
        });
    }

    /// All entries were shown.
    public void finished() {
        db.transact(() -> {
            for (var each : all) {
                db.update("INSERT OR REPLACE INTO projection VALUES(?,?)", each.name(),
                        each.version());
            }
            return all.size();
        });
    }

    /// Shows an entry, within a transaction.
    public void entry(Stamp stamp, byte @Nullable [] payload) throws SQLException {
        for (var each : all) {
            each.entry(db, stamp);
            if (payload != null) {
                each.content(db, stamp, payload);
            }
        }
    }

    /// Shows content that came later than its entry, within a transaction.
    public void content(Stamp stamp, byte[] payload) throws SQLException {
        for (var each : all) {
            each.content(db, stamp, payload);
        }
    }
}

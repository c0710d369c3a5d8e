package venue.journal.projection;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.journal.Stamp;
import venue.journal.store.Database;

/// Which entry names which digest of 256 bits: from an entry to its blobs and back. Digests that
/// belong to no blob (of papers, of roots) stand here, too; whoever asks knows the blobs.
public final class BlobUses implements Projection {

    private static final int DIGITS = 64;

    @Override
    public String name() {
        return "blob_use";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("""
                CREATE TABLE blob_use(
                  digest TEXT NOT NULL, origin TEXT NOT NULL, generation INTEGER NOT NULL,
                  seq INTEGER NOT NULL, tender TEXT NOT NULL,
                  PRIMARY KEY(tender,digest,origin,generation,seq)) STRICT, WITHOUT ROWID""");
    }

    @Override
    public void content(Database db, Stamp stamp, byte[] payload) throws SQLException {
        for (var digest : digests(payload)) {
            db.update("INSERT OR IGNORE INTO blob_use VALUES(?,?,?,?,?)", digest,
                    stamp.device().value(), stamp.generation(), stamp.seq(),
                    stamp.tender().value());
        }
    }

    /// The JSON strings of exactly 64 hexadecimal digits.
    static List<String> digests(byte[] json) {
        var found = new ArrayList<String>();
        int run = 0;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (b >= '0' && b <= '9' || b >= 'a' && b <= 'f') {
                run++;
            } else {
                if (run == DIGITS && b == '"' && json[i - DIGITS - 1] == '"') {
                    found.add(new String(json, i - DIGITS, DIGITS, StandardCharsets.US_ASCII));
                }
                run = 0;
            }
        }
        return found;
    }

    /// The digests that the entries of a tender name.
    public static List<Digest> of(Database db, TenderId tender) {
        return db.query(row -> new Digest(row.getString(1)),
                "SELECT DISTINCT digest FROM blob_use WHERE tender=? ORDER BY digest",
                tender.value());
    }
}

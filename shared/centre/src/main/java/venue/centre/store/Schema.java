package venue.centre.store;

import java.util.ArrayList;
import java.util.List;

/// The centre's tables. What is evidence (leaves, checkpoints, alarms, the request book) can be
/// added to and never changed: triggers see to it.
final class Schema {

    static final List<String> STATEMENTS = statements();

    private Schema() {}

    private static List<String> statements() {
        var all = new ArrayList<String>(List.of("""
                CREATE TABLE device(id TEXT PRIMARY KEY, kind TEXT NOT NULL, room TEXT NOT NULL,
                    key TEXT NOT NULL, certificate TEXT NOT NULL UNIQUE, admitted TEXT NOT NULL,
                    contact TEXT, software TEXT, claimed INTEGER) STRICT""", """
                CREATE TABLE device_tender(device TEXT NOT NULL REFERENCES device(id),
                    tender TEXT NOT NULL, PRIMARY KEY(device, tender)) STRICT, WITHOUT ROWID""", """
                CREATE TABLE leaf(device TEXT NOT NULL, generation INTEGER NOT NULL,
                    seq INTEGER NOT NULL, data BLOB NOT NULL, payload BLOB, tender TEXT NOT NULL,
                    kind TEXT NOT NULL, at TEXT NOT NULL,
                    PRIMARY KEY(device, generation, seq)) STRICT""", """
                CREATE INDEX leaf_tender ON leaf(tender, device, generation)""", """
                CREATE TABLE checkpoint(origin TEXT NOT NULL, size INTEGER NOT NULL,
                    root BLOB NOT NULL, note TEXT NOT NULL, line TEXT NOT NULL, at TEXT NOT NULL,
                    PRIMARY KEY(origin, size)) STRICT, WITHOUT ROWID""", """
                CREATE TABLE alarm(id INTEGER PRIMARY KEY, at TEXT NOT NULL, device TEXT NOT NULL,
                    code TEXT NOT NULL, detail TEXT NOT NULL, proof BLOB) STRICT""", """
                CREATE TABLE audit(id INTEGER PRIMARY KEY, at TEXT NOT NULL, device TEXT,
                    certificate TEXT, method TEXT NOT NULL, path TEXT NOT NULL,
                    status INTEGER NOT NULL, code TEXT NOT NULL) STRICT""", """
                CREATE TABLE blob(sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL,
                    at TEXT NOT NULL) STRICT, WITHOUT ROWID""", """
                CREATE TABLE blob_device(sha256 TEXT NOT NULL REFERENCES blob(sha256),
                    device TEXT NOT NULL, PRIMARY KEY(sha256, device)) STRICT, WITHOUT ROWID""", """
                CREATE TABLE task(id TEXT PRIMARY KEY, kind TEXT NOT NULL, tender TEXT NOT NULL,
                    title TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
                    sha256 TEXT NOT NULL REFERENCES blob(sha256), origin TEXT NOT NULL,
                    at TEXT NOT NULL) STRICT""", """
                CREATE TABLE task_device(task TEXT NOT NULL REFERENCES task(id),
                    device TEXT NOT NULL, PRIMARY KEY(task, device)) STRICT, WITHOUT ROWID""", """
                CREATE TRIGGER leaf_gapless BEFORE INSERT ON leaf
                    WHEN NEW.seq <> (SELECT ifnull(max(seq) + 1, 0) FROM leaf
                        WHERE device = NEW.device AND generation = NEW.generation)
                    BEGIN SELECT RAISE(ABORT, 'gap'); END"""));
        for (var table : List.of("leaf", "checkpoint", "alarm", "audit", "task")) {
            for (var change : List.of("UPDATE", "DELETE")) {
                all.add("CREATE TRIGGER " + table + "_no_" + change + " BEFORE " + change + " ON "
                        + table + " BEGIN SELECT RAISE(ABORT, 'append-only'); END");
            }
        }
        return List.copyOf(all);
    }
}

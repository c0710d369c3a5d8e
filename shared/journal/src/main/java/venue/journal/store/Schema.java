package venue.journal.store;

import java.sql.SQLException;
import java.util.List;

/// The tables. Everything but the projections is append-only, and the database itself says so.
final class Schema {

    private static final List<String> PRAGMAS = List.of("PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0", "PRAGMA mmap_size=0",
            "PRAGMA trusted_schema=OFF", "PRAGMA foreign_keys=ON");

    private static final List<String> OWN = List.of("""
            CREATE TABLE IF NOT EXISTS meta(
              name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS leaf(
              seq INTEGER PRIMARY KEY, data BLOB NOT NULL,
              h256 BLOB NOT NULL CHECK(length(h256)=32),
              hsm3 BLOB NOT NULL CHECK(length(hsm3)=32)) STRICT""", """
            CREATE TABLE IF NOT EXISTS payload(
              seq INTEGER PRIMARY KEY REFERENCES leaf(seq), box BLOB NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS checkpoint(
              alg INTEGER, size INTEGER, note TEXT NOT NULL, PRIMARY KEY(alg,size)) STRICT""", """
            CREATE TABLE IF NOT EXISTS receipt(
              alg INTEGER, size INTEGER, witness TEXT, line TEXT NOT NULL,
              PRIMARY KEY(alg,size,witness)) STRICT""");

    private static final List<String> FOREIGN = List.of("""
            CREATE TABLE IF NOT EXISTS foreign_leaf(
              origin TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL,
              data BLOB NOT NULL, h256 BLOB NOT NULL CHECK(length(h256)=32),
              hsm3 BLOB NOT NULL CHECK(length(hsm3)=32),
              PRIMARY KEY(origin,generation,seq)) STRICT""", """
            CREATE TABLE IF NOT EXISTS foreign_payload(
              origin TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL,
              box BLOB NOT NULL, PRIMARY KEY(origin,generation,seq),
              FOREIGN KEY(origin,generation,seq)
                REFERENCES foreign_leaf(origin,generation,seq)) STRICT""", """
            CREATE TABLE IF NOT EXISTS foreign_checkpoint(
              origin TEXT NOT NULL, generation INTEGER NOT NULL, alg INTEGER NOT NULL,
              size INTEGER NOT NULL, note TEXT NOT NULL,
              PRIMARY KEY(origin,generation,alg,size)) STRICT""", """
            CREATE TABLE IF NOT EXISTS foreign_receipt(
              origin TEXT NOT NULL, generation INTEGER NOT NULL, alg INTEGER NOT NULL,
              size INTEGER NOT NULL, witness TEXT NOT NULL, line TEXT NOT NULL,
              PRIMARY KEY(origin,generation,alg,size,witness)) STRICT""");

    private static final List<String> ORDER = List.of("""
            CREATE TABLE IF NOT EXISTS projection(
              name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT""", """
            CREATE TRIGGER IF NOT EXISTS leaf_no_gap BEFORE INSERT ON leaf
            WHEN NEW.seq<>(SELECT ifnull(max(seq)+1,0) FROM leaf)
            BEGIN SELECT RAISE(ABORT,'gap'); END""", """
            CREATE TRIGGER IF NOT EXISTS foreign_leaf_no_gap BEFORE INSERT ON foreign_leaf
            WHEN NEW.seq<>(SELECT ifnull(max(seq)+1,0) FROM foreign_leaf
              WHERE origin=NEW.origin AND generation=NEW.generation)
            BEGIN SELECT RAISE(ABORT,'gap'); END""");

    private Schema() {}

    static void prepare(Database db) throws SQLException {
        for (var pragma : PRAGMAS) {
            db.execute(pragma);
        }
        for (var tables : List.of(OWN, FOREIGN, ORDER)) {
            for (var statement : tables) {
                db.execute(statement);
            }
        }
        for (var table : List.of("meta", "leaf", "payload", "checkpoint", "receipt",
                "foreign_leaf", "foreign_payload", "foreign_checkpoint", "foreign_receipt")) {
            for (var act : List.of("UPDATE", "DELETE")) {
                db.execute("CREATE TRIGGER IF NOT EXISTS " + table + "_no_" + act + " BEFORE " + act
                        + " ON " + table + " BEGIN SELECT RAISE(ABORT,'append-only'); END");
            }
        }
    }
}

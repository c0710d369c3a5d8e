/// The local cache: an append-only log of what happened at this desk, in two Merkle trees, signed.
@org.jspecify.annotations.NullMarked module venue.journal {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires transitive venue.domain;
    requires transitive venue.crypto;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires com.fasterxml.jackson.databind;

    exports venue.journal;
    exports venue.journal.keeping;
    exports venue.journal.proof;
}

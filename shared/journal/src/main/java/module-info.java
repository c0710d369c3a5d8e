/// The local cache: an append-only, hash-linked record of what happened at this desk.
@org.jspecify.annotations.NullMarked module venue.journal {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.crypto;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires com.fasterxml.jackson.databind;

}

/// The reference central server; the same program is the room hub.
@org.jspecify.annotations.NullMarked module venue.centre {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires transitive venue.domain;
    requires transitive venue.sync;
    requires transitive venue.parcel;
    requires transitive venue.journal;
    requires transitive venue.crypto;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.util;
    requires org.slf4j;

    exports venue.centre;
}

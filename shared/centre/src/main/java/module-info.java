/// The reference central server; the same program is the room hub.
@org.jspecify.annotations.NullMarked module venue.centre {
    requires static transitive org.jspecify;
    requires transitive venue.sync;
    requires transitive venue.parcel;
    requires transitive venue.journal;
    requires transitive venue.crypto;
    requires org.eclipse.jetty.server;
    requires org.slf4j;

}

/// Journal and centre, kept equal over HTTPS.
@org.jspecify.annotations.NullMarked module venue.sync {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires transitive venue.domain;
    requires transitive venue.journal;
    requires transitive venue.parcel;
    requires transitive venue.crypto;
    requires okhttp3;
    requires okio;
    requires kotlin.stdlib;
    requires org.slf4j;
    requires com.fasterxml.jackson.databind;

    exports venue.sync;
    exports venue.sync.wire;
}

/// Evidence taken in: files, pictures, screens; hashed in the pass that writes.
@org.jspecify.annotations.NullMarked module venue.capture {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.words;
    requires transitive venue.crypto;
    requires transitive venue.journal;

    exports venue.capture;
}

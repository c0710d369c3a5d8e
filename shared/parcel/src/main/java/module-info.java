/// One signed, optionally sealed container of many files, and the bidder's two commands for it.
@org.jspecify.annotations.NullMarked module venue.parcel {
    requires static transitive org.jspecify;
    requires transitive venue.crypto;
    requires com.fasterxml.jackson.databind;

    exports venue.parcel;
}

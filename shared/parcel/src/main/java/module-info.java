/// One signed, optionally sealed container of many files.
@org.jspecify.annotations.NullMarked module venue.parcel {
    requires static transitive org.jspecify;
    requires transitive venue.crypto;
    requires com.fasterxml.jackson.databind;

}

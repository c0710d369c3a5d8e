/// The offline verifier of archives: numbered checks, three-valued.
@org.jspecify.annotations.NullMarked module venue.verifier {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.crypto;
    requires transitive venue.words;
    requires venue.parcel;
    requires com.fasterxml.jackson.databind;

    exports venue.verifier;
}

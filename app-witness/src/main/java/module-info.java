/// 见证: what the witnesses see and keep.
@org.jspecify.annotations.NullMarked module venue.witness {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.words;
    requires transitive venue.crypto;
    requires venue.parcel;
    requires venue.journal;
    requires transitive venue.workstation;
    requires transitive venue.documents;
    requires venue.sync;
    requires transitive venue.capture;
    requires transitive venue.ui;
    requires javafx.controls;

    exports venue.witness;
    exports venue.witness.paper;
}

/// 见证: what the witnesses see and keep.
@org.jspecify.annotations.NullMarked module venue.witness {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires venue.crypto;
    requires venue.parcel;
    requires venue.journal;
    requires venue.workstation;
    requires venue.documents;
    requires venue.sync;
    requires venue.capture;
    requires venue.ui;
    requires javafx.controls;

}

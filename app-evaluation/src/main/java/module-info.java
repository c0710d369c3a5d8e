/// 评标: what the experts see and do.
@org.jspecify.annotations.NullMarked module venue.evaluation {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires venue.crypto;
    requires venue.parcel;
    requires venue.journal;
    requires venue.workstation;
    requires venue.documents;
    requires venue.sync;
    requires venue.ui;
    requires javafx.controls;

}

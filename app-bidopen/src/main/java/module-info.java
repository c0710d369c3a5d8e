/// 开标: what the hall staff and the hall screen see.
@org.jspecify.annotations.NullMarked module venue.bidopen {
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

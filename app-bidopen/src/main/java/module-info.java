/// 开标: what the hall staff and the hall screen see.
@org.jspecify.annotations.NullMarked module venue.bidopen {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.documents;
    requires transitive venue.ui;
    requires venue.crypto;
    requires venue.tokens;
    requires venue.parcel;
    requires venue.journal;
    requires venue.workstation;
    requires venue.sync;
    requires javafx.controls;

    exports venue.bidopen;
    exports venue.bidopen.paper;
}

/// 评标: what the experts see and do.
@org.jspecify.annotations.NullMarked module venue.evaluation {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.words;
    requires transitive venue.crypto;
    requires venue.parcel;
    requires venue.journal;
    requires transitive venue.workstation;
    requires transitive venue.documents;
    requires venue.sync;
    requires transitive venue.ui;
    requires javafx.controls;
    requires org.slf4j;

    exports venue.evaluation;
    exports venue.evaluation.paper;
}

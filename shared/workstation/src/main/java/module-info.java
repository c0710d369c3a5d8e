/// A person at a desk: sign-in, roles, the command loop, start-up steps that can be taken back.
@org.jspecify.annotations.NullMarked module venue.workstation {
    requires static transitive org.jspecify;
    requires transitive venue.words;
    requires transitive venue.domain;
    requires transitive venue.crypto;
    requires transitive venue.journal;
    requires org.slf4j;

    exports venue.workstation;
}

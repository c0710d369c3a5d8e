/// The one Chinese words that screens and documents share.
@org.jspecify.annotations.NullMarked module venue.words {
    requires static transitive org.jspecify;

    exports venue.words;
}

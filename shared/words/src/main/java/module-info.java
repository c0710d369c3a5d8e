/// What the house says and in which letters: words by language, failures that explain themselves,
/// the typeface.
@org.jspecify.annotations.NullMarked module venue.words {
    requires static transitive org.jspecify;

    exports venue.words;
}

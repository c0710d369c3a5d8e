/// Theme, controls, words, the one door to the screen thread, navigation, the status bar.
@org.jspecify.annotations.NullMarked module venue.ui {
    requires static transitive org.jspecify;
    requires transitive venue.workstation;
    requires transitive venue.words;
    requires transitive javafx.controls;
    requires org.slf4j;

    exports venue.ui;
}

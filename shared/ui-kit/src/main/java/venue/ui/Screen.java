package venue.ui;

import javafx.scene.Parent;

/// One page of an application, shown inside the [Shell].
public interface Screen {

    /// Its name for navigation and tests, kebab-case.
    String id();

    /// Builds its nodes. Called each time the screen comes up and again when the language changes,
    /// so the words are read inside; what must stay lives in the screen's model.
    Parent node();

    /// Called when the screen has come up.
    default void shown() {}

    /// Called when another screen takes its place.
    default void hidden() {}
}

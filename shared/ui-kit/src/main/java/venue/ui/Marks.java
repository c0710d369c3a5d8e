package venue.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Small drawn signs, so that none depends on a typeface and all grow with the text.
final class Marks {

    private Marks() {}

    static Node tick() {
        return drawn("mark-tick");
    }

    static Node alert() {
        return drawn("mark-alert");
    }

    /// A round dot in the colour of its tone.
    static Node dot(Tone tone) {
        var dot = new StackPane();
        dot.getStyleClass().setAll("dot", tone.style());
        return dot;
    }

    private static Region drawn(String style) {
        var mark = new Region();
        mark.getStyleClass().setAll("mark", style);
        return mark;
    }
}

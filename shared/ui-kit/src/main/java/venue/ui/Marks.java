package venue.ui;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// Small drawn signs, so that none depends on a typeface.
final class Marks {

    private static final String TICK = "M2 8 L6 12 L14 3";
    private static final String ALERT = "M7 1 L7 8 M7 11.2 L7 12.4";

    private Marks() {}

    static Node tick() {
        return drawn(TICK, "mark-tick");
    }

    static Node alert() {
        return drawn(ALERT, "mark-alert");
    }

    /// A round dot in the colour of its tone.
    static Node dot(Tone tone) {
        var dot = new StackPane();
        dot.getStyleClass().setAll("dot", tone.style());
        return dot;
    }

    private static SVGPath drawn(String path, String style) {
        var mark = new SVGPath();
        mark.setContent(path);
        mark.getStyleClass().setAll("mark", style);
        return mark;
    }
}

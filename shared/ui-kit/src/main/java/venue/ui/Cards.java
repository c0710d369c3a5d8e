package venue.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Surfaces and lines of text that every screen is put together from.
public final class Cards {

    private Cards() {}

    /// A page: heading, one sentence that says what to do here, then the parts below each other.
    public static VBox page(String heading, String lead, Node... parts) {
        var head = new VBox(heading(heading));
        head.getStyleClass().add("page-head");
        if (!lead.isEmpty()) {
            head.getChildren().add(lead(lead));
        }
        var page = new VBox(head);
        page.getChildren().addAll(parts);
        page.getStyleClass().add("page");
        return page;
    }

    /// A white surface with a title.
    public static VBox card(String title, Node... parts) {
        var card = new VBox();
        if (!title.isEmpty()) {
            card.getChildren().add(styled(title, "card-title"));
        }
        card.getChildren().addAll(parts);
        card.getStyleClass().add("card");
        return card;
    }

    /// Parts side by side; the last one takes what is left when it `grows`.
    public static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("parts");
        return row;
    }

    /// Parts side by side that go to the next line when the window is narrow.
    public static FlowPane wrap(Node... parts) {
        var flow = new FlowPane(parts);
        flow.getStyleClass().add("parts-wrap");
        return flow;
    }

    /// Lets `part` take the space that is left in a row or column.
    public static <T extends Node> T grow(T part) {
        HBox.setHgrow(part, Priority.ALWAYS);
        VBox.setVgrow(part, Priority.ALWAYS);
        if (part instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        return part;
    }

    /// Empty space that pushes its neighbours apart.
    public static Pane gap() {
        return grow(new Pane());
    }

    /// One big figure with its name, e.g. 已签到 5.
    public static VBox figure(String id, String name, ObservableValue<String> value) {
        var figure = styled("", "figure-value");
        figure.setId(id);
        figure.textProperty().bind(value);
        figure.setMinWidth(Label.USE_PREF_SIZE);
        var box = new VBox(figure, styled(name, "figure-name"));
        box.getStyleClass().add("figure");
        return box;
    }

    /// Title of a screen.
    public static Label heading(String text) {
        return styled(text, "heading");
    }

    /// Title of a part of a screen.
    public static Label subheading(String text) {
        return styled(text, "subheading");
    }

    /// The sentence under a heading.
    public static Label lead(String text) {
        return styled(text, "lead");
    }

    /// Running text that wraps.
    public static Label text(String text) {
        return styled(text, "text");
    }

    /// Quiet text that wraps.
    public static Label hint(String text) {
        return styled(text, "hint");
    }

    /// A fingerprint or code, in groups of four so that it can be read aloud; the whole stands in
    /// the accessible text.
    public static Label code(String hex) {
        var label = styled(hex.replaceAll("(.{4})(?=.)", "$1 "), "code");
        label.setAccessibleText(hex);
        return label;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}

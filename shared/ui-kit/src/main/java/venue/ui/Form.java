package venue.ui;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names on the left, controls on the right, in the order of the Tab key.
public final class Form {

    private final GridPane grid = new GridPane();
    private int rows;

    /// An empty form.
    public Form() {
        grid.getStyleClass().add("form");
        var names = new ColumnConstraints();
        names.setMinWidth(GridPane.USE_PREF_SIZE);
        var controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, controls);
    }

    /// Adds a named control.
    public Form row(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("form-name");
        label.setLabelFor(control);
        GridPane.setValignment(label, control instanceof TextArea ? VPos.TOP : VPos.CENTER);
        if (control instanceof Control c) {
            c.setMaxWidth(Double.MAX_VALUE);
            if (c.getAccessibleText() == null && !(c instanceof Label)) {
                c.setAccessibleText(name);
            }
        }
        grid.addRow(rows++, label, control);
        return this;
    }

    /// Adds a named control with a quiet sentence under it.
    public Form row(String name, Node control, String hint) {
        row(name, control);
        grid.add(Cards.hint(hint), 1, rows++);
        return this;
    }

    /// Adds a named text that cannot be changed.
    public Form fact(String name, String value) {
        var label = Cards.text(value);
        label.getStyleClass().add("form-fact");
        return row(name, label);
    }

    /// Adds something without a name, e.g. the buttons.
    public Form line(Node node) {
        grid.add(node, 1, rows++);
        return this;
    }

    /// The form's nodes.
    public GridPane node() {
        return grid;
    }
}

package venue.evaluation.parts;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// A ruled grid with heads: items down, bids across. Everything in it can be a control.
public final class Matrix {

    private final GridPane grid = new GridPane();
    private final int columns;
    private int rows;

    /// A grid whose first column is `firstWidth` wide; the other `columns` share the rest.
    public Matrix(String id, double firstWidth, int columns) {
        this.columns = columns;
        grid.setId(id);
        grid.getStyleClass().add("matrix");
        var first = new ColumnConstraints();
        first.setMinWidth(firstWidth);
        first.setPrefWidth(firstWidth);
        grid.getColumnConstraints().add(first);
        for (int i = 0; i < columns; i++) {
            var each = new ColumnConstraints();
            each.setHgrow(Priority.ALWAYS);
            each.setPercentWidth(-1);
            each.setMinWidth(90);
            each.setPrefWidth(120);
            each.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(each);
        }
    }

    /// Adds a row of heads.
    public Matrix head(String... texts) {
        return row("matrix-head", texts);
    }

    /// Adds a row that belongs to the rows below.
    public Matrix band(String text) {
        var label = label(text);
        var cell = cell(label, "matrix-band");
        grid.add(cell, 0, rows++, columns + 1, 1);
        return this;
    }

    /// Adds a row of texts.
    public Matrix row(String style, String... texts) {
        var nodes = new Node[texts.length];
        for (int i = 0; i < texts.length; i++) {
            nodes[i] = label(texts[i]);
        }
        return row(style, nodes);
    }

    /// Adds a row.
    public Matrix row(String style, Node... nodes) {
        for (int i = 0; i < nodes.length; i++) {
            var cell = cell(nodes[i], style);
            cell.getStyleClass().add(i == 0 ? "matrix-first" : "matrix-other");
            GridPane.setValignment(cell, VPos.CENTER);
            grid.add(cell, i, rows);
        }
        rows++;
        return this;
    }

    /// The grid.
    public GridPane node() {
        return grid;
    }

    /// A text that wraps.
    public static Label label(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static StackPane cell(Node node, String style) {
        var cell = new StackPane(node);
        cell.getStyleClass().addAll("matrix-cell", style);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return cell;
    }
}

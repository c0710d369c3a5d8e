package venue.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Tables of the house: clear heads, zebra rows, figures to the right, states as chips.
///
/// @param <R> what a row shows
public final class Tables<R> {

    private final TableView<R> table;

    private Tables(ObservableList<R> rows) {
        table = new TableView<>(rows);
        table.getStyleClass().add("venue-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(220);
        table.setMinHeight(140);
        table.setPlaceholder(Cards.hint(Say.it("table.empty")));
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    /// A table over `rows`, with its id for tests.
    public static <R> Tables<R> of(String id, ObservableList<R> rows) {
        var tables = new Tables<>(rows);
        tables.table.setId(id);
        return tables;
    }

    /// A column of text; long text wraps.
    public Tables<R> column(String head, Function<R, String> text) {
        return column(head, 0, text);
    }

    /// A column of text that likes to be `width` wide at normal text size.
    public Tables<R> column(String head, double width, Function<R, String> text) {
        var column = this.<String>added(head, width, text);
        column.setCellFactory(_ -> new TextCell<>());
        return this;
    }

    /// A column of amounts or points, to the right, figures of equal width.
    public Tables<R> figures(String head, double width, Function<R, String> text) {
        var column = this.<String>added(head, width, text);
        column.getStyleClass().add("figures");
        return this;
    }

    /// A column of states.
    public Tables<R> chips(String head, double width, Function<R, Chip> chip) {
        var column = this.<Chip>added(head, width, chip);
        column.setCellFactory(_ -> new ChipCell<>());
        return this;
    }

    /// A column of controls, e.g. a quiet button for each row.
    public Tables<R> controls(String head, double width, Function<R, Node> node) {
        var column = this.<R>added(head, width, row -> row);
        column.setCellFactory(_ -> new NodeCell<>(node));
        column.setSortable(false);
        return this;
    }

    /// What stands in the empty table.
    public Tables<R> whenEmpty(String text) {
        table.setPlaceholder(Cards.hint(text));
        return this;
    }

    /// Height that shows about `rows` rows without scrolling.
    public Tables<R> tall(int rows) {
        table.setPrefHeight(46.0 + rows * 40.0);
        return this;
    }

    /// The table.
    public TableView<R> node() {
        return table;
    }

    private <T> TableColumn<R, T> added(String head, double width, Function<R, T> value) {
        var column = new TableColumn<R, T>(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setReorderable(false);
        if (width > 0) {
            column.setPrefWidth(width);
            column.setMinWidth(width * 0.7);
        }
        table.getColumns().add(column);
        return column;
    }

    private static final class TextCell<R> extends TableCell<R, String> {

        private final Label label = new Label();

        TextCell() {
            label.setWrapText(true);
            label.getStyleClass().add("cell-text");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            label.setText(empty || item == null ? "" : item);
            setGraphic(empty ? null : label);
        }
    }

    private static final class ChipCell<R> extends TableCell<R, Chip> {

        @Override
        protected void updateItem(@Nullable Chip chip, boolean empty) {
            super.updateItem(chip, empty);
            setGraphic(empty || chip == null ? null : chip.node());
        }
    }

    private static final class NodeCell<R> extends TableCell<R, R> {

        private final Function<R, Node> node;

        NodeCell(Function<R, Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
        }
    }
}

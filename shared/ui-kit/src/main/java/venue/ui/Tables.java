package venue.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Tables of the house: clear heads, zebra rows, figures to the right, states as chips.
///
/// @param <R> what a row shows
public final class Tables<R> {

    private static final double FONT_SIZE = 15;
    private static final double HALL_FONT_SIZE = 33;

    private final TableView<R> table;
    private double height = 220;
    private double scale = 1;

    private Tables(ObservableList<R> rows) {
        table = new TableView<>(rows);
        table.getStyleClass().add("venue-table");
        fit(1);
        table.widthProperty().addListener((_, _, _) -> fit(scale));
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
        height = 46.0 + rows * 40.0;
        fit(scale);
        return this;
    }

    /// The table.
    public TableView<R> node() {
        return table;
    }

    private <T> TableColumn<R, T> added(String head, double width, Function<R, T> value) {
        var column = new TableColumn<R, T>();
        var name = new Label(head);
        name.getStyleClass().add("column-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        widen(column, width, scale);
        name.fontProperty().addListener((_, _, font) -> FxThread.later(() -> {
            widen(column, width, scale(font.getSize()));
            fit(scale(font.getSize()));
        }));
        column.setGraphic(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    /// How much larger than normal the text is. The hall's screen is measured in its own pixels.
    private static double scale(double fontSize) {
        return fontSize < HALL_FONT_SIZE ? fontSize / FONT_SIZE : 1;
    }

    /// Widths follow the size of the text; columns without one take what is left.
    private static void widen(TableColumn<?, ?> column, double width, double scale) {
        if (width > 0) {
            column.setPrefWidth(width * scale);
            column.setMinWidth(width * scale * 0.8);
            column.setMaxWidth(width * scale * 1.3);
        } else {
            column.setPrefWidth(240 * scale);
            column.setMinWidth(120 * scale);
        }
    }

    /// Large text: taller, and where the columns cannot fit they are scrolled, never cut.
    private void fit(double textScale) {
        scale = textScale;
        table.setMinHeight(140 * scale);
        table.setPrefHeight(height * scale);
        double least = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        boolean fits = table.getWidth() <= 0 || least < table.getWidth() - 20;
        table.setColumnResizePolicy(fits
                ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }

    /// Text that wraps at the column's width, in a row as tall as it needs; never shortened.
    private static final class TextCell<R> extends TableCell<R, String> {

        private final Text text = new Text();

        TextCell() {
            text.getStyleClass().add("cell-text");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            widthProperty().addListener((_, _, _) -> fit());
            paddingProperty().addListener((_, _, _) -> fit());
        }

        private void fit() {
            double width = getWidth() - getPadding().getLeft() - getPadding().getRight() - 2;
            text.setWrappingWidth(Math.max(width, 20));
            requestLayout();
            var row = getTableRow();
            if (row != null) {
                row.requestLayout();
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            text.setText(empty || item == null ? "" : item);
            setAccessibleText(text.getText());
            setGraphic(empty ? null : text);
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

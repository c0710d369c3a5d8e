package venue.bidopen.hall;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import venue.bidopen.session.Say;
import venue.ui.Cards;
import venue.ui.Tables;

/// Draws what everybody in the hall may see. Ids: `#hall-phase`, `#hall-left`, `#hall-bids`,
/// `#hall-draw`.
public final class HallView {

    private final StringProperty phase = new SimpleStringProperty("");
    private final StringProperty countdown = new SimpleStringProperty("");
    private final StringProperty left = new SimpleStringProperty("");
    private final StringProperty drawn = new SimpleStringProperty("");
    private final ObservableList<HallSheet.Row> rows = FXCollections.observableArrayList();
    private final HBox figures = new HBox();
    private final VBox table = new VBox();
    private final VBox root;
    private boolean prices = true;

    /// An empty picture.
    public HallView() {
        figures.getStyleClass().add("parts");
        var title = label("hall-phase", "heading", phase);
        var head = Cards.row(title, Cards.gap(), label("hall-countdown", "subheading", countdown),
                label("hall-left", "heading", left));
        var draw = label("hall-draw", "subheading", drawn);
        var facts = Cards.row(figures, Cards.gap(), draw);
        table.setFillWidth(true);
        table.setStyle("-fx-font-size: 30px;");
        root = new VBox(10, head, facts, Cards.grow(table));
        shape(false);
    }

    /// The nodes.
    public Parent node() {
        return root;
    }

    /// Shows `sheet`.
    public void show(HallSheet sheet) {
        phase.set(sheet.phase());
        countdown.set(sheet.countdown());
        left.set(sheet.left());
        drawn.set(String.join("\n", sheet.drawn()));
        figures.getChildren().setAll(sheet.figures().stream().map(HallView::figure).toList());
        shape(sheet.prices());
        if (!rows.equals(sheet.rows())) {
            rows.setAll(sheet.rows());
        }
    }

    private static Node figure(HallSheet.Figure figure) {
        return label("hall-figure", "subheading",
                new SimpleStringProperty(figure.name() + " " + figure.value() + "　"));
    }

    private void shape(boolean withPrices) {
        if (withPrices == prices) {
            return;
        }
        prices = withPrices;
        table.getChildren().setAll(withPrices ? priceTable() : nameTable());
    }

    private TableView<HallSheet.Row> nameTable() {
        return Tables.of("hall-bids", rows)
                .figures(Say.it("column.number"), 70, HallSheet.Row::number)
                .column(Say.it("column.bidder"), 450, HallSheet.Row::name)
                .column(Say.it("hall.received-at"), 160, HallSheet.Row::received)
                .chips(Say.it("column.state"), 160, HallSheet.Row::state)
                .whenEmpty(Say.it("hall.hidden")).node();
    }

    private TableView<HallSheet.Row> priceTable() {
        return Tables.of("hall-bids", rows)
                .figures(Say.it("column.number"), 46, HallSheet.Row::number)
                .column(Say.it("column.bidder"), 220, HallSheet.Row::name)
                .figures(Say.it("hall.price"), 138, HallSheet.Row::price)
                .column(Say.it("column.words"), 345, HallSheet.Row::words)
                .figures(Say.it("hall.days"), 62, HallSheet.Row::days)
                .chips(Say.it("column.state"), 92, HallSheet.Row::state).node();
    }

    private static Label label(String id, String style, StringProperty text) {
        var label = Cards.text("");
        label.setId(id);
        label.getStyleClass().setAll("label", style);
        label.setWrapText(false);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.textProperty().bind(text);
        return label;
    }
}

package venue.bidopen.screen.reading;

import java.util.function.Function;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Screen;
import venue.ui.Tables;

/// 唱标. Ids: `#reading-begin`, `#reading-confirm`, `#reading-objections`, `#reading-now`,
/// `#reading-price`, `#reading-words`, `#reading`.
public final class ReadingView implements Screen {

    private final ReadingModel model;

    /// Draws `model`.
    public ReadingView(ReadingModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "reading";
    }

    @Override
    public Parent node() {
        var begin = Why.bind(
                Buttons.primary("reading-begin", Say.it("reading.begin"), model::begin),
                model.whyNotBegin());
        var next = Why.bind(
                Buttons.plain("reading-objections", Say.it("reading.objections"),
                        model::beginObjections),
                model.whyNotObject());
        var table = Tables.of("reading", model.rows())
                .figures(Say.it("column.number"), 52, row -> Integer.toString(row.number()))
                .column(Say.it("column.bidder"), 180, ReadingSheet.Row::name)
                .figures(Say.it("column.price"), 130, ReadingSheet.Row::price)
                .column(Say.it("column.words"), 235, ReadingSheet.Row::words)
                .figures(Say.it("column.days"), 62, ReadingSheet.Row::days)
                .column(Say.it("column.manager"), 150, ReadingSheet.Row::manager)
                .chips(Say.it("column.checks"), 84, ReadingSheet.Row::checks)
                .chips(Say.it("column.read"), 80,
                        row -> row.read()
                                ? Chip.ok(Say.it("reading.read"))
                                : Chip.idle(Say.it("reading.unread")))
                .whenEmpty(Say.it("reading.before")).tall(7).node();
        return Cards.page(Say.it("reading.title"), Say.it("reading.lead"),
                Cards.row(Cards.grow(now()), Cards.card(Say.it("reading.steps"), begin, next)),
                Cards.card(Say.it("reading.table"), table));
    }

    private VBox now() {
        var name = Cards.heading("");
        name.setId("reading-now");
        name.textProperty().bind(model.sheet()
                .map(sheet -> sheet.next().map(ReadingSheet.Row::name)
                        .orElse(Say.it(sheet.rows().isEmpty()
                                ? "reading.before"
                                : "reading.all"))));
        var price = line("reading-price", "figure-value", row -> Say.it("yuan", row.price()));
        var words = line("reading-words", "subheading", ReadingSheet.Row::words);
        var facts = line("reading-facts", "text", row -> Say.it("reading.facts", row.days(),
                row.quality(), row.manager(), row.bond()));
        var notes = line("reading-notes", "text", ReadingSheet.Row::notes);
        var confirm = Why.bind(
                Buttons.primary("reading-confirm", Say.it("reading.confirm"), model::confirm),
                model.whyNotConfirm());
        return Cards.card(Say.it("reading.current"), name, price, words, facts, notes, confirm);
    }

    private Label line(String id, String style, Function<ReadingSheet.Row, String> text) {
        var label = Cards.text("");
        label.setId(id);
        label.getStyleClass().setAll("label", style);
        label.textProperty().bind(model.sheet().map(sheet -> sheet.next().map(text).orElse("")));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}

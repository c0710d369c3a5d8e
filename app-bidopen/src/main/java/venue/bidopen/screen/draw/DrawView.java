package venue.bidopen.screen.draw;

import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.domain.tender.Person;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;

/// 抽取系数. Ids: `#draw-begin`, `#draw-party`, `#slip-make`, `#slip-text`, `#slip-commit`,
/// `#dice-first-reader`, `#dice-first`, `#dice-second-reader`, `#dice-second`, `#dice-record`,
/// `#nonce-party`, `#nonce-text`, `#nonce-reveal`, `#draw-conclude`, `#draw-void`, `#draw-result`,
/// `#draw-transcript`, `#draw-parties`.
public final class DrawView implements Screen {

    private final DrawModel model;

    /// Draws `model`.
    public DrawView(DrawModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "draw";
    }

    @Override
    public Parent node() {
        var plan = model.sheet().getValue().plan();
        var title = plan.map(p -> p.title() + "：" + String.join("、", p.values()))
                .orElse(Say.it("draw.none"));
        var begin = Why.bind(
                Buttons.primary("draw-begin", Say.it("draw.begin"), model::begin),
                model.whyNotBegin());
        var table = Tables.of("draw-parties", model.rows())
                .column(Say.it("column.party"), 120, DrawSheet.Row::name)
                .chips(Say.it("column.committed"), 100, DrawSheet.Row::committed)
                .column(Say.it("column.commitment"), DrawSheet.Row::commitment)
                .chips(Say.it("column.revealed"), 100, DrawSheet.Row::revealed).tall(4).node();
        return Cards.page(Say.it("draw.title"), Say.it("draw.lead"),
                Cards.card(title, begin),
                Cards.row(Cards.grow(slips()), Cards.grow(dice()), Cards.grow(numbers())),
                Cards.card(Say.it("draw.parties"), table),
                Cards.card(Say.it("draw.transcript"), transcript()));
    }

    private VBox slips() {
        var slip = Cards.text("");
        slip.setId("slip-text");
        slip.getStyleClass().add("code");
        slip.textProperty().bind(model.slipProperty());
        var commit = Buttons.plain("slip-commit", Say.it("draw.commit"), model::commitSlip);
        commit.disableProperty().bind(model.slipProperty().isEmpty());
        var make = Why.bind(
                Buttons.plain("slip-make", Say.it("draw.slip"), model::makeSlip),
                model.whyNotCommit());
        return Cards.card(Say.it("draw.step.commit"),
                new Form()
                        .row(Say.it("column.party"),
                                Choices.of("draw-party", model.parties(), DrawSheet::name,
                                        model.partyProperty()))
                        .node(),
                Cards.row(Cards.grow(make), commit), slip, Cards.hint(Say.it("draw.slip.hint")));
    }

    private VBox dice() {
        var record = Why.bind(
                Buttons.plain("dice-record", Say.it("draw.dice"), model::recordDice),
                model.whyNotDice());
        return Cards.card(Say.it("draw.step.dice"),
                new Form()
                        .row(Say.it("draw.reader.first"),
                                Choices.of("dice-first-reader", model.readers(), Person::name,
                                        model.firstReaderProperty()))
                        .row(Say.it("draw.dice.first"),
                                Choices.text("dice-first", model.firstDiceProperty()))
                        .row(Say.it("draw.reader.second"),
                                Choices.of("dice-second-reader", model.readers(), Person::name,
                                        model.secondReaderProperty()))
                        .row(Say.it("draw.dice.second"),
                                Choices.text("dice-second", model.secondDiceProperty()))
                        .node(),
                record);
    }

    private VBox numbers() {
        var reveal = Why.bind(
                Buttons.plain("nonce-reveal", Say.it("draw.reveal"), model::reveal),
                model.whyNotReveal());
        var conclude = Why.bind(
                Buttons.primary("draw-conclude", Say.it("draw.conclude"), model::conclude),
                model.whyNotConclude());
        var annul = Why.bind(
                Buttons.danger("draw-void", Say.it("draw.void"), model::voidRound),
                model.whyNotVoid());
        return Cards.card(Say.it("draw.step.reveal"),
                new Form()
                        .row(Say.it("column.party"),
                                Choices.of("nonce-party", model.parties(), DrawSheet::name,
                                        model.revealingProperty()))
                        .row(Say.it("draw.number"),
                                Choices.text("nonce-text", model.nonceProperty()))
                        .node(),
                reveal, conclude, Cards.figure("draw-result", Say.it("draw.result"),
                        model.sheet().map(DrawSheet::value)),
                annul);
    }

    private TextArea transcript() {
        var text = new TextArea();
        text.setId("draw-transcript");
        text.setEditable(false);
        text.setPrefRowCount(6);
        text.setAccessibleText(Say.it("draw.transcript"));
        text.textProperty().bind(model.sheet().map(DrawSheet::transcript));
        return text;
    }
}

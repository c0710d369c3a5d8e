package venue.bidopen.screen.objection;

import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;

/// 开标异议. Ids: `#objection-left`, `#objection-bidder`, `#objection-topic`, `#objection-text`,
/// `#objection-raise`, `#answer-by`, `#answer-text`, `#answer-give`, `#settle-accept`,
/// `#settle-maintain`, `#objections-close`, `#objections`.
public final class ObjectionView implements Screen {

    private final ObjectionModel model;

    /// Draws `model`.
    public ObjectionView(ObjectionModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "objection";
    }

    @Override
    public Parent node() {
        var left = Cards.figure("objection-left", Say.it("objection.left"), model.left());
        var close = Why.bind(
                Buttons.primary("objections-close", Say.it("objection.close"), model::close),
                model.whyNotClose());
        var table = Tables.of("objections", model.rows())
                .figures(Say.it("column.number"), 52, row -> Integer.toString(row.number()))
                .column(Say.it("column.time"), 84, ObjectionSheet.Row::at)
                .column(Say.it("column.bidder"), 170, ObjectionSheet.Row::bidder)
                .column(Say.it("column.topic"), 110, ObjectionSheet.Row::topic)
                .column(Say.it("objection.text"), 240, ObjectionSheet.Row::text)
                .column(Say.it("objection.answer"), 240, ObjectionSheet.Row::answer)
                .chips(Say.it("column.state"), 110, ObjectionSheet.Row::state)
                .whenEmpty(Say.it("objection.none")).tall(4).node();
        return Cards.page(Say.it("objection.title"), Say.it("objection.lead"),
                Cards.row(left, Cards.grow(Cards.card(Say.it("objection.end"), close))),
                Cards.row(Cards.grow(raising()), Cards.grow(answering())),
                Cards.card(Say.it("objection.list"), table));
    }

    private VBox raising() {
        var raise = Why.bind(
                Buttons.plain("objection-raise", Say.it("objection.raise"), model::raise),
                model.whyNotRaise());
        return Cards.card(Say.it("objection.raise"),
                new Form()
                        .row(Say.it("column.bidder"),
                                Choices.of("objection-bidder", model.present(),
                                        bid -> bid.receipt().bidderName(),
                                        model.bidderProperty()))
                        .row(Say.it("column.topic"),
                                Choices.of("objection-topic", model.topics(), Say::of,
                                        model.topicProperty()))
                        .row(Say.it("objection.text"),
                                area("objection-text", model.textProperty()))
                        .line(raise).node());
    }

    private VBox answering() {
        var give = Why.bind(
                Buttons.plain("answer-give", Say.it("objection.answer"), model::giveAnswer),
                model.whyNotAnswer());
        var accept = Why.bind(
                Buttons.plain("settle-accept", Say.it("objection.accept"),
                        () -> model.settle(false)),
                model.whyNotSettle());
        var maintain = Buttons.plain("settle-maintain", Say.it("objection.maintain"),
                () -> model.settle(true));
        maintain.disableProperty().bind(model.whyNotSettle().map(why -> why.isPresent()));
        return Cards.card(Say.it("objection.answering"),
                new Form()
                        .row(Say.it("objection.by"),
                                Choices.text("answer-by", model.answeredByProperty()))
                        .row(Say.it("objection.answer.text"),
                                area("answer-text", model.answerProperty()))
                        .line(give).line(Cards.row(Cards.grow(accept), maintain)).node());
    }

    private static TextArea area(String id, StringProperty value) {
        var area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.textProperty().bindBidirectional(value);
        return area;
    }
}

package venue.evaluation.screen.clarification;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import venue.evaluation.Say;
import venue.evaluation.parts.HostProof;
import venue.evaluation.parts.Times;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.clarification.ClarificationSheet.Bid;
import venue.evaluation.screen.clarification.ClarificationSheet.Row;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;

/// Draws a [ClarificationModel]. Ids: `#questions`, `#question-bid`, `#question`, `#question-ask`,
/// `#answer`, `#answer-file`, `#host-token`, `#host-pin`, `#answer-record`, `#answer-lapse`.
public final class ClarificationView implements Screen {

    private static final double HALF = 520;
    private final ClarificationModel model;
    private final Tools tools;

    /// A view of `model`.
    public ClarificationView(ClarificationModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "clarification";
    }

    @Override
    public Parent node() {
        var ask = Cards.card(Say.it("clarification.ask.title"), ask());
        var answer = Cards.card(Say.it("clarification.answer.title"), answer());
        ask.setPrefWidth(HALF);
        answer.setPrefWidth(HALF);
        return Cards.page(Say.it("clarification.title"), Say.it("clarification.lead"),
                questions(), Cards.row(Cards.grow(ask), Cards.grow(answer)));
    }

    private Node ask() {
        var bids = new ComboBox<Bid>();
        bids.setId("question-bid");
        bids.setConverter(new BidNames());
        bids.getItems().setAll(model.sheetProperty().get().bids());
        model.sheetProperty().addListener((_, before, now) -> {
            if (!before.bids().equals(now.bids())) {
                bids.getItems().setAll(now.bids());
            }
        });
        bids.setValue(model.bidProperty().get().orElse(null));
        bids.setOnAction(_ -> model.bidProperty().set(Optional.ofNullable(bids.getValue())));
        var text = area("question", 3);
        text.textProperty().bindBidirectional(model.questionProperty());
        var ask = Buttons.primary("question-ask", Say.it("clarification.ask"), model::ask);
        return new Form().row(Say.it("bidder"), bids)
                .row(Say.it("clarification.question"), text, Say.it("clarification.hint"))
                .line(WhyNot.bind(ask, model.whyNotAsk(), Say.WORDS)).node();
    }

    private Node answer() {
        var text = area("answer", 2);
        text.textProperty().bindBidirectional(model.answerProperty());
        var file = new TextField();
        file.setId("answer-file");
        file.setPromptText(Say.it("clarification.file.prompt"));
        file.textProperty().bindBidirectional(model.documentProperty());
        var browse = Buttons.plain("answer-browse", Say.it("browse"),
                () -> tools.files().open(Say.it("clarification.file"), List.of("pdf"))
                        .ifPresent(path -> file.setText(path.toString())));
        var proof = new HostProof(tools.files());
        var record = Buttons.primary("answer-record", Say.it("clarification.record"),
                () -> model.answer(proof.medium(), proof.takePin()));
        record.disableProperty().bind(proof.isIncomplete().or(model.workingProperty())
                .or(Bindings.createBooleanBinding(
                        () -> model.sheetProperty().get().open().isEmpty()
                                || model.answerProperty().get().isBlank(),
                        model.sheetProperty(), model.answerProperty())));
        var lapse = Buttons.plain("answer-lapse", Say.it("clarification.lapse"), model::lapse);
        var form = new Form().row(Say.it("clarification.answer"), text)
                .row(Say.it("clarification.file"), Cards.row(Cards.grow(file), browse));
        return new VBox(proof.on(form).line(Cards.row(record,
                WhyNot.bind(lapse, model.whyNotLapse(), Say.WORDS))).node());
    }

    private Node questions() {
        var rows = FXCollections.observableArrayList(model.sheetProperty().get().rows());
        model.sheetProperty().addListener((_, _, sheet) -> rows.setAll(sheet.rows()));
        return Tables.of("questions", rows)
                .column(Say.it("no"), 50, row -> String.valueOf(row.number()))
                .column(Say.it("bidder"), 190, Row::bidder)
                .column(Say.it("clarification.question"), 270, Row::question)
                .column(Say.it("clarification.due"), 100, row -> Times.clock(row.due()))
                .chips(Say.it("standing"), 130, row -> chip(row.standing()))
                .column(Say.it("clarification.answer"), Row::answer).tall(2)
                .whenEmpty(Say.it("clarification.none")).node();
    }

    private static Chip chip(ClarificationSheet.Standing standing) {
        var text = Say.it("clarification.standing." + standing);
        return switch (standing) {
            case OPEN -> Chip.warn(text);
            case ANSWERED -> Chip.ok(text);
            case LAPSED -> Chip.bad(text);
        };
    }

    private static TextArea area(String id, int rows) {
        var area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return area;
    }

    private static final class BidNames extends StringConverter<Bid> {

        @Override
        public String toString(Bid bid) {
            return bid == null ? "" : bid.name();
        }

        @Override
        public Bid fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
        }
    }
}

package venue.evaluation.screen.dissent;

import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import venue.evaluation.Say;
import venue.evaluation.parts.Times;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.dissent.DissentSheet.Row;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;

/// Draws a [DissentModel]. Ids: `#dissent-text`, `#dissent-file`, `#dissents`.
public final class DissentView implements Screen {

    private final DissentModel model;
    private final Tools tools;

    /// A view of `model`.
    public DissentView(DissentModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "dissent";
    }

    @Override
    public Parent node() {
        var text = new TextArea();
        text.setId("dissent-text");
        text.setWrapText(true);
        text.setPrefRowCount(5);
        text.setPromptText(Say.it("dissent.prompt"));
        text.setAccessibleText(Say.it("dissent.title"));
        text.textProperty().bindBidirectional(model.textProperty());
        var file = Buttons.primary("dissent-file", Say.it("dissent.file"), this::file);
        var rows = FXCollections.observableArrayList(model.sheetProperty().get().rows());
        model.sheetProperty().addListener((_, _, sheet) -> rows.setAll(sheet.rows()));
        var table = Tables.of("dissents", rows).column(Say.it("name"), 120, Row::name)
                .column(Say.it("dissent.at"), 180, row -> Times.second(row.at()))
                .column(Say.it("dissent.text"), Row::text).tall(3)
                .whenEmpty(Say.it("dissent.none")).node();
        return Cards.page(Say.it("dissent.title"), Say.it("dissent.lead"),
                Cards.card(Say.it("dissent.own"), text,
                        WhyNot.bind(file, model.whyNotFile(), Say.WORDS)),
                table);
    }

    private void file() {
        FxThread.then(tools.dialogs().confirm(Say.it("dissent.file"), Say.it("dissent.sure"),
                Say.it("dissent.file.verb")), sure -> {
                    if (sure) {
                        model.file();
                    }
                }, error -> {
                    throw new IllegalStateException(error);
                });
    }
}

package venue.evaluation.screen.dissent;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import venue.evaluation.Say;
import venue.evaluation.parts.Times;
import venue.evaluation.parts.Tools;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FxThread;
import venue.ui.Screen;
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
        var list = new VBox();
        list.setId("dissents");
        list.getStyleClass().add("column");
        Runnable draw = () -> list.getChildren().setAll(rows(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return Cards.page(Say.it("dissent.title"), Say.it("dissent.lead"),
                Cards.card(Say.it("dissent.own"), text,
                        WhyNot.bind(file, model.whyNotFile(), Say.WORDS)),
                Cards.card(Say.it("dissent.record"), list));
    }

    private static List<Node> rows(DissentSheet sheet) {
        if (sheet.rows().isEmpty()) {
            return List.of(Cards.hint(Say.it("dissent.none")));
        }
        return sheet.rows().stream()
                .<Node>map(row -> new VBox(
                        Cards.hint(Say.it("dissent.by", row.name(), Times.second(row.at()))),
                        Cards.text(row.text())))
                .toList();
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

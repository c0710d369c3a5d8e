package venue.witness.screen.finish;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import venue.domain.witness.WitnessEvent.WitnessReportSigned;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.PagesView;
import venue.witness.parts.Times;
import venue.witness.parts.Tools;

/// Draws a [FinishModel]. Ids: `#witness-report-preview`, `#witness-report-sign`,
/// `#witness-report-signed`.
public final class FinishView implements Screen {

    private static final double SIDE = 340;
    private final FinishModel model;
    private final Tools tools;

    /// A view of `model`.
    public FinishView(FinishModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "finish";
    }

    @Override
    public void shown() {
        model.render();
    }

    @Override
    public Parent node() {
        var preview = Buttons.plain("witness-report-preview", Say.it("finish.preview"),
                model::preview);
        var sign = Buttons.primary("witness-report-sign", Say.it("finish.sign"), this::ask);
        sign.textProperty().bind(model.signedProperty().map(report -> report.isEmpty()
                ? Say.it("finish.sign")
                : Say.it("finish.supplement")));
        var verbs = new VBox(Cards.hint(Say.it("finish.hint")), preview,
                WhyNot.bind(sign, model.whyNot(), Say.WORDS));
        verbs.getStyleClass().add("column");
        var side = new VBox(Cards.card(Say.it("finish.verbs"), verbs), signed());
        side.getStyleClass().add("column");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        return Cards.page(Say.it("finish.title"), Say.it("finish.lead"),
                Cards.grow(Cards.row(Cards.grow(new PagesView(model.pages()).node()), side)));
    }

    private Node signed() {
        var box = new VBox();
        box.getStyleClass().add("column");
        Runnable draw = () -> box.getChildren().setAll(lines(model.signedProperty().get()));
        model.signedProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return box;
    }

    private static List<Node> lines(Optional<WitnessReportSigned> signed) {
        if (signed.isEmpty()) {
            return List.of(Chip.idle(Say.it("finish.unsigned")).node());
        }
        var report = signed.get();
        var done = Chip.ok(Say.it("finish.signed")).node();
        done.setId("witness-report-signed");
        return List.of(done,
                Cards.text(Say.it("finish.signed.text", Times.second(report.at()),
                        report.number())),
                Cards.hint("SHA-256"), Cards.code(report.sha256().hex()), Cards.hint("SM3"),
                Cards.code(report.sm3().hex()));
    }

    private void ask() {
        FxThread.then(tools.dialogs().confirm(Say.it("finish.sign"), Say.it("finish.sure"),
                Say.it("finish.sign.verb")), sure -> {
                    if (sure) {
                        model.sign();
                    }
                }, error -> {
                    throw new IllegalStateException(error);
                });
    }
}

package venue.evaluation.screen.report;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import venue.domain.base.Digest;
import venue.evaluation.Say;
import venue.evaluation.parts.PagesView;
import venue.evaluation.parts.Tools;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;

/// Draws a [ReportModel]. Ids: `#report-draft`, `#report-sign`, `#report-refuse`, `#report-reason`,
/// `#evaluation-close`, `#report-own`, `#report-chair`, `#signatures` and those of the pages.
public final class ReportView implements Screen {

    private static final double SIDE = 330;
    private final ReportModel model;
    private final Tools tools;

    /// A view of `model`.
    public ReportView(ReportModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "report";
    }

    @Override
    public void shown() {
        model.render();
    }

    @Override
    public Parent node() {
        model.sheetProperty().addListener((_, before, now) -> {
            if (before.revision() != now.revision() || before.open() != now.open()) {
                model.render();
            }
        });
        var side = new VBox(verbs(), digests(), members());
        side.getStyleClass().add("column");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        return Cards.page(Say.it("report.title"), Say.it("report.lead"),
                Cards.grow(Cards.row(Cards.grow(new PagesView(model.pages()).node()), side)));
    }

    private Node digests() {
        var own = Cards.code("");
        own.setId("report-own");
        own.textProperty().bind(model.ownProperty().map(
                digest -> digest.map(Digest::brief).orElse("—")));
        var chair = Cards.code("");
        chair.setId("report-chair");
        chair.textProperty().bind(model.sheetProperty().map(
                sheet -> sheet.drafted().map(Digest::brief).orElse("—")));
        var verdict = new VBox();
        Runnable draw = () -> verdict.getChildren().setAll(verdict());
        model.ownProperty().addListener((_, _, _) -> draw.run());
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return Cards.card(Say.it("report.digests"), Cards.hint(Say.it("report.own")), own,
                Cards.hint(Say.it("report.chair")), chair, verdict);
    }

    private Node verdict() {
        var drafted = model.sheetProperty().get().drafted();
        if (drafted.isEmpty() || model.ownProperty().get().isEmpty()) {
            return Chip.idle(Say.it("report.not-drafted")).node();
        }
        return drafted.equals(model.ownProperty().get())
                ? Chip.ok(Say.it("report.same")).node()
                : Chip.bad(Say.it("report.differs")).node();
    }

    private Node members() {
        var list = new VBox();
        list.setId("signatures");
        list.getStyleClass().add("column");
        Runnable draw = () -> list.getChildren().setAll(rows(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return Cards.card(Say.it("report.signatures"), list);
    }

    private static List<Node> rows(ReportSheet sheet) {
        return sheet.rows().stream().<Node>map(row -> {
            var text = Say.it("report.standing." + row.standing());
            var chip = switch (row.standing()) {
                case AWAITED -> Chip.idle(text);
                case SIGNED -> Chip.ok(text);
                case REFUSED -> Chip.bad(text);
            };
            return Cards.row(Cards.text(row.name() + (row.chair()
                    ? Say.it("report.chair.mark")
                    : "")), Cards.gap(), chip.node());
        }).toList();
    }

    private Node verbs() {
        var draft = Buttons.plain("report-draft", Say.it("report.draft"), model::draft);
        var sign = Buttons.primary("report-sign", Say.it("report.sign"), this::sign);
        var refuse = Buttons.quiet("report-refuse", Say.it("report.refuse"), this::refuse);
        var close = Buttons.plain("evaluation-close", Say.it("report.close"), model::close);
        var box = new VBox();
        if (model.sheetProperty().get().chairing()) {
            box.getChildren().add(WhyNot.bind(draft, model.whyNotDraft(), Say.WORDS));
        }
        box.getChildren().addAll(WhyNot.bind(sign, model.whyNotSign(), Say.WORDS),
                WhyNot.bind(refuse, model.whyNotRefuse(), Say.WORDS));
        if (model.sheetProperty().get().chairing()) {
            box.getChildren().add(WhyNot.bind(close, model.whyNotClose(), Say.WORDS));
        }
        box.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> !model.sheetProperty().get().closed(), model.sheetProperty()));
        box.managedProperty().bind(box.visibleProperty());
        var done = Chip.ok(Say.it("report.closed")).node();
        done.setId("evaluation-closed");
        done.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.sheetProperty().get().closed(), model.sheetProperty()));
        done.managedProperty().bind(done.visibleProperty());
        box.getStyleClass().add("column");
        return new VBox(box, done);
    }

    private void sign() {
        FxThread.then(tools.dialogs().confirm(Say.it("report.sign"), Say.it("report.sure"),
                Say.it("report.sign.verb")), sure -> {
                    if (sure) {
                        model.sign();
                    }
                }, ReportView::bug);
    }

    private void refuse() {
        var reason = new TextArea();
        reason.setId("report-reason");
        reason.setWrapText(true);
        reason.setPrefRowCount(4);
        reason.setAccessibleText(Say.it("recuse.reason"));
        FxThread.then(tools.dialogs().ask(Say.it("report.refuse"), Say.it("report.refuse.text"),
                reason, Buttons.danger("dialog-ok", Say.it("report.refuse.verb"), () -> {}),
                () -> reason.getText().strip()), given -> given.ifPresent(model::refuse),
                ReportView::bug);
    }

    private static void bug(Throwable error) {
        throw new IllegalStateException(error);
    }
}

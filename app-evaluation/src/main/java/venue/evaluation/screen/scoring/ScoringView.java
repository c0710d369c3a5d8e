package venue.evaluation.screen.scoring;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import venue.domain.base.Points;
import venue.domain.evaluation.formula.Exact;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.evaluation.Say;
import venue.evaluation.parts.Matrix;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.scoring.ScoringSheet.Bid;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;

/// Draws a [ScoringModel]. Bids are counted from 1 in the order of their codes. Ids:
/// `#score-<bid>-<item>`, `#sum-<bid>`, `#commit`, `#scores-saved`, `#commitment`.
public final class ScoringView implements Screen {

    private static final double FIRST = 360;
    private final ScoringModel model;
    private final Tools tools;

    /// A view of `model`.
    public ScoringView(ScoringModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "scoring";
    }

    @Override
    public Parent node() {
        var holder = new VBox();
        Runnable draw = () -> holder.getChildren().setAll(grid(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, before, now) -> {
            if (before.open() != now.open() || before.isCommitted() != now.isCommitted()
                    || !before.bids().equals(now.bids())) {
                draw.run();
            }
        });
        draw.run();
        var commit = Buttons.primary("commit", Say.it("scoring.commit"), this::commit);
        var saved = Cards.hint("");
        saved.setId("scores-saved");
        saved.textProperty().bind(model.savedProperty());
        var standing = Cards.hint("");
        standing.setId("commit-standing");
        standing.setMinWidth(Label.USE_PREF_SIZE);
        standing.textProperty().bind(model.sheetProperty().map(
                sheet -> Say.it("scoring.standing", sheet.committed(), sheet.members())));
        var verbs = Cards.row(WhyNot.bind(commit, model.whyNotCommit(), Say.WORDS), Cards.gap(),
                saved, standing);
        return Cards.page(Say.it("scoring.title"), Say.it("scoring.lead"), verbs, holder);
    }

    private Node grid(ScoringSheet sheet) {
        if (!sheet.open()) {
            return Cards.card(Say.it("scoring.closed"), Cards.text(Say.it("scoring.closed.text")));
        }
        var matrix = new Matrix("score-grid", FIRST, sheet.bids().size());
        var heads = new String[sheet.bids().size() + 1];
        heads[0] = Say.it("scoring.factor");
        for (int i = 0; i < sheet.bids().size(); i++) {
            heads[i + 1] = sheet.bids().get(i).name();
        }
        matrix.head(heads);
        for (var part : ScoreItem.Part.values()) {
            var items = sheet.items().stream().filter(item -> item.part() == part).toList();
            if (!items.isEmpty()) {
                matrix.band(Say.it("part." + part));
                items.forEach(item -> matrix.row("matrix-row", row(sheet, item)));
                matrix.row("matrix-sum", sums(sheet, Say.it("scoring.part-sum",
                        Say.it("part." + part)), Optional.of(part), "part-sum-"));
            }
        }
        matrix.row("matrix-sum",
                sums(sheet, Say.it("scoring.sum"), Optional.empty(), "sum-"));
        var box = new VBox(matrix.node());
        if (sheet.isCommitted()) {
            var code = Cards.code(sheet.commitment());
            code.setId("commitment");
            box.getChildren().add(Cards.card(Say.it("scoring.committed"),
                    Cards.text(Say.it("scoring.committed.text")), code));
        }
        box.getStyleClass().add("column");
        return box;
    }

    private Node[] row(ScoringSheet sheet, ScoreItem item) {
        var cells = new Node[sheet.bids().size() + 1];
        var range = Cards.hint(Say.it(item.objective() ? "scoring.objective" : "scoring.range",
                Exact.show(item.min().value()), Exact.show(item.max().value()),
                Exact.show(item.step().value())));
        var first = new VBox(Matrix.label(item.title()), range);
        Tooltip.install(first, new Tooltip(item.standard()));
        cells[0] = first;
        for (int i = 0; i < sheet.bids().size(); i++) {
            cells[i + 1] = field(sheet, i + 1, sheet.bids().get(i), item);
        }
        return cells;
    }

    private Node field(ScoringSheet sheet, int number, Bid bid, ScoreItem item) {
        var field = new TextField();
        field.setId("score-" + number + "-" + item.id());
        field.setAccessibleText(bid.name() + " " + item.title());
        field.getStyleClass().add("score");
        field.setPrefColumnCount(5);
        field.setMaxWidth(96);
        field.setEditable(!sheet.isCommitted());
        field.textProperty().bindBidirectional(model.cell(bid.bidder(), item));
        Runnable look = () -> {
            field.getStyleClass().remove("wrong");
            if (model.isWrong(bid.bidder(), item)) {
                field.getStyleClass().add("wrong");
            }
        };
        field.textProperty().addListener((_, _, _) -> look.run());
        look.run();
        return field;
    }

    private Node[] sums(ScoringSheet sheet, String name, Optional<ScoreItem.Part> part,
            String stem) {
        var cells = new Node[sheet.bids().size() + 1];
        cells[0] = Matrix.label(name);
        for (int i = 0; i < sheet.bids().size(); i++) {
            var bidder = sheet.bids().get(i).bidder();
            cells[i + 1] = sum(stem + (i + 1) + part.map(p -> "-" + p).orElse(""),
                    () -> model.sum(bidder, part));
        }
        return cells;
    }

    private Label sum(String id, Supplier<Points> points) {
        var label = new Label(points.get().toString());
        label.setId(id);
        model.changedProperty().addListener((_, _, _) -> label.setText(points.get().toString()));
        return label;
    }

    private void commit() {
        FxThread.then(tools.dialogs().confirm(Say.it("scoring.commit"), Say.it("scoring.sure"),
                Say.it("scoring.commit.verb")), sure -> {
                    if (sure) {
                        model.commit();
                    }
                }, error -> {
                    throw new IllegalStateException(error);
                });
    }
}

package venue.evaluation.screen.review;

import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.ReviewItem;
import venue.evaluation.Say;
import venue.evaluation.parts.Matrix;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.review.ReviewSheet.Bid;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.WhyNot;

/// Draws a [ReviewModel]. Bids are counted from 1 in the order of their codes. Ids:
/// `#mark-<bid>-<item>-ok`, `#mark-<bid>-<item>-not`, `#rest-<bid>`, `#mark-reason`, `#mark-page`,
/// `#review-submit`, `#review-consolidate`, `#review-saved`.
public final class ReviewView implements Screen {

    private static final double FIRST = 300;
    private final ReviewModel model;
    private final Tools tools;

    /// A view of `model`.
    public ReviewView(ReviewModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "review";
    }

    @Override
    public Parent node() {
        var grid = new VBox();
        Runnable draw = () -> grid.getChildren().setAll(grid(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, before, now) -> {
            if (!before.looksLike(now)) {
                draw.run();
            }
        });
        model.marks().addListener((MapChangeListener<String, Mark>) _ -> draw.run());
        draw.run();
        var submit = Buttons.primary("review-submit", Say.it("review.submit"), this::submit);
        var consolidate = Buttons.plain("review-consolidate", Say.it("review.consolidate"),
                model::consolidate);
        var saved = Cards.hint("");
        saved.setId("review-saved");
        saved.textProperty().bind(model.savedProperty());
        var verbs = Cards.row(WhyNot.bind(submit, model.whyNotSubmit(), Say.WORDS),
                WhyNot.bind(consolidate, model.whyNotConsolidate(), Say.WORDS), Cards.gap(), saved,
                standing());
        return Cards.page(Say.it("review.title"), Say.it("review.lead"), verbs, grid);
    }

    private Label standing() {
        var label = Cards.hint("");
        label.setId("review-standing");
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.textProperty().bind(model.sheetProperty().map(sheet -> Say.it("review.standing",
                sheet.submissions(), sheet.members())));
        return label;
    }

    private Node grid(ReviewSheet sheet) {
        var matrix = new Matrix("review-grid", FIRST, sheet.bids().size());
        var heads = new Node[sheet.bids().size() + 1];
        heads[0] = Matrix.label(Say.it("review.item"));
        for (int i = 0; i < sheet.bids().size(); i++) {
            heads[i + 1] = head(sheet, i + 1, sheet.bids().get(i));
        }
        matrix.row("matrix-head", heads);
        ReviewItem.Kind kind = null;
        for (var item : sheet.items()) {
            if (item.kind() != kind) {
                kind = item.kind();
                matrix.band(Say.it("review.kind." + kind));
            }
            var cells = new Node[sheet.bids().size() + 1];
            var title = Matrix.label(item.title());
            Tooltip.install(title, new Tooltip(item.clause()));
            cells[0] = title;
            for (int i = 0; i < sheet.bids().size(); i++) {
                cells[i + 1] = cell(sheet, i + 1, sheet.bids().get(i), item);
            }
            matrix.row("matrix-row", cells);
        }
        return matrix.node();
    }

    private Node head(ReviewSheet sheet, int number, Bid bid) {
        var box = new VBox(Matrix.label(bid.name()));
        box.getStyleClass().add("matrix-head-box");
        if (sheet.rejections().stream().anyMatch(r -> r.bidder().equals(bid.bidder()))) {
            box.getChildren().add(Chip.bad(Say.it("review.rejected")).node());
        } else if (!sheet.submitted()) {
            box.getChildren().add(Buttons.quiet("rest-" + number, Say.it("review.rest"),
                    () -> model.restConforms(bid.bidder())));
        }
        return box;
    }

    private Node cell(ReviewSheet sheet, int number, Bid bid, ReviewItem item) {
        var mark = model.mark(bid.bidder(), item.id());
        if (sheet.submitted()) {
            return counted(sheet, bid, item, mark);
        }
        var stem = "mark-" + number + "-" + item.id();
        var ok = Buttons.toggle(stem + "-ok", Say.it("review.ok"));
        ok.setSelected(mark.stream().anyMatch(Mark::conforms));
        ok.setOnAction(_ -> model.mark(Mark.conforming(bid.bidder(), item.id())));
        var not = Buttons.toggle(stem + "-not", Say.it("review.not"));
        not.setSelected(mark.stream().anyMatch(m -> !m.conforms()));
        not.getStyleClass().add("negative");
        not.setOnAction(_ -> {
            not.setSelected(mark.stream().anyMatch(m -> !m.conforms()));
            ask(bid, item, mark);
        });
        var pair = new HBox(ok, not);
        pair.getStyleClass().add("mark-pair");
        var box = new VBox(pair);
        mark.filter(m -> !m.conforms()).ifPresent(
                m -> box.getChildren().add(Cards.hint(m.reason() + "（" + m.page() + "）")));
        return box;
    }

    private Node counted(ReviewSheet sheet, Bid bid, ReviewItem item, Optional<Mark> mark) {
        var own = mark.map(m -> m.conforms()
                ? Chip.ok(Say.it("review.ok"))
                : Chip.bad(Say.it("review.not"))).orElse(Chip.idle("—")).node();
        var count = sheet.cell(bid.bidder(), item.id())
                .map(cell -> Say.it("review.count", cell.conforming(), cell.failing())).orElse("");
        var box = new VBox(own, Cards.hint(count));
        box.getStyleClass().add("counted");
        return box;
    }

    private void ask(Bid bid, ReviewItem item, Optional<Mark> before) {
        var reason = new TextArea(before.map(Mark::reason).orElse(""));
        reason.setId("mark-reason");
        reason.setWrapText(true);
        reason.setPrefRowCount(3);
        var page = new TextField(before.map(Mark::page).orElse(""));
        page.setId("mark-page");
        page.setPromptText(Say.it("review.page.prompt"));
        var form = new Form().fact(Say.it("bidder"), bid.name())
                .fact(Say.it("review.item"), item.title()).row(Say.it("review.reason"), reason)
                .row(Say.it("review.page"), page).node();
        var ok = Buttons.danger("dialog-ok", Say.it("review.not.verb"), () -> {});
        ok.disableProperty().bind(reason.textProperty().map(String::isBlank)
                .flatMap(blank -> page.textProperty().map(text -> blank || text.isBlank())));
        FxThread.then(tools.dialogs().ask(Say.it("review.not.title"), "", form, ok,
                () -> Mark.failing(bid.bidder(), item.id(), reason.getText().strip(),
                        page.getText().strip())),
                given -> given.ifPresent(model::mark), ReviewView::bug);
    }

    private void submit() {
        FxThread.then(tools.dialogs().confirm(Say.it("review.submit"), Say.it("review.sure"),
                Say.it("review.submit.verb")), sure -> {
                    if (sure) {
                        model.submit();
                    }
                }, ReviewView::bug);
    }

    private static void bug(Throwable error) {
        throw new IllegalStateException(error);
    }
}

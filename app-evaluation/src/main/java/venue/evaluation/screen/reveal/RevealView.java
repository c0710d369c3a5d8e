package venue.evaluation.screen.reveal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import venue.domain.base.Points;
import venue.domain.evaluation.Outcome;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.evaluation.Say;
import venue.evaluation.parts.Matrix;
import venue.evaluation.parts.Tools;
import venue.evaluation.screen.reveal.RevealSheet.Row;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.FxThread;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;

/// Draws a [RevealModel]. Ids: `#commitments`, `#reveal`, `#scores-parts`, `#scores-items`,
/// `#correct`, `#correct-points`, `#correct-reason`.
public final class RevealView implements Screen {

    private static final double FIRST = 250;
    private static final String POINTS = "[0-9]{1,3}(\\.[0-9]{1,2})?";
    private final RevealModel model;
    private final Tools tools;

    /// A view of `model`.
    public RevealView(RevealModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
    }

    @Override
    public String id() {
        return "reveal";
    }

    @Override
    public Parent node() {
        var body = new VBox();
        body.getStyleClass().add("column");
        Runnable draw = () -> body.getChildren().setAll(parts(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, before, now) -> {
            if (!before.equals(now)) {
                draw.run();
            }
        });
        draw.run();
        return Cards.page(Say.it("reveal.title"), Say.it("reveal.lead"), body);
    }

    private List<Node> parts(RevealSheet sheet) {
        if (!sheet.complete()) {
            var reveal = Buttons.primary("reveal", Say.it("reveal.verb"), model::reveal);
            return List.of(members(sheet), WhyNot.bind(reveal, model.whyNotReveal(), Say.WORDS));
        }
        var parts = new ArrayList<Node>();
        sheet.parts().forEach(part -> parts.add(Cards.card(
                Say.it("reveal.part", Say.it("part." + part)), byMember(sheet, part))));
        if (!sheet.findings().isEmpty()) {
            parts.addFirst(findings(sheet));
        }
        parts.add(Cards.card(Say.it("reveal.items"), byItem(sheet)));
        return parts;
    }

    private static Node members(RevealSheet sheet) {
        return Tables.of("commitments", FXCollections.observableArrayList(sheet.rows()))
                .column(Say.it("name"), 140, Row::name)
                .chips(Say.it("reveal.committed"), 150, row -> row.committed()
                        ? Chip.ok(Say.it("reveal.committed.yes"))
                        : Chip.idle(Say.it("reveal.committed.no")))
                .chips(Say.it("reveal.revealed"), 150, row -> row.broken()
                        ? Chip.bad(Say.it("reveal.broken"))
                        : row.revealed()
                                ? Chip.ok(Say.it("reveal.revealed.yes"))
                                : Chip.idle(Say.it("reveal.revealed.no")))
                .column(Say.it("reveal.commitment"), Row::commitment).tall(5).node();
    }

    private static Node byMember(RevealSheet sheet, ScoreItem.Part part) {
        var matrix = new Matrix("scores-parts-" + part, FIRST, sheet.bids().size());
        matrix.head(line(Say.it("reveal.member"),
                sheet.bids().stream().map(RevealSheet.Bid::name).toList()));
        for (var ballot : sheet.ballots()) {
            matrix.row("matrix-row", line(ballot.name(), sheet.bids().stream()
                    .map(bid -> sheet.sum(ballot, bid.bidder(), part)).toList()));
        }
        matrix.row("matrix-sum", line(Say.it("reveal.aggregate"), sheet.bids().stream()
                .map(bid -> sheet.aggregate(bid.bidder(), part)).toList()));
        return matrix.node();
    }

    private static Node byItem(RevealSheet sheet) {
        var matrix = new Matrix("scores-items", FIRST, sheet.ballots().size());
        for (var bid : sheet.bids()) {
            matrix.band(bid.name());
            matrix.head(line(Say.it("scoring.factor"),
                    sheet.ballots().stream().map(RevealSheet.MemberBallot::name).toList()));
            for (var item : sheet.items()) {
                matrix.row("matrix-row", line(item.title(), sheet.ballots().stream()
                        .map(ballot -> Outcome.points(bid.bidder(), item.id(), ballot.scores())
                                .map(Points::toString).orElse("—"))
                        .toList()));
            }
        }
        return matrix.node();
    }

    private static String[] line(String first, List<String> rest) {
        var line = new ArrayList<String>();
        line.add(first);
        line.addAll(rest);
        return line.toArray(String[]::new);
    }

    private Node findings(RevealSheet sheet) {
        var list = new VBox();
        list.setId("findings");
        list.getStyleClass().add("column");
        for (var finding : sheet.findings()) {
            var item = sheet.items().stream().filter(one -> one.id().equals(finding.item()))
                    .map(ScoreItem::title).findFirst().orElse("");
            var chip = finding.kind().blocks()
                    ? Chip.bad(Say.it("irregularity." + finding.kind()))
                    : Chip.warn(Say.it("irregularity." + finding.kind()));
            list.getChildren().add(Cards.row(chip.node(),
                    Cards.text(Say.it("reveal.finding", finding.bidderName(), item))));
        }
        sheet.mine().ifPresent(finding -> list.getChildren().add(Buttons.plain("correct",
                Say.it("reveal.correct"), () -> correct(finding))));
        return Cards.card(Say.it("reveal.findings"), list);
    }

    private void correct(RevealSheet.Finding finding) {
        var points = new TextField();
        points.setId("correct-points");
        var reason = new TextArea();
        reason.setId("correct-reason");
        reason.setPrefRowCount(2);
        reason.setWrapText(true);
        var form = new Form().fact(Say.it("bidder"), finding.bidderName())
                .row(Say.it("reveal.points"), points).row(Say.it("recuse.reason"), reason).node();
        var ok = Buttons.primary("dialog-ok", Say.it("reveal.correct"), () -> {});
        ok.disableProperty().bind(points.textProperty().map(text -> !text.matches(POINTS))
                .flatMap(bad -> reason.textProperty().map(text -> bad || text.isBlank())));
        FxThread.then(tools.dialogs().ask(Say.it("reveal.correct"), Say.it("reveal.correct.text"),
                form, ok, () -> points.getText()),
                given -> given.ifPresent(text -> model.correct(finding.bidder(), finding.item(),
                        new Points(new BigDecimal(text)), reason.getText().strip())),
                error -> {
                    throw new IllegalStateException(error);
                });
    }
}

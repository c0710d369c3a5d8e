package venue.evaluation.screen.price;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import venue.domain.evaluation.formula.PriceSheet.Standing;
import venue.evaluation.Say;
import venue.evaluation.parts.Matrix;
import venue.evaluation.screen.price.PriceScreenSheet.Line;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Screen;
import venue.ui.Tables;

/// Draws a [PriceModel]. Ids: `#price-steps`, `#price-lines`, `#benchmark`.
public final class PriceView implements Screen {

    private static final double FIRST = 210;
    private final PriceModel model;

    /// A view of `model`.
    public PriceView(PriceModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "price";
    }

    @Override
    public Parent node() {
        var body = new VBox();
        body.getStyleClass().add("column");
        Runnable draw = () -> body.getChildren().setAll(parts(model.sheetProperty().get()));
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        return Cards.page(Say.it("price.title"), Say.it("price.lead"), body);
    }

    private static List<Node> parts(PriceScreenSheet sheet) {
        var rule = Cards.card(Say.it("price.rule"), Cards.text(sheet.rule()));
        if (!sheet.open()) {
            return List.of(rule, Cards.hint(Say.it("price.closed")));
        }
        return List.of(rule, Cards.card(Say.it("price.steps"), steps(sheet)), lines(sheet));
    }

    private static Node steps(PriceScreenSheet sheet) {
        var matrix = new Matrix("price-steps", FIRST, 2);
        matrix.node().getColumnConstraints().get(1).setPrefWidth(620);
        matrix.head(Say.it("price.step"), Say.it("price.expression"), Say.it("price.value"));
        for (var step : sheet.steps()) {
            matrix.row("matrix-row", Say.it("step." + step.what()),
                    step.expression().isEmpty() ? "—" : step.expression(), step.value());
        }
        return matrix.node();
    }

    private static Node lines(PriceScreenSheet sheet) {
        return Tables.of("price-lines", FXCollections.observableArrayList(sheet.lines()))
                .column(Say.it("bidder"), 250, Line::name)
                .figures(Say.it("price.price"), 150, Line::price)
                .chips(Say.it("price.standing"), 190, line -> chip(line.standing()))
                .figures(Say.it("price.percent"), 110, Line::percent)
                .figures(Say.it("price.exact"), 140, Line::exact)
                .figures(Say.it("price.points"), 110, Line::points).tall(5).node();
    }

    private static Chip chip(Standing standing) {
        var text = Say.it("standing." + standing);
        return switch (standing) {
            case ENTERED -> Chip.ok(text);
            case DROPPED_HIGH, DROPPED_LOW -> Chip.warn(text);
            case REJECTED -> Chip.bad(text);
        };
    }
}

package venue.evaluation.screen.ranking;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import venue.evaluation.Say;
import venue.evaluation.screen.ranking.RankingSheet.Bid;
import venue.evaluation.screen.ranking.RankingSheet.Row;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;

/// Draws a [RankingModel]. Ids: `#ranking`, `#tie-first`, `#tie-method`, `#tie-settle`.
public final class RankingView implements Screen {

    private final RankingModel model;

    /// A view of `model`.
    public RankingView(RankingModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "ranking";
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
        return Cards.page(Say.it("ranking.title"), Say.it("ranking.lead"), body);
    }

    private List<Node> parts(RankingSheet sheet) {
        if (!sheet.open()) {
            return List.of(Cards.hint(Say.it("price.closed")));
        }
        var parts = new ArrayList<Node>();
        parts.add(Tables.of("ranking", FXCollections.observableArrayList(sheet.rows()))
                .column(Say.it("ranking.rank"), 60, row -> String.valueOf(row.rank()))
                .column(Say.it("bidder"), 240, Row::name)
                .figures(Say.it("part.TECHNICAL"), 90, Row::technical)
                .figures(Say.it("part.BUSINESS"), 90, Row::business)
                .figures(Say.it("part.PRICE"), 90, Row::pricePoints)
                .figures(Say.it("ranking.total"), 90, Row::total)
                .figures(Say.it("price.price"), 140, Row::price)
                .chips(Say.it("ranking.candidate"), 150, RankingView::candidate)
                .tall(Math.max(3, sheet.rows().size())).node());
        if (!sheet.rejected().isEmpty()) {
            parts.add(Cards.card(Say.it("ranking.rejected"),
                    Cards.text(String.join("、", sheet.rejected()))));
        }
        if (!sheet.tied().isEmpty()) {
            parts.add(tie(sheet));
        }
        return parts;
    }

    private static Chip candidate(Row row) {
        return row.candidate() == 0
                ? Chip.idle(Say.it("ranking.none"))
                : Chip.ok(Say.it("ranking.candidate." + row.candidate()));
    }

    private Node tie(RankingSheet sheet) {
        var first = new ComboBox<Bid>();
        first.setId("tie-first");
        first.getItems().setAll(sheet.tied());
        first.setConverter(new BidNames());
        var method = new TextField();
        method.setId("tie-method");
        method.setPromptText(Say.it("ranking.method.prompt"));
        var settle = Buttons.primary("tie-settle", Say.it("ranking.settle"), () -> {
            if (first.getValue() != null) {
                model.settle(first.getValue().bidder(), method.getText());
            }
        });
        return Cards.card(Say.it("ranking.tie"), new Form().row(Say.it("ranking.first"), first)
                .row(Say.it("ranking.method"), method)
                .line(WhyNot.bind(settle, model.whyNotSettle(), Say.WORDS)).node());
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

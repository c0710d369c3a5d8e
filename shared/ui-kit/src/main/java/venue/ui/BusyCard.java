package venue.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Draws a [Busy].
final class BusyCard {

    private BusyCard() {}

    static VBox node(Busy busy) {
        var bar = new ProgressBar();
        bar.setId("busy-progress");
        bar.progressProperty().bind(busy.fractionProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        var percent = new Label();
        percent.setId("busy-percent");
        percent.getStyleClass().add("hint");
        percent.textProperty().bind(busy.fractionProperty().map(BusyCard::percent));
        var detail = Cards.text("");
        detail.setId("busy-detail");
        detail.textProperty().bind(busy.detailProperty());
        var card = new VBox(Cards.subheading(busy.what()), detail, bar, percent);
        card.setId("busy");
        card.getStyleClass().add("dialog");
        card.setAccessibleText(busy.what());
        if (busy.canCancel()) {
            var stop = Buttons.plain("busy-cancel", Say.it("busy.cancel"), busy::stop);
            var verbs = new HBox(Cards.gap(), stop);
            verbs.getStyleClass().add("dialog-verbs");
            card.getChildren().add(verbs);
        } else {
            card.setFocusTraversable(true);
        }
        return card;
    }

    private static String percent(Number fraction) {
        double done = fraction.doubleValue();
        return done < 0 ? Say.it("busy.running") : Math.round(done * 100) + " %";
    }
}

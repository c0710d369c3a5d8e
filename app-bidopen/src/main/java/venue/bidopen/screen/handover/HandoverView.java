package venue.bidopen.screen.handover;

import javafx.scene.Parent;
import javafx.scene.control.Label;

import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;
import venue.ui.Screen;

/// 结束与移交. Ids: `#opening-end`, `#hand-over`, `#handover-digest`, `#handover-file`,
/// `#handover-delivery`, `#handover-copy`.
public final class HandoverView implements Screen {

    private final HandoverModel model;
    private final FileChoice files;

    /// Draws `model`.
    public HandoverView(HandoverModel model, FileChoice files) {
        this.model = model;
        this.files = files;
    }

    @Override
    public String id() {
        return "handover";
    }

    @Override
    public Parent node() {
        var end = Why.bind(
                Buttons.primary("opening-end", Say.it("handover.end"), model::end),
                model.whyNotEnd());
        var outcome = Cards.text("");
        outcome.setId("handover-outcome");
        outcome.textProperty().bind(model.outcome());
        var give = Why.bind(
                Buttons.primary("hand-over", Say.it("handover.hand-over"), model::handOver),
                model.whyNotHandOver());
        var copy = Buttons.plain("handover-copy", Say.it("handover.copy"),
                () -> files.save(Say.it("handover.copy"), "handover.parcel")
                        .ifPresent(model::copyTo));
        copy.disableProperty().bind(model.parcelProperty().isEmpty());
        var facts = new Form().fact(Say.it("handover.recipients"), model.recipients())
                .row(Say.it("handover.digest"), bound("handover-digest", "code"))
                .row(Say.it("handover.file"), bound("handover-file", "text"))
                .row(Say.it("handover.delivery"), bound("handover-delivery", "text"))
                .line(Cards.row(Cards.grow(give), copy)).node();
        return Cards.page(Say.it("handover.title"), Say.it("handover.lead"),
                Cards.card(Say.it("handover.step.end"), outcome, end),
                Cards.card(Say.it("handover.step.give"), facts));
    }

    private Label bound(String id, String style) {
        var label = Cards.text("");
        label.setId(id);
        label.getStyleClass().setAll("label", style);
        label.textProperty().bind(switch (id) {
            case "handover-digest" -> model.handed();
            case "handover-file" -> model.parcelProperty();
            default -> model.deliveryProperty();
        });
        return label;
    }
}

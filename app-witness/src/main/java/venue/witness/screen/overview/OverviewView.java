package venue.witness.screen.overview;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.witness.Say;
import venue.witness.parts.Times;

/// Draws an [OverviewModel]. Ids: `#stages`, `#open-<STAGE>`, `#timeline`, `#figure-checked`,
/// `#figure-conduct`, `#figure-suspicions`, `#figure-exhibits`.
public final class OverviewView implements Screen {

    private static final double SIDE = 390;
    private final OverviewModel model;

    /// A view of `model`.
    public OverviewView(OverviewModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public void shown() {
        model.follow();
    }

    @Override
    public Parent node() {
        var side = Cards.card(Say.it("overview.timeline"), Cards.grow(timeline()));
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        return Cards.page(Say.it("overview.title"), Say.it("overview.lead"), figures(),
                Cards.grow(Cards.row(Cards.grow(stages()), side)));
    }

    private Node figures() {
        var sheet = model.sheetProperty();
        return Cards.row(
                Cards.figure("figure-checked", Say.it("overview.checked"),
                        sheet.map(now -> String.valueOf(now.checked()))),
                Cards.figure("figure-conduct", Say.it("overview.conduct"),
                        sheet.map(now -> String.valueOf(now.incidents()))),
                Cards.figure("figure-suspicions", Say.it("overview.suspicions"),
                        sheet.map(now -> String.valueOf(now.suspicions()))),
                Cards.figure("figure-exhibits", Say.it("overview.exhibits"),
                        sheet.map(now -> String.valueOf(now.exhibits()))));
    }

    private Node stages() {
        var rows = FXCollections.observableArrayList(model.sheetProperty().get().rows());
        model.sheetProperty().addListener((_, _, now) -> rows.setAll(now.rows()));
        return Tables.of("stages", rows)
                .column(Say.it("stage"), 90, row -> row.stage().title())
                .chips(Say.it("standing"), 90, row -> chip(row.standing()))
                .column(Say.it("overview.items"), 90, row -> row.checked() + " / " + row.items())
                .column(Say.it("overview.from"), 80,
                        row -> row.from().map(Times::clock).orElse("—"))
                .column(Say.it("overview.until"), 80,
                        row -> row.until().map(Times::clock).orElse("—"))
                .controls(Say.it("overview.list"), 100,
                        row -> Buttons.quiet("open-" + row.stage(), Say.it("overview.enter"),
                                () -> model.enter(row.stage())))
                .tall(8).node();
    }

    private static Chip chip(OverviewSheet.Standing standing) {
        var text = Say.it("overview.standing." + standing);
        return switch (standing) {
            case TODO -> Chip.idle(text);
            case OPEN -> Chip.info(text);
            case ENDED -> Chip.ok(text);
        };
    }

    private Node timeline() {
        return Tables.of("timeline", model.timeline())
                .column(Say.it("at"), 84, row -> Times.clock(row.at()))
                .column(Say.it("event"),
                        row -> Say.it("milestone." + row.kind(), row.detail()).strip())
                .whenEmpty(Say.it("overview.timeline.empty")).tall(8).node();
    }
}

package venue.bidopen.screen.prepare;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Screen;
import venue.ui.Tables;

/// 今日开标/准备. Ids: `#prepare-load`, `#prepare-check-in`, `#suspend`, `#resume`, `#terminate`,
/// `#prepare-checks`.
public final class PrepareView implements Screen {

    private final PrepareModel model;

    /// Draws `model`.
    public PrepareView(PrepareModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "prepare";
    }

    @Override
    public Parent node() {
        var sheet = model.look();
        var checks = Tables.of("prepare-checks", model.checks())
                .column(Say.it("prepare.check"), 170, PrepareSheet.Check::what)
                .chips(Say.it("prepare.state"), 100, PrepareSheet.Check::state)
                .column(Say.it("prepare.detail"), PrepareSheet.Check::detail).tall(6).node();
        var load = Why.bind(
                Buttons.primary("prepare-load", Say.it("prepare.load"), model::prepare),
                model.whyNotPrepare());
        var doors = Why.bind(
                Buttons.plain("prepare-check-in", Say.it("prepare.check-in"),
                        model::beginCheckIn),
                model.whyNotCheckIn());
        var stop = Why.bind(
                Buttons.plain("suspend", Say.it("pause.suspend"), model::suspend),
                model.whyNotSuspend());
        var resume = Why.bind(Buttons.plain("resume", Say.it("pause.resume"), model::resume),
                model.whyNotResume());
        var end = Why.bind(
                Buttons.danger("terminate", Say.it("pause.terminate"), model::terminate),
                model.whyNotTerminate());
        return Cards.page(Say.it("prepare.title"), Say.it("prepare.lead"),
                Cards.card(Say.it("prepare.tender"), facts(sheet)),
                Cards.card(Say.it("prepare.checks"), checks,
                        Cards.row(Cards.grow(load), Cards.grow(doors))),
                Cards.card(Say.it("prepare.unusual"),
                        Cards.row(Cards.grow(stop), Cards.grow(resume), Cards.grow(end))));
    }

    private static GridPane facts(PrepareSheet sheet) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        int at = 0;
        for (var fact : sheet.facts()) {
            var name = new Label(fact.name());
            name.getStyleClass().add("form-name");
            name.setMinWidth(Label.USE_PREF_SIZE);
            grid.add(name, at % 2 * 2, at / 2);
            grid.add(Cards.grow(Cards.text(fact.value())), at % 2 * 2 + 1, at / 2);
            at++;
        }
        return grid;
    }
}

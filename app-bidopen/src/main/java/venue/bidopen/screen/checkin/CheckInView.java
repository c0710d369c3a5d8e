package venue.bidopen.screen.checkin;

import javafx.scene.Parent;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;

/// 签到. Ids: `#bidder-code`, `#bidder-person`, `#bidder-authority`, `#bidder-sign-in`,
/// `#absence-reason`, `#absence-note`, `#bidder-absent`, `#attendance`, `#present-count`.
public final class CheckInView implements Screen {

    private final CheckInModel model;

    /// Draws `model`.
    public CheckInView(CheckInModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "check-in";
    }

    @Override
    public Parent node() {
        var signIn = Why.bind(
                Buttons.primary("bidder-sign-in", Say.it("check-in.sign-in"), model::signIn),
                model.whyNotSignIn());
        var form = new Form()
                .row(Say.it("check-in.code"), Choices.text("bidder-code", model.codeProperty()))
                .row(Say.it("check-in.person"),
                        Choices.text("bidder-person", model.personProperty()))
                .row(Say.it("check-in.authority"),
                        Choices.of("bidder-authority", model.authorities(), text -> text,
                                model.authorityProperty()))
                .line(signIn).node();
        var absent = Why.bind(
                Buttons.plain("bidder-absent", Say.it("check-in.absent"), model::absent),
                model.whyNotAbsent());
        var missing = new Form()
                .row(Say.it("check-in.absence"),
                        Choices.of("absence-reason", model.absences(), Say::of,
                                model.absenceProperty()))
                .row(Say.it("check-in.note"),
                        Choices.text("absence-note", model.noteProperty()))
                .line(absent).node();
        var table = Tables.of("attendance", model.rows())
                .column(Say.it("column.bidder"), 250, CheckInSheet.Row::name)
                .column(Say.it("column.code"), 190, row -> row.bidder().value())
                .chips(Say.it("column.attendance"), 110, CheckInSheet.Row::state)
                .column(Say.it("column.person"), CheckInSheet.Row::person)
                .column(Say.it("column.time"), 90, CheckInSheet.Row::at)
                .whenEmpty(Say.it("check-in.nobody")).tall(6).node();
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                model.codeProperty().set(row.bidder().value());
            }
        });
        var count = Cards.figure("present-count", Say.it("check-in.present"),
                model.sheet().map(sheet -> Long.toString(sheet.present())));
        return Cards.page(Say.it("check-in.title"), Say.it("check-in.lead"),
                Cards.row(Cards.grow(Cards.card(Say.it("check-in.form"), form)),
                        Cards.grow(Cards.card(Say.it("check-in.absence.form"), missing)), count),
                Cards.card(Say.it("check-in.list"), table));
    }
}

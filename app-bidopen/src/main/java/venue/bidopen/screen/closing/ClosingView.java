package venue.bidopen.screen.closing;

import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.domain.tender.Person;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;

/// 截止与到件清单. Ids: `#close-submission`, `#staff-reader`, `#staff-recorder`, `#staff-supervisor`,
/// `#open-meeting`, `#count-bids`, `#publish-list`, `#bids`, `#deadline-left`, `#received-count`.
public final class ClosingView implements Screen {

    private final ClosingModel model;

    /// Draws `model`.
    public ClosingView(ClosingModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "closing";
    }

    @Override
    public Parent node() {
        var left = Cards.figure("deadline-left", Say.it("closing.left"), model.left());
        var received = Cards.figure("received-count", Say.it("closing.received"), model.received());
        var close = Why.bind(
                Buttons.primary("close-submission", Say.it("closing.close"), model::close),
                model.whyNotClose());
        var open = Why.bind(
                Buttons.plain("open-meeting", Say.it("closing.open"), model::openMeeting),
                model.whyNotOpen());
        var count = Why.bind(
                Buttons.plain("count-bids", Say.it("closing.count"), model::count),
                model.whyNotCount());
        var publish = Why.bind(
                Buttons.plain("publish-list", Say.it("closing.publish"), model::publish),
                model.whyNotPublish());
        var staff = new Form()
                .row(Say.it("staff.reader"), person("staff-reader", model.readerProperty()))
                .row(Say.it("staff.recorder"), person("staff-recorder", model.recorderProperty()))
                .row(Say.it("staff.supervisor"),
                        person("staff-supervisor", model.supervisorProperty()))
                .line(open).node();
        var table = Tables.of("bids", model.rows())
                .figures(Say.it("column.number"), 52, row -> Integer.toString(row.number()))
                .column(Say.it("column.bidder"), 232, ClosingSheet.Row::bidder)
                .column(Say.it("column.received"), 172, ClosingSheet.Row::receivedAt)
                .figures(Say.it("column.size"), 76, ClosingSheet.Row::size)
                .column(Say.it("column.digest"), ClosingSheet.Row::digest)
                .whenEmpty(Say.it("closing.list.hidden")).tall(6).node();
        return Cards.page(Say.it("closing.title"), Say.it("closing.lead"),
                Cards.row(left, received, Cards.grow(Cards.card(Say.it("closing.step.close"),
                        close)), Cards.grow(Cards.card(Say.it("closing.step.count"), count)),
                        Cards.grow(Cards.card(Say.it("closing.step.publish"), publish))),
                Cards.row(Cards.card(Say.it("closing.step.open"), staff),
                        Cards.grow(Cards.card(Say.it("closing.list"), table))));
    }

    private Node person(String id, Property<@Nullable Person> chosen) {
        return Choices.of(id, model.people(), Person::name, chosen);
    }
}

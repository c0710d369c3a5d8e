package venue.bidopen.screen.decrypt;

import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;

/// 解密. Ids: `#decrypt-begin`, `#decrypt-left`, `#decrypt-opened`, `#tender-file`, `#tender-pin`,
/// `#tender-open`, `#bids-fetch`, `#bids-import`, `#bid-choice`, `#bid-token`, `#bid-pin`,
/// `#bid-decrypt`, `#bid-timeout`, `#cause-choice`, `#cause-view`, `#cause-reason`,
/// `#cause-decide`, `#decrypt-close`, `#decrypt-table`.
public final class DecryptView implements Screen {

    private static final List<String> MEDIA = List.of("p12", "pfx", "token");

    private final DecryptModel model;
    private final RescueModel rescue;
    private final FileChoice files;
    private final boolean online;

    /// Draws `model` and `rescue`.
    public DecryptView(DecryptModel model, RescueModel rescue, FileChoice files,
            boolean online) {
        this.model = model;
        this.rescue = rescue;
        this.files = files;
        this.online = online;
    }

    @Override
    public String id() {
        return "decrypt";
    }

    @Override
    public Parent node() {
        var table = Tables.of("decrypt-table", model.rows())
                .figures(Say.it("column.number"), 56, row -> Integer.toString(row.number()))
                .column(Say.it("column.bidder"), 220, DecryptSheet.Row::name)
                .chips(Say.it("column.state"), 130, DecryptSheet.Row::state)
                .figures(Say.it("column.attempts"), 64, row -> Integer.toString(row.attempts()))
                .column(Say.it("column.last"), 160, DecryptSheet.Row::last)
                .column(Say.it("column.evidence"), DecryptSheet.Row::evidence)
                .whenEmpty(Say.it("decrypt.before")).tall(7).node();
        var left = Cards.figure("decrypt-left", Say.it("decrypt.left"), model.left());
        var opened = Cards.figure("decrypt-opened", Say.it("decrypt.count"),
                model.sheet().map(sheet -> sheet.opened() + " / " + sheet.rows().size()));
        var close = Why.bind(
                Buttons.primary("decrypt-close", Say.it("decrypt.close"), model::close),
                model.whyNotClose());
        return Cards.page(Say.it("decrypt.title"), Say.it("decrypt.lead"),
                Cards.row(left, opened, Cards.grow(tenderSide())),
                Cards.row(Cards.grow(bidder()), Cards.grow(cause())),
                Cards.card(Say.it("decrypt.table"), table, close), rescue());
    }

    private VBox tenderSide() {
        var pin = Choices.pin("tender-pin");
        pin.setAccessibleText(Say.it("pin"));
        pin.setPromptText(Say.it("pin"));
        var tenderKey = model.tenderKey();
        var open = Buttons.plain("tender-open", tenderKey.verb(),
                () -> tenderKey.open(Choices.taken(pin)));
        open.disableProperty().bind(pin.textProperty().isEmpty()
                .or(tenderKey.mediumProperty().isEmpty()));
        var state = Cards.hint("");
        state.setId("tender-state");
        state.textProperty().bind(tenderKey.stateProperty());
        var fetch = Buttons.plain("bids-fetch", Say.it("decrypt.fetch"), model::fetch);
        fetch.setDisable(!online);
        var bring = Buttons.plain("bids-import", Say.it("decrypt.import"),
                () -> files.folder(Say.it("decrypt.import")).ifPresent(model::importFrom));
        var begin = Why.bind(
                Buttons.primary("decrypt-begin", Say.it("decrypt.begin"), model::begin),
                model.whyNotBegin());
        var key = Cards.row(Cards.grow(medium("tender-file", tenderKey.mediumProperty())), pin,
                open);
        key.visibleProperty().bind(tenderKey.readyProperty().not());
        key.managedProperty().bind(key.visibleProperty());
        return Cards.card(Say.it("decrypt.tender"), key, state,
                Cards.row(fetch, bring, Cards.grow(begin)));
    }

    /// Below everything else: few openings ever need it.
    private VBox rescue() {
        var card = new RescueCard(rescue, files).node();
        card.setVisible(rescue.isOffered());
        card.setManaged(rescue.isOffered());
        return card;
    }

    private VBox bidder() {
        var pin = Choices.pin("bid-pin");
        var decrypt = Buttons.primary("bid-decrypt", Say.it("decrypt.decrypt"),
                () -> model.decrypt(Choices.taken(pin)));
        var form = new Form()
                .row(Say.it("column.bidder"),
                        Choices.of("bid-choice", model.open(), DecryptSheet.Row::name,
                                model.chosenProperty()))
                .row(Say.it("token"), medium("bid-token", model.mediumProperty()))
                .row(Say.it("pin"), pin)
                .line(Why.bind(decrypt, model.whyNotDecrypt())).node();
        return Cards.card(Say.it("decrypt.bidder"), form);
    }

    private VBox cause() {
        var decide = Why.bind(
                Buttons.danger("cause-decide", Say.it("cause.decide"), model::decide),
                model.whyNotDecide());
        var late = Buttons.quiet("bid-timeout", Say.it("decrypt.timeout"), model::timeout);
        late.visibleProperty()
                .bind(model.whyNotTimeout().map(refusal -> refusal.isEmpty()));
        var form = new Form()
                .row(Say.it("cause.cause"),
                        Choices.of("cause-choice", model.causes(), Say::of,
                                model.causeProperty()))
                .row(Say.it("cause.view"),
                        Choices.of("cause-view", model.views(), Say::of, model.viewProperty()))
                .row(Say.it("cause.reason"),
                        Choices.text("cause-reason", model.reasonProperty()))
                .line(Cards.row(Cards.grow(decide), late)).node();
        return Cards.card(Say.it("cause.title"), form);
    }

    private HBox medium(String id, StringProperty value) {
        var field = Choices.text(id, value);
        field.setPromptText(Say.it("token"));
        field.setAccessibleText(Say.it("token"));
        var browse = Buttons.plain(id + "-browse", Say.it("browse"),
                () -> files.open(Say.it("token"), MEDIA)
                        .ifPresent(path -> value.set(path.toString())));
        return Cards.row(Cards.grow(field), browse);
    }
}

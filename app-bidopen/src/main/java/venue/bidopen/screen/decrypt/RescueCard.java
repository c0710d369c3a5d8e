package venue.bidopen.screen.decrypt;

import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import venue.bidopen.screen.Choices;
import venue.bidopen.screen.Why;
import venue.bidopen.session.Say;
import venue.domain.opening.KeyCard;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;

/// The card for remedies (补救方案). Ids: `#rescue-way`, `#rescue-code`, `#rescue-backup`,
/// `#rescue-reason`, `#rescue-token`, `#rescue-pin`, `#rescue-use`.
final class RescueCard {

    private final RescueModel model;
    private final FileChoice files;

    RescueCard(RescueModel model, FileChoice files) {
        this.model = model;
        this.files = files;
    }

    VBox node() {
        var code = Choices.pin("rescue-code");
        code.setPromptText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX");
        code.disableProperty()
                .bind(model.wayProperty().isNotEqualTo(KeyCard.RescueWay.RESCUE_CODE));
        var backup = file("rescue-backup", model.backupProperty(), List.of("bak"));
        backup.disableProperty()
                .bind(model.wayProperty().isNotEqualTo(KeyCard.RescueWay.BACKUP_FILE));
        var pin = Choices.pin("rescue-pin");
        var use = Buttons.danger("rescue-use", Say.it("rescue.use"),
                () -> model.use(Choices.taken(code), Choices.taken(pin)));
        var form = new Form()
                .row(Say.it("rescue.way"),
                        Choices.of("rescue-way", model.ways(), Say::of, model.wayProperty()))
                .row(Say.it("rescue.code"), code).row(Say.it("rescue.backup"), backup)
                .row(Say.it("rescue.reason"),
                        Choices.text("rescue-reason", model.reasonProperty()))
                .row(Say.it("rescue.supervisor"),
                        file("rescue-token", model.mediumProperty(), List.of("p12", "pfx")))
                .row(Say.it("pin"), pin).line(Why.bind(use, model.whyNot())).node();
        return Cards.card(Say.it("rescue.title"), Cards.hint(Say.it("rescue.hint")), form);
    }

    private HBox file(String id, StringProperty value, List<String> endings) {
        var field = Choices.text(id, value);
        var browse = Buttons.plain(id + "-browse", Say.it("browse"),
                () -> files.open(Say.it("rescue.title"), endings)
                        .ifPresent(path -> value.set(path.toString())));
        return Cards.row(Cards.grow(field), browse);
    }
}

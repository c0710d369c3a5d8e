package venue.bidopen.screen.decrypt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Rescuing;
import venue.bidopen.session.Say;
import venue.bidopen.session.TenderSide;
import venue.bidopen.session.Unsealing;
import venue.crypto.Progress;
import venue.crypto.RescueCode;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.opening.Bid;
import venue.domain.opening.KeyCard;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;

/// Remedies when a bidder's certificate fails (补救方案): a rescue code or a backup file, each with a
/// reason that the opening's supervisor signs.
public final class RescueModel {

    private final HostDesk desk;
    private final TenderSide side;
    private final DecryptModel decrypt;
    private final ObjectProperty<KeyCard.@Nullable RescueWay> way = new SimpleObjectProperty<>(
            KeyCard.RescueWay.RESCUE_CODE);
    private final StringProperty backup = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty medium = new SimpleStringProperty("");

    /// For the bid chosen in `decrypt`.
    public RescueModel(HostDesk desk, TenderSide side, DecryptModel decrypt) {
        this.desk = desk;
        this.side = side;
        this.decrypt = decrypt;
    }

    /// Whether the tender has an opening key at all; without one there are no remedies.
    public boolean isOffered() {
        return side.holders().filter(holders -> !holders.remedies().isEmpty()).isPresent();
    }

    /// All ways; one that the tender documents do not provide for says so.
    public ObservableList<KeyCard.RescueWay> ways() {
        return FXCollections.observableArrayList(List.of(KeyCard.RescueWay.values()));
    }

    /// The way chosen.
    public ObjectProperty<KeyCard.@Nullable RescueWay> wayProperty() {
        return way;
    }

    /// The backup file.
    public StringProperty backupProperty() {
        return backup;
    }

    /// The legal reason.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// The supervisor's medium.
    public StringProperty mediumProperty() {
        return medium;
    }

    /// Why no remedy can be used for the chosen bid.
    public ObservableValue<Optional<OpeningRefusal>> whyNot() {
        return desk.why(this::rehearsal, decrypt.chosenProperty(), way, reason);
    }

    /// The command as it would be if the supervisor signed now.
    private OpeningCommand rehearsal() {
        var bid = bid();
        var chosen = way.get();
        var supervisor = desk.project().brief().people().stream()
                .filter(person -> person.role() == Role.OPENING_SUPERVISOR).findFirst();
        if (bid.isEmpty() || chosen == null || supervisor.isEmpty()) {
            return new OpeningCommand.ApproveRescue(Say.NOBODY, KeyCard.RescueWay.RESCUE_CODE, "",
                    new PersonId("-"), new Digest("0".repeat(64)), "", "");
        }
        return new OpeningCommand.ApproveRescue(bid.get().bidder(), chosen, reason.get(),
                supervisor.get().id(), supervisor.get().certificate(), "", "");
    }

    private Optional<Bid> bid() {
        var row = decrypt.chosenProperty().get();
        return row == null ? Optional.empty() : desk.opening().bid(row.bidder());
    }

    /// Has the supervisor sign, then opens. `code` and `pin` are wiped.
    public void use(char[] code, char[] pin) {
        var bid = bid();
        var chosen = way.get();
        if (bid.isEmpty() || chosen == null) {
            return;
        }
        var opening = desk.opening();
        var file = Path.of(medium.get().strip());
        var text = reason.get();
        desk.beside(Say.it("rescue.use"), () -> {
            var step = step(bid.get(), chosen, code);
            return new Prepared(new Rescuing(desk.place()).approve(opening, bid.get(), chosen, text,
                    file, pin), step);
        }, this::approved);
    }

    private record Prepared(OpeningCommand approval, Callable<OpeningCommand> step) {}

    /// A mistyped code is found before anybody signs.
    private Callable<OpeningCommand> step(Bid bid, KeyCard.RescueWay chosen, char[] code) {
        var work = new Unsealing(desk.place(), desk.project().brief().tender().id(), side);
        return switch (chosen) {
            case RESCUE_CODE -> {
                var parsed = RescueCode.parse(code);
                yield () -> {
                    try (parsed) {
                        return work.rescue(bid, parsed, Progress.NONE);
                    }
                };
            }
            case BACKUP_FILE -> {
                var from = Path.of(backup.get().strip());
                yield () -> work.restore(bid, from);
            }
        };
    }

    private void approved(Prepared prepared) {
        desk.ask(Say.it("rescue.use"), prepared.approval()).thenAccept(done -> {
            if (done) {
                reason.set("");
                medium.set("");
                desk.beside(Say.it("rescue.use"), prepared.step(), decrypt::hand);
            }
        });
    }
}

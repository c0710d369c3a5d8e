package venue.bidopen.screen.decrypt;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import venue.bidopen.session.Holders;
import venue.bidopen.session.HostDesk;
import venue.bidopen.session.Say;
import venue.bidopen.session.TenderSide;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.Phase;
import venue.ui.FxThread;
import venue.ui.Notice;

/// The tender side's key at the desk: holders give one after the other, or, for a tender with a
/// single key, its token is opened and held to the end of decryption.
public final class TenderKeyModel {

    private final HostDesk desk;
    private final TenderSide side;
    private final StringProperty medium = new SimpleStringProperty("");
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");

    /// Over `desk`.
    public TenderKeyModel(HostDesk desk, TenderSide side) {
        this.desk = desk;
        this.side = side;
        side.holders().ifPresentOrElse(this::takeIn, this::refresh);
    }

    /// What the record has from before a restart.
    private void takeIn(Holders holders) {
        var opening = desk.opening();
        if (opening.keys().filter(table -> !table.given().isEmpty()).isEmpty()) {
            refresh();
            return;
        }
        desk.beside(Say.it("decrypt.tender.open"), () -> {
            holders.follow(opening);
            return opening;
        }, _ -> refresh());
    }

    /// Follows the opening and what bids are here.
    public void refresh() {
        ready.set(side.isReady(desk.opening()));
        state.set(side.holders().map(holders -> holders.say(desk.opening())).orElseGet(
                () -> Say.it(ready.get() ? "decrypt.tender.held" : "decrypt.tender.missing")));
    }

    /// Forgets a single key once decryption is over.
    public void show(Opening opening) {
        if (opening.phase().reached(Phase.IMPORTED)) {
            side.forget();
            ready.set(false);
        }
    }

    /// The word on the button.
    public String verb() {
        return Say.it(side.holders().isPresent() ? "holders.give" : "decrypt.tender.open");
    }

    /// File of the medium at the desk.
    public StringProperty mediumProperty() {
        return medium;
    }

    /// Whether every bid here has its tender side's half.
    public BooleanProperty readyProperty() {
        return ready;
    }

    /// Who has given and who is missing.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Takes the medium at the desk. `pin` is wiped.
    public void open(char[] pin) {
        var file = Path.of(medium.get().strip());
        if (side.holders().isEmpty()) {
            desk.beside(verb(), () -> side.open(file, pin), holder -> {
                refresh();
                desk.tell(Notice.ok(Say.it("decrypt.tender.ready", holder)));
            });
            return;
        }
        var holders = side.holders().get();
        FxThread.then(noted(holders).thenCompose(_ -> declared(holders)),
                declares -> give(holders, file, pin, declares),
                error -> desk.failed(verb(), error));
    }

    private CompletionStage<Boolean> noted(Holders holders) {
        return desk.opening().keys().isPresent()
                ? CompletableFuture.completedFuture(true)
                : desk.ask(verb(), holders.note());
    }

    /// Whether the holder says himself that the deadline is past; asked only when nobody knows.
    private CompletionStage<Boolean> declared(Holders holders) {
        return holders.mustDeclare()
                ? desk.shell().dialogs().confirm(verb(), Say.it("holders.declare",
                        Say.time(desk.instant()), Say.time(desk.opening().tender().deadline())),
                        Say.it("holders.declare.yes"))
                : CompletableFuture.completedFuture(false);
    }

    private void give(Holders holders, Path file, char[] pin, boolean declares) {
        var opening = desk.opening();
        desk.beside(verb(), () -> holders.give(opening, file, pin, declares),
                command -> desk.ask(verb(), command).thenAccept(done -> {
                    if (done) {
                        told(command);
                    }
                }));
    }

    private void told(OpeningCommand command) {
        medium.set("");
        refresh();
        desk.tell(command instanceof OpeningCommand.RejectShare rejected
                ? new Notice(Notice.Kind.ERROR, Say.it("holders.rejected", rejected.name()),
                        rejected.reason(), Say.it("holders.rejected.next"))
                : Notice.ok(state.get()));
    }
}

package venue.bidopen.screen.draw;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import venue.bidopen.session.HostDesk;
import venue.bidopen.session.MachineNumber;
import venue.bidopen.session.Say;
import venue.crypto.Bytes;
import venue.domain.base.PersonId;
import venue.domain.draw.Draw;
import venue.domain.opening.CoefficientDraw;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.domain.tender.Person;
import venue.ui.FxThread;

/// What the drawing screen shows and can ask for: commitments, dice, secret numbers, the result.
public final class DrawModel {

    private final HostDesk desk;
    private final MachineNumber machine;
    private final ObservableList<DrawSheet.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<String> parties = FXCollections
            .observableArrayList(DrawSheet.PARTIES.subList(0, DrawSheet.PARTIES.size() - 1));
    private final ObservableList<Person> readers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> party = new SimpleObjectProperty<>(
            DrawSheet.PARTIES.getFirst());
    private final StringProperty slip = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> revealing = new SimpleObjectProperty<>(
            DrawSheet.PARTIES.getFirst());
    private final StringProperty nonce = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Person> firstReader = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Person> secondReader = new SimpleObjectProperty<>();
    private final StringProperty firstDice = new SimpleStringProperty("");
    private final StringProperty secondDice = new SimpleStringProperty("");

    /// Over `desk`.
    public DrawModel(HostDesk desk) {
        this.desk = desk;
        this.machine = new MachineNumber(desk.place());
        readers.setAll(desk.project().brief().people());
        show(desk.opening());
        desk.openingProperty().addListener((_, _, now) -> show(now));
    }

    private void show(Opening opening) {
        rows.setAll(DrawSheet.of(opening).rows());
    }

    /// How things stand.
    public ObservableValue<DrawSheet> sheet() {
        return desk.openingProperty().map(DrawSheet::of);
    }

    /// The parties.
    public ObservableList<DrawSheet.Row> rows() {
        return rows;
    }

    /// The parties that are people.
    public ObservableList<String> parties() {
        return parties;
    }

    /// Who can read the dice.
    public ObservableList<Person> readers() {
        return readers;
    }

    /// The party making its slip.
    public ObjectProperty<@Nullable String> partyProperty() {
        return party;
    }

    /// The slip to copy: 32 bytes in groups; empty when there is none.
    public StringProperty slipProperty() {
        return slip;
    }

    /// The party showing its number.
    public ObjectProperty<@Nullable String> revealingProperty() {
        return revealing;
    }

    /// The number as typed from the slip.
    public StringProperty nonceProperty() {
        return nonce;
    }

    /// First person at the dice.
    public ObjectProperty<@Nullable Person> firstReaderProperty() {
        return firstReader;
    }

    /// Second person at the dice.
    public ObjectProperty<@Nullable Person> secondReaderProperty() {
        return secondReader;
    }

    /// What the first person read.
    public StringProperty firstDiceProperty() {
        return firstDice;
    }

    /// What the second person read.
    public StringProperty secondDiceProperty() {
        return secondDice;
    }

    /// Why the draw cannot begin.
    public ObservableValue<Optional<OpeningRefusal>> whyNotBegin() {
        return desk.why(this::beginning);
    }

    /// Why nothing can be committed for the chosen party.
    public ObservableValue<Optional<OpeningRefusal>> whyNotCommit() {
        return desk.why(() -> new OpeningCommand.CommitNonce(planId(), chosen(party),
                Draw.digestOf(List.of())), party);
    }

    /// Why the dice cannot be recorded.
    public ObservableValue<Optional<OpeningRefusal>> whyNotDice() {
        return desk.why(this::thrown, firstDice, secondDice, firstReader, secondReader);
    }

    /// Why the number cannot be shown.
    public ObservableValue<Optional<OpeningRefusal>> whyNotReveal() {
        return desk.why(this::shown, revealing, nonce).map(found -> found.filter(
                reason -> reason != OpeningRefusal.NONCE_MISMATCH || !nonce.get().isBlank()));
    }

    /// Why there is no result yet.
    public ObservableValue<Optional<OpeningRefusal>> whyNotConclude() {
        return desk.why(() -> new OpeningCommand.ConcludeDraw(planId()))
                .map(found -> othersShown() ? Optional.empty() : found);
    }

    /// Why the round cannot be voided.
    public ObservableValue<Optional<OpeningRefusal>> whyNotVoid() {
        return desk.why(() -> new OpeningCommand.VoidDraw(planId(), "-"));
    }

    /// Begins; the machine commits at once.
    public void begin() {
        desk.ask(Say.it("draw.begin"), beginning()).thenAccept(done -> {
            if (done) {
                commitMachine();
            }
        });
    }

    private void commitMachine() {
        var drawId = running().orElseThrow().drawId();
        desk.beside(Say.it("draw.machine"), () -> machine.make(drawId),
                made -> commit(CoefficientDraw.MACHINE, made));
    }

    /// Makes a secret number for the chosen party to copy.
    public void makeSlip() {
        slip.set(Bytes.random(Draw.NONCE_BYTES).hex().replaceAll("(.{8})(?=.)", "$1 "));
    }

    /// The party has its slip: commits to it and forgets it.
    public void commitSlip() {
        var made = slip.get().replace(" ", "");
        if (made.isEmpty()) {
            return;
        }
        commit(chosen(party), made).thenAccept(done -> {
            if (done) {
                slip.set("");
                next(party);
            }
        });
    }

    private CompletionStage<Boolean> commit(String who, String number) {
        var draw = running();
        if (draw.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        var commitment = Draw.commitment(draw.get().drawId(), who, HexFormat.of().parseHex(number));
        return desk.ask(Say.it("draw.commit"),
                new OpeningCommand.CommitNonce(planId(), who, commitment));
    }

    /// Records the dice.
    public void recordDice() {
        desk.ask(Say.it("draw.dice"), thrown());
    }

    /// Shows the number of the chosen party.
    public void reveal() {
        desk.ask(Say.it("draw.reveal"), shown()).thenAccept(done -> {
            if (done) {
                nonce.set("");
                next(revealing);
            }
        });
    }

    /// The machine shows its number, the result is computed.
    public void conclude() {
        var draw = running().orElseThrow();
        if (draw.nonces().containsKey(CoefficientDraw.MACHINE)) {
            desk.ask(Say.it("draw.conclude"), new OpeningCommand.ConcludeDraw(planId()));
            return;
        }
        desk.beside(Say.it("draw.machine"), () -> machine.recall(draw.drawId()),
                number -> desk
                        .ask(Say.it("draw.conclude"),
                                new OpeningCommand.RevealNonce(planId(), CoefficientDraw.MACHINE,
                                        number))
                        .thenAccept(done -> {
                            if (done) {
                                desk.ask(Say.it("draw.conclude"),
                                        new OpeningCommand.ConcludeDraw(planId()));
                            }
                        }));
    }

    /// Voids the round, with a reason.
    public void voidRound() {
        FxThread.then(
                desk.shell().dialogs().reason(Say.it("draw.void"), Say.it("draw.void.text"),
                        Say.it("draw.void")),
                reason -> reason.ifPresent(text -> desk.ask(Say.it("draw.void"),
                        new OpeningCommand.VoidDraw(planId(), text))),
                error -> desk.failed(Say.it("draw.void"), error));
    }

    private boolean othersShown() {
        return running().filter(d -> d.result().isEmpty() && !d.parties().isEmpty()
                && d.nonces().size() >= d.parties().size() - 1).isPresent();
    }

    private OpeningCommand beginning() {
        return new OpeningCommand.BeginDraw(planId(), DrawSheet.PARTIES);
    }

    private OpeningCommand thrown() {
        return new OpeningCommand.RecordDice(planId(), numbers(firstDice.get()),
                id(firstReader, "first"), numbers(secondDice.get()), id(secondReader, "second"));
    }

    private OpeningCommand shown() {
        return new OpeningCommand.RevealNonce(planId(), chosen(revealing),
                nonce.get().replaceAll("\\s", "").toLowerCase(Locale.ROOT));
    }

    private Optional<CoefficientDraw> running() {
        return desk.opening().draw(planId());
    }

    private String planId() {
        return DrawSheet.of(desk.opening()).plan().map(plan -> plan.id()).orElse("");
    }

    private static List<Integer> numbers(String text) {
        var numbers = new ArrayList<Integer>();
        for (var part : text.split("[^0-9]+", -1)) {
            if (!part.isEmpty() && part.length() < 4) {
                numbers.add(Integer.valueOf(part));
            }
        }
        return numbers;
    }

    private static PersonId id(ObjectProperty<@Nullable Person> chosen, String otherwise) {
        var person = chosen.get();
        return person == null ? new PersonId(otherwise) : person.id();
    }

    private static String chosen(ObjectProperty<@Nullable String> property) {
        var value = property.get();
        return value == null ? "" : value;
    }

    private void next(ObjectProperty<@Nullable String> property) {
        int at = parties.indexOf(property.get());
        if (at + 1 < parties.size()) {
            property.set(parties.get(at + 1));
        }
    }
}

package venue.witness.screen.evidence;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import venue.capture.CaptureSession.Circumstances;
import venue.capture.CaptureSource;
import venue.capture.FileSource;
import venue.capture.WindowSource;
import venue.crypto.Bytes;
import venue.domain.witness.Exhibit;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.Incident;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent.Source;
import venue.domain.witness.WitnessRefusal;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;
import venue.witness.desk.Suspicions;
import venue.witness.parts.IncidentPick;
import venue.witness.parts.Times;

/// 证据保全: takes photos, files and the own window in, shows the digests and the custody ledger.
public final class EvidenceModel implements Showing {

    private final Acts acts;
    private final Suspicions suspicions;
    private final IncidentPick pick = new IncidentPick(one -> one.closed().isEmpty());
    private final ObservableList<Exhibit> exhibits = FXCollections.observableArrayList();
    private final ObservableList<LedgerLine> ledger = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ExhibitId>> chosen = new SimpleObjectProperty<>(
            Optional.empty());
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final ObservableValue<Optional<WitnessRefusal>> whyNot;

    /// A line of the custody ledger as shown.
    public record LedgerLine(String at, String act, String from, String to, String reason,
            boolean verified) {}

    /// A model that acts through `acts`.
    public EvidenceModel(Acts acts) {
        this.acts = acts;
        this.suspicions = new Suspicions(acts.desk());
        this.whyNot = acts.why(() -> new WitnessCommand.BeginCapture(incident(),
                ExhibitKind.FILE, ExhibitOrigin.IMPORTED, title.get(), new Source("", "", ""),
                "", acts.desk().now().minusSeconds(1), Optional.empty(), "00"));
        title.addListener((_, _, _) -> acts.refresh());
        chosen.addListener((_, _, _) -> showLedger());
        show(acts.desk().watch());
    }

    private Optional<venue.domain.witness.IncidentId> incident() {
        return pick.chosen().map(Incident::id);
    }

    @Override
    public void show(Watch now) {
        pick.show(now);
        var before = chosen.get();
        exhibits.setAll(now.exhibits().values());
        chosen.set(before.or(() -> exhibits.isEmpty()
                ? Optional.empty()
                : Optional.of(exhibits.getLast().id())));
        showLedger();
        acts.refresh();
    }

    private void showLedger() {
        ledger.clear();
        chosen.get().flatMap(acts.desk().watch()::exhibit).ifPresent(exhibit -> {
            exhibit.keptAt().ifPresent(at -> ledger.add(new LedgerLine(Times.second(at),
                    Say.it("evidence.taken"), exhibit.begun().source().device(),
                    acts.desk().nameOf(exhibit.begun().by()), Say.it("evidence.taken.reason"),
                    true)));
            exhibit.custody().forEach(line -> ledger.add(new LedgerLine(Times.second(line.at()),
                    line.act().title(), line.from(), line.to(), line.reason(),
                    line.hashVerified())));
        });
    }

    /// Takes the named file in as `kind`.
    public void add(ExhibitKind kind) {
        var source = new FileSource(Path.of(file.get().strip()), kind, title.get(),
                Say.onPaper("evidence.medium"), "");
        keep(source, () -> file.set(""));
    }

    /// Takes a picture of the own window in.
    public void addWindow(Bytes png) {
        keep(new WindowSource(png, title.get(), acts.desk().acting().device().value()), () -> {});
    }

    private void keep(CaptureSource source, Runnable done) {
        var known = new Circumstances(incident(), acts.desk().brief().tender().place(),
                pick.chosen().map(one -> one.recorded().occurredAt())
                        .orElseGet(() -> acts.desk().now().minusMillis(1)),
                second.get().isBlank() ? Optional.empty() : Optional.of(second.get().strip()));
        acts.work(Say.it("evidence.keep"), () -> acts.desk().keep(source, known), () -> {
            title.set("");
            chosen.set(Optional.of(exhibits.isEmpty()
                    ? new ExhibitId("E000-none")
                    : exhibits.getLast().id()));
            done.run();
        });
    }

    /// Computes the digests of the chosen original again and writes the look into the ledger.
    public void verify() {
        chosen.get().ifPresent(id -> FxThread.then(
                FxThread.beside(() -> suspicions.view(id, Say.it("evidence.verify.reason"))),
                _ -> acts.say(Notice.ok(Say.it("evidence.verified", id.brief()))),
                error -> acts.failed(Say.it("evidence.verify"), error)));
    }

    /// Hands the chosen original over.
    public void handOver(String to, String reason) {
        chosen.get().ifPresent(id -> acts.work(Say.it("evidence.hand-over"),
                () -> suspicions.handOver(id, to, reason, Say.onPaper("evidence.on-paper")),
                () -> {}));
    }

    /// The findings that evidence can belong to.
    public IncidentPick pick() {
        return pick;
    }

    /// All evidence.
    public ObservableList<Exhibit> exhibits() {
        return exhibits;
    }

    /// The ledger of the chosen piece.
    public ObservableList<LedgerLine> ledger() {
        return ledger;
    }

    /// The chosen piece.
    public ObjectProperty<Optional<ExhibitId>> chosenProperty() {
        return chosen;
    }

    /// What the new piece is called.
    public StringProperty titleProperty() {
        return title;
    }

    /// The file to be taken in.
    public StringProperty fileProperty() {
        return file;
    }

    /// The second collector.
    public StringProperty secondProperty() {
        return second;
    }

    /// Why nothing can be taken in.
    public ObservableValue<Optional<WitnessRefusal>> whyNot() {
        return whyNot;
    }
}

package venue.witness.screen.incident;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import venue.domain.witness.Incident;
import venue.domain.witness.Subject;
import venue.domain.witness.SubjectKind;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessRefusal;
import venue.ui.FxThread;
import venue.witness.Say;
import venue.witness.desk.Acts;
import venue.witness.desk.Showing;
import venue.witness.screen.incident.IncidentSheet.Entry;

/// 快速记录: subject, entry of the catalogue, note; saved at once.
public final class IncidentModel implements Showing {

    private final Acts acts;
    private final ReadOnlyObjectWrapper<IncidentSheet> sheet;
    private final ObjectProperty<Optional<Subject>> subject = new SimpleObjectProperty<>(
            Optional.empty());
    private final ObjectProperty<Optional<Entry>> entry = new SimpleObjectProperty<>(
            Optional.empty());
    private final StringProperty facts = new SimpleStringProperty("");
    private final StringProperty place;
    private final IntegerProperty minutesAgo = new SimpleIntegerProperty();
    private final ObservableList<Incident> recorded = FXCollections.observableArrayList();
    private final ObservableValue<Optional<WitnessRefusal>> whyNot;

    /// A model that acts through `acts`.
    public IncidentModel(Acts acts) {
        this.acts = acts;
        this.sheet = new ReadOnlyObjectWrapper<>(
                IncidentSheet.of(acts.desk().brief(), SubjectKind.BIDDER));
        this.place = new SimpleStringProperty(acts.desk().brief().tender().place());
        this.whyNot = acts.why(this::command);
        recorded.setAll(acts.desk().watch().incidents().values());
        facts.addListener((_, _, _) -> acts.refresh());
        subject.addListener((_, _, _) -> acts.refresh());
        entry.addListener((_, _, _) -> acts.refresh());
    }

    private WitnessCommand command() {
        var kind = sheet.get().kind();
        return new WitnessCommand.RecordIncident(
                entry.get().map(chosen -> chosen.misconduct().code()).orElse(""),
                subject.get().orElse(new Subject(kind, "", "")),
                acts.desk().now().minus(Duration.ofMinutes(minutesAgo.get()))
                        .truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                place.get(), facts.get());
    }

    @Override
    public void show(Watch now) {
        recorded.setAll(now.incidents().values());
        acts.refresh();
    }

    /// Turns to another kind of subject.
    public void turnTo(SubjectKind kind) {
        subject.set(Optional.empty());
        entry.set(Optional.empty());
        sheet.set(IncidentSheet.of(acts.desk().brief(), kind));
        acts.refresh();
    }

    /// Saves the finding.
    public void save() {
        var command = command();
        acts.work(Say.it("incident.save"), () -> acts.desk().enter(command),
                () -> FxThread.run(() -> {
                    facts.set("");
                    entry.set(Optional.empty());
                    minutesAgo.set(0);
                }));
    }

    /// What the screen shows.
    public ReadOnlyObjectProperty<IncidentSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// The chosen subject.
    public ObjectProperty<Optional<Subject>> subjectProperty() {
        return subject;
    }

    /// The chosen entry.
    public ObjectProperty<Optional<Entry>> entryProperty() {
        return entry;
    }

    /// What happened.
    public StringProperty factsProperty() {
        return facts;
    }

    /// Where.
    public StringProperty placeProperty() {
        return place;
    }

    /// How long ago it happened.
    public IntegerProperty minutesAgoProperty() {
        return minutesAgo;
    }

    /// All findings so far.
    public ObservableList<Incident> recorded() {
        return recorded;
    }

    /// Why it cannot be saved.
    public ObservableValue<Optional<WitnessRefusal>> whyNot() {
        return whyNot;
    }
}

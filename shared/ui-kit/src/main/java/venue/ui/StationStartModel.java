package venue.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.words.Failure;
import venue.workstation.Incident;

/// What the first screens show and can ask for: the station's PIN and start-up, then who works
/// here. Used on the screen's thread; the work happens beside it.
public final class StationStartModel {

    private static final Logger LOG = LoggerFactory.getLogger(StationStartModel.class);

    /// Which of the two screens is up.
    public enum Phase {
        /// the station's PIN and start-up
        STATION,
        /// who works here
        PEOPLE
    }

    /// A line of the start-up list.
    public record Step(String title, StepItem.State state) {}

    /// What went wrong, what to do, and the code for the help desk.
    public record Trouble(String what, String next, String code) {
        static Trouble of(Failure failure) {
            return new Trouble(failure.what(), failure.remedy(), failure.code());
        }
    }

    private final StartDoor door;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<StartDoor.SignedIn> people = FXCollections.observableArrayList();
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.STATION);
    private final ObjectProperty<Optional<Trouble>> trouble = new SimpleObjectProperty<>(
            Optional.empty());
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty medium = new SimpleStringProperty("");
    private final StringProperty counted = new SimpleStringProperty("");
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private Runnable opened = () -> {};
    private Runnable goOn = () -> {};
    private Runnable joined = () -> {};
    private Consumer<Failure> incident = _ -> {};

    /// The first screens over `door`.
    public StationStartModel(StartDoor door) {
        this.door = door;
    }

    /// What to do when the station is open (on the screen's thread).
    public void whenOpened(Runnable then) {
        opened = then;
    }

    /// What to do when the journal is not what was signed: an incident, not to be tried again.
    public void whenIncident(Consumer<Failure> then) {
        incident = then;
    }

    /// What to do after each sign-in.
    public void whenSignedIn(Runnable then) {
        joined = then;
    }

    /// What to do when the people are complete.
    public void whenReady(Runnable then) {
        goOn = then;
    }

    /// Starts the station. `pin` is wiped.
    public void open(char[] pin) {
        if (working.get()) {
            return;
        }
        begin();
        steps.clear();
        FxThread.then(FxThread.beside(() -> {
            try {
                door.open(pin, new Steps());
                return true;
            } finally {
                Arrays.fill(pin, '\0');
            }
        }), _ -> stationOpen(), this::failed);
    }

    /// Signs the holder of the chosen medium in. `pin` is wiped.
    public void signIn(char[] pin) {
        if (working.get()) {
            return;
        }
        begin();
        var file = Path.of(medium.get().strip());
        FxThread.then(FxThread.beside(() -> {
            try {
                return door.signIn(file, pin);
            } finally {
                Arrays.fill(pin, '\0');
            }
        }), this::signedIn, this::failed);
    }

    /// The people are complete: the work begins.
    public void goOn() {
        if (ready.get() && !working.get()) {
            goOn.run();
        }
    }

    /// Lines of the start-up list.
    public ObservableList<Step> steps() {
        return steps;
    }

    /// Who has signed in.
    public ObservableList<StartDoor.SignedIn> people() {
        return people;
    }

    /// Which screen is up.
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// What went wrong last, if anything.
    public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble;
    }

    /// Whether something is being done.
    public ReadOnlyBooleanProperty workingProperty() {
        return working;
    }

    /// How far the present start-up step is; negative when unknown.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /// How much of the present start-up step is done, in words; empty when unknown.
    public ReadOnlyStringProperty countedProperty() {
        return counted;
    }

    /// Path of the certificate file.
    public StringProperty mediumProperty() {
        return medium;
    }

    /// Whether somebody has signed in, so that the work can begin.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready;
    }

    private void begin() {
        working.set(true);
        progress.set(-1);
        counted.set("");
        trouble.set(Optional.empty());
    }

    private void stationOpen() {
        working.set(false);
        steps.replaceAll(step -> new Step(step.title(), StepItem.State.DONE));
        phase.set(Phase.PEOPLE);
        opened.run();
    }

    private void signedIn(StartDoor.SignedIn person) {
        working.set(false);
        people.removeIf(known -> known.certificate().equals(person.certificate()));
        people.add(person);
        medium.set("");
        ready.set(true);
        joined.run();
    }

    private void failed(Throwable error) {
        working.set(false);
        if (!steps.isEmpty() && phase.get() == Phase.STATION) {
            steps.set(steps.size() - 1, new Step(steps.getLast().title(), StepItem.State.ALERT));
        }
        if (error instanceof Failure failure) {
            LOG.warn("start refused: {}", failure.code());
            trouble.set(Optional.of(Trouble.of(failure)));
            if (Incident.isOne(failure)) {
                incident.accept(failure);
            }
        } else {
            throw new IllegalStateException(error);
        }
    }

    private final class Steps implements StartDoor.Watch {

        @Override
        public void begun(String title) {
            FxThread.run(() -> {
                steps.replaceAll(step -> new Step(step.title(), StepItem.State.DONE));
                steps.add(new Step(title, StepItem.State.CURRENT));
                progress.set(-1);
                counted.set("");
            });
        }

        @Override
        public void counted(String sentence) {
            FxThread.run(() -> counted.set(sentence));
        }

        @Override
        public void progress(double fraction) {
            FxThread.run(() -> progress.set(Math.clamp(fraction, 0, 1)));
        }
    }
}

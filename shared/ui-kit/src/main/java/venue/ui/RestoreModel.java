package venue.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import venue.domain.tender.Person;
import venue.journal.Restoration;
import venue.workstation.Incident;
import venue.workstation.Salvage;
import venue.workstation.Shift;
import venue.words.Failure;

/// The restoration of a journal (日志恢复) as two persons see it: choose a source, look what would be
/// carried over, give a reason, sign both, see the outcome. Used on the screen's thread; disk and
/// media are used beside it.
final class RestoreModel {

    /// A certificate file and its PIN; the PIN is wiped after use.
    @SuppressWarnings("ArrayRecordComponent") // wiped after use, so no text
    record Medium(Path file, char[] pin) {}

    /// How far it has come.
    sealed interface Stage {
        /// Which copy?
        record Source() implements Stage {}

        /// This would be carried over.
        record Planned(RestoreSheet sheet) implements Stage {}

        /// It was done.
        record Done(int generation, long size) implements Stage {}
    }

    private final AppWindow window;
    private final Function<Salvage, List<Person>> roster;
    private final boolean own;
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(
            new Stage.Source());
    private @Nullable Salvage salvage;
    private @Nullable Restoration plan;
    private Runnable turnedBack = () -> {};
    private Runnable done = () -> {};

    /// @param own from what can be trusted of this very disk
    RestoreModel(Incident incident, AppWindow window, Function<Salvage, List<Person>> roster,
            boolean own) {
        this.window = window;
        this.roster = roster;
        this.own = own;
        if (own) {
            source.set(incident.station().journalFolder().toString());
        }
    }

    void whenTurnedBack(Runnable then) {
        turnedBack = then;
    }

    void whenDone(Runnable then) {
        done = then;
    }

    boolean own() {
        return own;
    }

    StringProperty sourceProperty() {
        return source;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /// Path of the first person's certificate file.
    StringProperty firstProperty() {
        return first;
    }

    /// Path of the second person's certificate file.
    StringProperty secondProperty() {
        return second;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Looks what the source holds. `pin` is the workstation's, and is wiped.
    void look(char[] pin) {
        leave();
        var launch = window.launch();
        var from = Path.of(source.get().strip());
        during("restore.looking", busy -> {
            try {
                var open = Salvage.open(launch.data(), pin, launch.clock());
                boolean planned = false;
                try {
                    var found = open.plan(from, progress -> JournalStatus.moved(busy, progress));
                    salvage = open;
                    plan = found;
                    planned = true;
                    return RestoreSheet.of(found);
                } finally {
                    if (!planned) {
                        open.close();
                    }
                }
            } finally {
                Arrays.fill(pin, '\0');
            }
        }, sheet -> stage.set(new Stage.Planned(sheet)));
    }

    /// Both approve, then it is carried out. The PINs are wiped.
    void run(Medium first, Medium second) {
        var open = salvage;
        var what = plan;
        if (open == null || what == null) {
            throw new IllegalStateException("nothing was planned");
        }
        var why = reason.get().strip();
        during("restore.running", _ -> {
            try {
                return carryOut(open, what, why, first, second);
            } finally {
                Arrays.fill(first.pin(), '\0');
                Arrays.fill(second.pin(), '\0');
            }
        }, outcome -> {
            leave();
            stage.set(outcome);
        });
    }

    private Stage.Done carryOut(Salvage open, Restoration what, String why, Medium first,
            Medium second) {
        var people = roster.apply(open);
        var one = open.signIn(first.file(), first.pin(), people);
        try {
            return carryOut(open, what, why, one,
                    open.signIn(second.file(), second.pin(), people));
        } finally {
            one.token().close();
        }
    }

    private static Stage.Done carryOut(Salvage open, Restoration what, String why, Shift one,
            Shift other) {
        try {
            var next = open.carryOut(what, why, one, other);
            return new Stage.Done(next.generation(), what.size());
        } finally {
            other.token().close();
        }
    }

    /// Does `work` beside the screen, shown as long work; a failure of the world is told.
    private <T> void during(String key, Function<Busy, T> work, Consumer<T> then) {
        var shell = window.shell();
        shell.clearNotice();
        var busy = shell.busy(Say.it(key), () -> {});
        Callable<T> task = () -> work.apply(busy);
        FxThread.then(FxThread.beside(task), value -> {
            busy.close();
            then.accept(value);
        }, error -> {
            busy.close();
            switch (error) {
                case CancellationException _ ->
                    shell.notice(Notice.info(Say.it("restore.cancelled")));
                case Failure failure ->
                    shell.notice(Notice.failed(Say.it("restore.failed"), failure));
                default -> throw new IllegalStateException(error);
            }
        });
    }

    void back() {
        leave();
        turnedBack.run();
    }

    void goOn() {
        done.run();
    }

    /// The station's keys are forgotten.
    private void leave() {
        Optional.ofNullable(salvage).ifPresent(Salvage::close);
        salvage = null;
        plan = null;
    }

    /// The page went away; what was planned must be looked at anew.
    void hidden() {
        leave();
        window.shell().clearNotice();
        if (stage.get() instanceof Stage.Planned) {
            stage.set(new Stage.Source());
        }
    }
}

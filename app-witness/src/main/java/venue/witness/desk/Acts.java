package venue.witness.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import venue.domain.base.Decision;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.witness.Say;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.words.Failure;

/// What a screen's model can do at its desk: give commands, hear the outcome in the window's notice
/// line, and know at any time why a command would be refused. Used on the screen's thread.
public final class Acts {

    private record Watched(Supplier<Optional<WitnessRefusal>> question,
            ObjectProperty<Optional<WitnessRefusal>> answer) {}

    private final WitnessDesk desk;
    private final Consumer<Notice> notices;
    private final Runnable clear;
    private final List<Watched> watched = new ArrayList<>();
    private final BooleanProperty working = new SimpleBooleanProperty();

    /// Acts at `desk`; outcomes are said to `notices`, and `clear` takes the last one away.
    public Acts(WitnessDesk desk, Consumer<Notice> notices, Runnable clear) {
        this.desk = desk;
        this.notices = notices;
        this.clear = clear;
    }

    /// The desk.
    public WitnessDesk desk() {
        return desk;
    }

    /// Why `command` would be refused, kept up to date by [#refresh].
    public ObservableValue<Optional<WitnessRefusal>> why(
            Supplier<? extends WitnessCommand> command) {
        return whyOf(() -> desk.why(command.get()));
    }

    /// The same for a question of one's own.
    public ObservableValue<Optional<WitnessRefusal>> whyOf(
            Supplier<Optional<WitnessRefusal>> question) {
        var one = new Watched(question,
                new SimpleObjectProperty<Optional<WitnessRefusal>>(question.get()));
        watched.add(one);
        return one.answer();
    }

    /// Asks every "why not?" again.
    public void refresh() {
        watched.forEach(one -> one.answer().set(one.question().get()));
    }

    /// Whether a command is on its way.
    public ReadOnlyBooleanProperty workingProperty() {
        return working;
    }

    /// Gives a command; when it is done the notice line says `done`.
    public void give(String title, WitnessCommand command, Runnable done) {
        follow(title, desk.ask(command), done);
    }

    /// Does longer work that ends in a decision (rendering, signing).
    public void work(String title, Callable<Decision<WitnessEvent, WitnessRefusal>> work,
            Runnable done) {
        follow(title, FxThread.beside(work), done);
    }

    /// Says something in the notice line.
    public void say(Notice notice) {
        notices.accept(notice);
    }

    private void follow(String title,
            CompletionStage<Decision<WitnessEvent, WitnessRefusal>> stage, Runnable done) {
        working.set(true);
        if (!title.isEmpty()) {
            clear.run();
        }
        FxThread.then(stage, decision -> {
            working.set(false);
            switch (decision) {
                case Decision.Accepted<WitnessEvent, WitnessRefusal> _ -> {
                    if (title.isEmpty()) {
                        clear.run();
                    } else {
                        say(Notice.ok(Say.it("done", title)));
                    }
                    done.run();
                }
                case Decision.Refused<WitnessEvent, WitnessRefusal>(var reason) ->
                    say(Notice.refused(Say.it("refused", title), reason, Say.WORDS));
            }
        }, error -> {
            working.set(false);
            failed(title, error);
        });
    }

    /// Tells a failure of the world; a bug goes on to the top.
    public void failed(String title, Throwable error) {
        if (error instanceof Failure failure) {
            say(Notice.failed(Say.it("failed", title), failure));
        } else {
            throw new IllegalStateException(error);
        }
    }
}

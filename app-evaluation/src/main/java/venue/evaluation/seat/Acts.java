package venue.evaluation.seat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationRefusal;
import venue.evaluation.Say;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.words.Failure;

/// What a screen's model can do at its seat: give commands, hear the outcome in the window's notice
/// line, and know at any time why a command would be refused. Used on the screen's thread.
public final class Acts {

    private record Watched(Supplier<Optional<EvaluationRefusal>> question,
            ObjectProperty<Optional<EvaluationRefusal>> answer) {}

    private final Seat seat;
    private final Consumer<Notice> notices;
    private final Runnable clear;
    private final List<Watched> watched = new ArrayList<>();
    private final BooleanProperty working = new SimpleBooleanProperty();

    /// Acts at `seat`; outcomes are said to `notices`, and `clear` takes the last one away.
    public Acts(Seat seat, Consumer<Notice> notices, Runnable clear) {
        this.seat = seat;
        this.notices = notices;
        this.clear = clear;
    }

    /// The seat.
    public Seat seat() {
        return seat;
    }

    /// Why `command` would be refused, kept up to date by [#refresh].
    public ObservableValue<Optional<EvaluationRefusal>> why(
            Supplier<? extends EvaluationCommand> command) {
        return whyOf(() -> seat.why(command.get()));
    }

    /// The same for a question of one's own.
    public ObservableValue<Optional<EvaluationRefusal>> whyOf(
            Supplier<Optional<EvaluationRefusal>> question) {
        var one = new Watched(question,
                new SimpleObjectProperty<Optional<EvaluationRefusal>>(question.get()));
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

    /// Gives a command called `title`; a refusal or failure is told in the notice line, success is
    /// seen on the screen itself.
    public void give(String title, EvaluationCommand command, Runnable done) {
        follow(title, seat.ask(command), done);
    }

    /// Does longer work that ends in a decision (rendering, signing).
    public void work(String title, Callable<Decision<EvaluationEvent, EvaluationRefusal>> work,
            Runnable done) {
        follow(title, FxThread.beside(work), done);
    }

    /// Gives a command as the host, with the host's own medium. `pin` is wiped.
    public void giveAsHost(String title, Path medium, char[] pin,
            Supplier<EvaluationCommand> command, Runnable done) {
        work(title, () -> {
            try {
                return seat.asHost(medium, pin, command.get());
            } finally {
                Arrays.fill(pin, '\0');
            }
        }, () -> {
            say(Notice.ok(Say.it("done", title)));
            done.run();
        });
    }

    /// Says something in the notice line.
    public void say(Notice notice) {
        notices.accept(notice);
    }

    private void follow(String title,
            CompletionStage<Decision<EvaluationEvent, EvaluationRefusal>> stage, Runnable done) {
        working.set(true);
        if (!title.isEmpty()) {
            clear.run();
        }
        FxThread.then(stage, decision -> {
            working.set(false);
            switch (decision) {
                case Decision.Accepted<EvaluationEvent, EvaluationRefusal> _ -> {
                    done.run();
                }
                case Decision.Refused<EvaluationEvent, EvaluationRefusal>(var reason) ->
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

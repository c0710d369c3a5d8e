package venue.bidopen.session;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Role;
import venue.domain.opening.Opening;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.OpeningRules;
import venue.domain.opening.Window;
import venue.ui.FxThread;
import venue.ui.Notice;
import venue.ui.Shell;
import venue.words.Failure;
import venue.workstation.Desk;

/// The opening as all screens share it: how things stand, what time it is, what may be done and why
/// not. Used on the screen's thread; commands and long work run beside it.
public final class HostDesk implements AutoCloseable {

    /// How the journal stands.
    ///
    /// @param size own entries
    /// @param unsent own entries not countersigned yet
    /// @param fingerprint of the latest checkpoint
    public record Health(long size, long unsent, String fingerprint) {}

    private final Workplace place;
    private final Shell shell;
    private final Desk<Opening, OpeningCommand, OpeningEvent, OpeningRefusal> desk;
    private final ReadOnlyObjectWrapper<Opening> opening;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(
            new Health(0, 0, ""));
    private final Timeline second;
    private final Runnable unwatch;
    private boolean looking;
    private volatile boolean closed;

    /// A desk for the project at hand.
    public HostDesk(Workplace place, Shell shell) {
        this.place = place;
        this.shell = shell;
        this.desk = new Desk<>(new OpeningRules(), OpeningEvent.class, place.station().journal(),
                place.project().orElseThrow(BidOpenFailure::noProject).brief().tender().id(),
                place.clock());
        this.opening = new ReadOnlyObjectWrapper<>(desk.state());
        this.now = new ReadOnlyObjectWrapper<>(place.clock().instant());
        this.unwatch = desk.watch(FxThread.show(opening::set));
        this.second = new Timeline(new KeyFrame(Duration.millis(500),
                _ -> tick()));
        second.setCycleCount(Timeline.INDEFINITE);
        second.play();
        tick();
    }

    private void tick() {
        now.set(place.clock().instant());
        if (looking || closed) {
            return;
        }
        looking = true;
        FxThread.then(FxThread.beside(this::look), found -> {
            looking = false;
            health.set(found);
        }, error -> {
            looking = false;
            if (!closed) {
                failed(Say.it("check.journal"), error);
            }
        });
    }

    private Health look() {
        var journal = place.station().journal();
        return new Health(journal.size(), journal.unsent(), journal.head().brief());
    }

    /// How the journal stands.
    public ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /// The workplace underneath.
    public Workplace place() {
        return place;
    }

    /// The project at hand.
    public Project project() {
        return place.project().orElseThrow(BidOpenFailure::noProject);
    }

    /// How things stand.
    public ReadOnlyObjectProperty<Opening> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /// How things stand.
    public Opening opening() {
        return opening.get();
    }

    /// Hall time, twice a second.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// Hall time, exactly.
    public Instant instant() {
        return place.clock().instant();
    }

    /// Who gives the commands: the host, or the agency's clerk when no host sits here.
    public Acting acting() {
        var crew = place.crew();
        return crew.as(Role.HOST).isPresent()
                ? crew.acting(Role.HOST)
                : crew.present().getFirst().acting();
    }

    /// How long a window of the opening is still open, or a dash while it is not.
    public ObservableValue<String> countdown(Function<Opening, Optional<Window>> window) {
        return opening.flatMap(state -> now.map(at -> window.apply(state)
                .map(span -> Say.left(at, span.until())).orElse("—")));
    }

    /// Why `command` cannot be given now; follows the opening, the time and `more`.
    public ObservableValue<Optional<OpeningRefusal>> why(Supplier<OpeningCommand> command,
            Observable... more) {
        var sources = new Observable[more.length + 2];
        sources[0] = opening;
        sources[1] = now;
        System.arraycopy(more, 0, sources, 2, more.length);
        return Bindings.createObjectBinding(() -> refusal(command.get()), sources);
    }

    /// Why `command` cannot be given now.
    public Optional<OpeningRefusal> refusal(OpeningCommand command) {
        return desk.would(command,
                acting()) instanceof Decision.Refused<OpeningEvent, OpeningRefusal>(var reason)
                        ? Optional.of(reason)
                        : Optional.empty();
    }

    /// Gives `command`; a refusal or a failure is told in the window. The answer says whether it
    /// was lawful and is on the disk.
    public CompletionStage<Boolean> ask(String verb, OpeningCommand command) {
        var done = new CompletableFuture<Boolean>();
        FxThread.then(desk.ask(command, acting()), decision -> {
            switch (decision) {
                case Decision.Accepted<OpeningEvent, OpeningRefusal> _ -> {
                    opening.set(desk.state());
                    shell.clearNotice();
                    done.complete(true);
                }
                case Decision.Refused<OpeningEvent, OpeningRefusal>(var reason) -> {
                    tell(Notice.refused(Say.it("refused", verb), reason, Say.WORDS));
                    done.complete(false);
                }
            }
        }, error -> {
            failed(verb, error);
            done.complete(false);
        });
        return done;
    }

    /// Does `work` beside the screen, shown as long work; its value goes to `done`, a failure of
    /// the world is told in the window.
    public <T> void beside(String what, Callable<T> work, Consumer<T> done) {
        FxThread.then(shell.during(what, FxThread.beside(work)), done,
                error -> failed(what, error));
    }

    /// Shows a message.
    public void tell(Notice notice) {
        shell.notice(notice);
    }

    /// Tells of a failure of the world; anything else is a bug and goes on to the top.
    public void failed(String what, Throwable error) {
        if (error instanceof Failure failure) {
            tell(Notice.failed(Say.it("failed", what), failure));
        } else {
            throw new IllegalStateException(error);
        }
    }

    /// The window's frame, for questions.
    public Shell shell() {
        return shell;
    }

    /// No more ticking, no more commands.
    @Override
    public void close() {
        closed = true;
        FxThread.run(second::stop);
        unwatch.run();
        desk.close();
    }
}

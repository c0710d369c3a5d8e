package venue.evaluation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import venue.crypto.FileToken;
import venue.journal.Audience;
import venue.journal.Journal;
import venue.ui.AppWindow;
import venue.ui.FileChoice;
import venue.ui.Launch;
import venue.ui.Snapshots;
import venue.ui.Workplace;
import venue.workstation.Crew;
import venue.workstation.OpenStation;
import venue.workstation.Shift;

/// One desk of the test room: a real station, a real journal and the application's window.
final class TestSeat implements AutoCloseable {

    static final Path PICTURES = Path.of("target", "pictures");
    private final TestVenue venue;
    private final Crew crew = new Crew();
    final OpenStation station;
    private final EvaluationWork work;
    final AppWindow window;
    private Runnable meanwhile = () -> {};

    TestSeat(TestVenue venue, int seat, InstantSource clock, FileChoice files) {
        this.venue = venue;
        this.station = OpenStation.open(venue.station(seat), TestVenue.PIN.toCharArray(), clock,
                _ -> {});
        this.work = new EvaluationWork(station);
        this.window = onScreen(() -> new AppWindow(new Stage(),
                new Launch(venue.station(seat), clock, files, true), Say.WORDS));
    }

    /// What goes on while somebody waits at this desk.
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    Journal journal() {
        return station.journal();
    }

    /// Signs somebody in and lets the work begin.
    TestSeat enter(String person) {
        var token = FileToken.open(venue.token(person), TestVenue.pin(person).toCharArray());
        crew.join(Shift.signIn(token, station.trust(), work.people(), station.clock().instant(),
                station.station().device()));
        onScreen(() -> {
            if (!window.stage().isShowing()) {
                window.stage().show();
            }
            work.begin(new Workplace(window, station, crew));
            return window;
        });
        return this;
    }

    TestSeat click(String id) {
        await("#" + id + " can be clicked", () -> {
            var node = find(id);
            return node != null && !node.isDisabled();
        });
        onScreen(() -> {
            ((ButtonBase) node(id)).fire();
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    TestSeat type(String id, String text) {
        await("#" + id + " is there", () -> find(id) != null);
        onScreen(() -> {
            ((TextInputControl) node(id)).setText(text);
            return id;
        });
        return this;
    }

    TestSeat choose(String id, int index) {
        await("#" + id + " is there", () -> find(id) != null);
        onScreen(() -> {
            ((ComboBox<?>) node(id)).getSelectionModel().select(index);
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    boolean sees(String id) {
        return onScreen(() -> find(id) != null);
    }

    boolean canClick(String id) {
        return onScreen(() -> {
            var node = find(id);
            return node != null && !node.isDisabled();
        });
    }

    String read(String id) {
        return onScreen(() -> switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            default -> "";
        });
    }

    /// All texts that the window shows.
    String everything() {
        return onScreen(() -> {
            var all = new StringBuilder();
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            for (var node : window.scene().getRoot().lookupAll(".text")) {
                if (node instanceof javafx.scene.text.Text text) {
                    all.append(text.getText()).append('\n');
                }
            }
            for (var node : window.scene().getRoot().lookupAll(".text-input")) {
                all.append(((TextInputControl) node).getText()).append('\n');
            }
            return all.toString();
        });
    }

    void shot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(() -> {
            Snapshots.png(window.scene(), AppWindow.WIDTH, AppWindow.HEIGHT,
                    PICTURES.resolve(name + ".png"));
            return name;
        });
    }

    void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS,
                    (Callable<Boolean>) () -> {
                        meanwhile.run();
                        return onScreen(condition::getAsBoolean);
                    });
        } catch (TimeoutException e) {
            shot("stuck");
            throw new AssertionError("waited in vain: " + what, e);
        }
    }

    private Node node(String id) {
        var node = find(id);
        if (node == null) {
            throw new AssertionError("no #" + id);
        }
        return node;
    }

    private @org.jspecify.annotations.Nullable Node find(String id) {
        for (var node : window.scene().getRoot().lookupAll("#" + id)) {
            Node at = node;
            while (at != null && at.isVisible()) {
                at = at.getParent();
            }
            if (at == null) {
                return node;
            }
        }
        return null;
    }

    static <T> T onScreen(Callable<T> work) {
        if (javafx.application.Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Carries every desk's log to every other, as the centre does.
    static void carry(List<TestSeat> seats) {
        for (var from : seats) {
            for (var to : seats) {
                var origin = from.journal().origin();
                if (from != to) {
                    long known = to.journal().cursors().getOrDefault(origin, 0L);
                    if (known < from.journal().size()) {
                        to.journal().accept(
                                from.journal().range(origin, known, 1000, Audience.ROOM));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        onScreen(() -> {
            window.stage().hide();
            return window;
        });
        work.close();
        crew.leave();
        station.close();
    }
}

package venue.witness;

import java.nio.file.Path;
import java.time.InstantSource;
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
import venue.journal.Journal;
import venue.ui.AppWindow;
import venue.ui.Launch;
import venue.ui.Snapshots;
import venue.ui.Workplace;
import venue.workstation.Crew;
import venue.workstation.OpenStation;
import venue.workstation.Shift;

/// The witness's desk in a test: a real station, a real journal and the application's window.
final class TestDesk implements AutoCloseable {

    static final Path PICTURES = Path.of("target", "pictures");
    private final TestHall hall;
    private final Crew crew = new Crew();
    final OpenStation station;
    private final WitnessWork work;
    final AppWindow window;

    TestDesk(TestHall hall, InstantSource clock) {
        this.hall = hall;
        this.station = OpenStation.open(hall.station(), TestHall.PIN.toCharArray(), clock,
                _ -> {});
        this.work = new WitnessWork(station);
        this.window = onScreen(() -> new AppWindow(new Stage(),
                new Launch(hall.station(), clock, null, true), Say.WORDS));
    }

    Journal journal() {
        return station.journal();
    }

    TestDesk enter(String person) {
        var token = FileToken.open(hall.token(person), TestHall.pin(person).toCharArray());
        crew.join(Shift.signIn(token, station.trust(), work.people(), station.clock().instant(),
                station.station().device()));
        onScreen(() -> {
            window.stage().show();
            work.begin(new Workplace(window, station, crew));
            return window;
        });
        return this;
    }

    TestDesk click(String id) {
        await("#" + id + " can be clicked", () -> canClick(id));
        onScreen(() -> {
            ((ButtonBase) node(id)).fire();
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    TestDesk type(String id, String text) {
        await("#" + id + " is there", () -> find(id) != null);
        onScreen(() -> {
            ((TextInputControl) node(id)).setText(text);
            return id;
        });
        return this;
    }

    TestDesk choose(String id, int index) {
        await("#" + id + " is there", () -> find(id) != null);
        onScreen(() -> {
            ((ComboBox<?>) node(id)).getSelectionModel().select(index);
            return id;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    boolean canClick(String id) {
        var node = find(id);
        return node != null && !node.isDisabled();
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
            for (var node : window.scene().getRoot().lookupAll(".text")) {
                if (node instanceof javafx.scene.text.Text text) {
                    all.append(text.getText()).append('\n');
                }
            }
            for (var node : window.scene().getRoot().lookupAll(".cell-text")) {
                all.append(((javafx.scene.text.Text) node).getText()).append('\n');
            }
            return all.toString();
        });
    }

    TestDesk awaitText(String text) {
        await(text, () -> everything().contains(text));
        return this;
    }

    TestDesk shot(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(() -> {
            Snapshots.png(window.scene(), AppWindow.WIDTH, AppWindow.HEIGHT,
                    PICTURES.resolve(name + ".png"));
            return name;
        });
        return this;
    }

    TestDesk await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                    (Callable<Boolean>) () -> onScreen(condition::getAsBoolean));
        } catch (TimeoutException e) {
            shot("stuck");
            throw new AssertionError("waited in vain: " + what, e);
        }
        return this;
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

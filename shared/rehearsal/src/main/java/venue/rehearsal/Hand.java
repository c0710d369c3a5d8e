package venue.rehearsal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import venue.ui.Snapshots;

/// The hand that drives real windows: mouse and keyboard by TestFX's robot, one window at a time,
/// waiting for conditions and never for time. Ids are given without `#`.
public final class Hand {

    private static final int PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final Map<String, Stage> windows = new LinkedHashMap<>();
    private final Map<String, Path> pictures = new LinkedHashMap<>();
    private final Path shots;
    private Stage current;

    /// @param shots folder of the screenshots
    public Hand(Path shots) throws TimeoutException {
        this.shots = shots;
        this.current = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> javafx.application.Platform.setImplicitExit(false));
    }

    /// Opens a window called `name`; `open` runs on the screen thread with a fresh stage.
    public Hand open(String name, Consumer<Stage> open) {
        current = onScreen(() -> {
            var stage = new Stage();
            open.accept(stage);
            return stage;
        });
        windows.put(name, current);
        return to(name);
    }

    /// Turns to the window called `name`; the others go behind it.
    public Hand to(String name) {
        var stage = windows.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("no window " + name);
        }
        current = stage;
        onScreen(() -> {
            for (var other : windows.values()) {
                if (!other.equals(stage) && other.isShowing()) {
                    other.setX(4000);
                }
            }
            stage.setX(0);
            stage.setY(0);
            stage.toFront();
            stage.requestFocus();
            return stage;
        });
        robot.targetWindow(stage);
        settle();
        return this;
    }

    /// Makes a window known that an application opened by itself (the hall screen).
    public Hand adopt(String name, Window window) {
        windows.put(name, (Stage) window);
        return this;
    }

    /// Closes the window called `name`.
    public Hand close(String name) {
        var stage = windows.remove(name);
        if (stage != null) {
            onScreen(() -> {
                stage.hide();
                return stage;
            });
        }
        return this;
    }

    /// Closes all windows.
    public Hand closeAll() {
        for (var name : java.util.List.copyOf(windows.keySet())) {
            close(name);
        }
        return this;
    }

    /// Clicks the node, once it is there, visible and enabled.
    public Hand click(String id) {
        await("#" + id + " can be clicked", () -> usable(id));
        var node = node(id);
        // the focus brings a node that was scrolled away into view
        onScreen(() -> {
            current.getScene().getRoot().requestFocus();
            node.requestFocus();
            return node;
        });
        settle();
        robot.clickOn(node);
        settle();
        return this;
    }

    /// Replaces the text of a field by typing.
    public Hand type(String id, String text) {
        await("#" + id + " can be typed into", () -> usable(id));
        var field = (TextInputControl) node(id);
        onScreen(() -> {
            field.requestFocus();
            field.selectAll();
            return field;
        });
        settle();
        if (text.isEmpty()) {
            robot.type(KeyCode.DELETE);
        } else {
            robot.write(text, 0);
        }
        settle();
        await("#" + id + " holds the text", () -> text.equals(field.getText()));
        return this;
    }

    /// Chooses an item of a combo box by its shown text.
    public <T> Hand choose(String id, String shown) {
        await("#" + id + " can be chosen from", () -> usable(id));
        @SuppressWarnings("unchecked")
        var box = (ComboBox<T>) node(id);
        await(shown + " is among the items of #" + id, () -> onScreen(() -> box.getItems().stream()
                .anyMatch(item -> shown.equals(text(box, item)))));
        onScreen(() -> {
            for (var item : box.getItems()) {
                if (shown.equals(text(box, item))) {
                    box.getSelectionModel().select(item);
                }
            }
            return box;
        });
        settle();
        return this;
    }

    /// Chooses an item of a combo box by its place.
    public Hand select(String id, int index) {
        await("#" + id + " can be chosen from", () -> usable(id));
        onScreen(() -> {
            ((ComboBox<?>) node(id)).getSelectionModel().select(index);
            return id;
        });
        settle();
        return this;
    }

    private static <T> String text(ComboBox<T> box, T item) {
        var converter = box.getConverter();
        return converter == null ? String.valueOf(item) : converter.toString(item);
    }

    /// Presses a key.
    public Hand press(KeyCode... keys) {
        robot.push(keys);
        settle();
        return this;
    }

    /// Waits until `true`, or fails naming what was waited for.
    public Hand await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                    (Callable<Boolean>) () -> onScreen(condition::getAsBoolean));
        } catch (TimeoutException e) {
            shot("stuck");
            throw new IllegalStateException("waited in vain: " + what, e);
        }
        settle();
        return this;
    }

    /// Waits for a node.
    public Hand awaitNode(String id) {
        return await("#" + id + " appears", () -> find(id) != null);
    }

    /// Whether the node is there and visible now.
    public boolean sees(String id) {
        return onScreen(() -> find(id) != null);
    }

    /// The text of a label, button or field.
    public String read(String id) {
        return onScreen(() -> switch (find(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            case null -> "";
            case Node other -> other.toString();
        });
    }

    /// The node itself.
    public Node node(String id) {
        var node = onScreen(() -> find(id));
        if (node == null) {
            throw new IllegalStateException("no #" + id + " on this window");
        }
        return node;
    }

    /// Takes a picture of the current window.
    public Hand shot(String name) {
        settle();
        var file = shots.resolve(name + ".png");
        var scene = current.getScene();
        onScreen(() -> {
            Snapshots.png(scene, file);
            return file;
        });
        pictures.put(name, file);
        return this;
    }

    /// The file of a picture taken.
    public Path picture(String name) {
        return java.util.Objects.requireNonNull(pictures.get(name), name);
    }

    /// Takes a picture of a scene that is no window of this hand, e.g. the hall's big screen.
    public Path shotOf(String name, javafx.scene.Scene scene) {
        settle();
        var file = shots.resolve(name + ".png");
        onScreen(() -> {
            Snapshots.png(scene, file);
            return file;
        });
        pictures.put(name, file);
        return file;
    }

    /// Whether some text of the window has `part` in it.
    public boolean shows(String part) {
        return onScreen(() -> current.getScene().getRoot().lookupAll("*").stream()
                .anyMatch(node -> shown(node) && words(node).contains(part)));
    }

    private static String words(Node node) {
        var text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case javafx.scene.text.Text line -> line.getText();
            case TextInputControl field -> field.getText();
            default -> "";
        };
        return text == null ? "" : text;
    }

    /// All pictures taken, in order.
    public Map<String, Path> pictures() {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /// Lets the screen thread finish what it has begun.
    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean usable(String id) {
        var node = find(id);
        return node != null && !node.isDisabled();
    }

    private @org.jspecify.annotations.Nullable Node find(String id) {
        var root = current.getScene().getRoot();
        for (var node : root.lookupAll("#" + id)) {
            if (shown(node)) {
                return node;
            }
        }
        return null;
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T onScreen(Callable<T> work) {
        if (javafx.application.Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

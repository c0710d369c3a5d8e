package venue.bidopen;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import venue.ui.Clipped;
import venue.ui.Snapshots;

/// A clerk at the window: clicks, types, waits for what should come, takes pictures.
final class Clerk {

    private static final Path SHOTS = Path.of("target", "screens");
    private static final int PATIENCE_SECONDS = 20;

    private final FxRobot robot = new FxRobot();
    private final Scene scene;

    Clerk(Scene scene) {
        this.scene = scene;
    }

    Clerk click(String id) {
        await(() -> !node(id).isDisabled(), id + " can be clicked");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            alone();
            scene.getRoot().requestFocus();
            node(id).requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(node(id));
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// The headless screen is small: `other` goes out of the way, low enough to stay inside its
    /// frame buffer.
    Clerk aside(Stage other) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            other.setX(0);
            other.setY(0);
            other.setHeight(600);
        });
        await(() -> other.getScene().getHeight() <= 600, "the other window is small");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> other.setX(4000));
        return this;
    }

    private void alone() {
        var own = scene.getWindow();
        own.setX(0);
        own.setY(0);
        own.requestFocus();
    }

    Clerk type(String id, String text) {
        await(() -> !node(id).isDisabled(), id + " can be typed into");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            node(id).requestFocus();
            ((TextInputControl) node(id)).selectAll();
        });
        if (text.isEmpty()) {
            robot.type(KeyCode.DELETE);
        } else {
            robot.write(text, 0);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// Puts a long text in at once, as from a scanner.
    Clerk fill(String id, String text) {
        await(() -> !node(id).isDisabled(), id + " can be filled");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            node(id).requestFocus();
            ((TextInputControl) node(id)).setText(text);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    <T> Clerk choose(String id, String shown) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            @SuppressWarnings("unchecked")
            var box = (ComboBox<T>) node(id);
            box.getItems().stream()
                    .filter(item -> box.getConverter().toString(item).equals(shown)).findFirst()
                    .ifPresentOrElse(box.getSelectionModel()::select, () -> {
                        throw new AssertionError(shown + " is not among the items of " + id);
                    });
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    String read(String id) {
        return switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            case Node other -> other.toString();
        };
    }

    boolean sees(String id) {
        return scene.getRoot().lookup("#" + id) != null;
    }

    /// Everything written in the notice above the screen.
    String notice() {
        var text = new StringBuilder();
        collect(scene.getRoot().lookup("#notices"), text);
        return text.toString();
    }

    private static void collect(Node node, StringBuilder text) {
        if (node instanceof Labeled labeled) {
            text.append(labeled.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
        }
    }

    Clerk awaitNode(String id) {
        return await(() -> sees(id), id + " appears");
    }

    Clerk awaitNotice(String part) {
        return await(() -> notice().contains(part), "a notice with " + part);
    }

    Clerk await(Callable<Boolean> condition, String what) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            picture("stuck");
            throw new AssertionError("waited in vain: " + what + "\n" + notice(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// Takes a picture and says which texts are cut off.
    Clerk picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Snapshots.png(scene,
                (int) scene.getWidth(), (int) scene.getHeight(), SHOTS.resolve(name + ".png")));
        var clipped = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return Clipped.texts(scene.getRoot());
        });
        if (!clipped.isEmpty()) {
            throw new AssertionError(name + " cuts off " + clipped);
        }
        return this;
    }

    private Node node(String id) {
        var node = scene.getRoot().lookup("#" + id);
        if (node == null) {
            throw new AssertionError("no #" + id + "\n" + notice());
        }
        return node;
    }
}

package venue.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer over a window's content that holds what must be answered first. Keeps the keyboard
/// inside and gives it back afterwards.
final class Overlay {

    private record Held(StackPane scrim, @Nullable Node before, Runnable escape) {}

    private final StackPane layer;
    private final Deque<Held> held = new ArrayDeque<>();

    Overlay(StackPane layer) {
        this.layer = layer;
        layer.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> keepInside(owner));
            }
        });
    }

    boolean isOpen() {
        return !held.isEmpty();
    }

    /// Shows `card` over everything; Escape runs `escape`.
    void open(Region card, Runnable escape) {
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("overlay-scroll");
        var scrim = new StackPane(scroll);
        scrim.getStyleClass().add("scrim");
        scrim.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escape.run();
            }
        });
        var scene = layer.getScene();
        held.push(new Held(scrim, scene == null ? null : scene.getFocusOwner(), escape));
        layer.getChildren().add(scrim);
        scrim.applyCss();
        FocusOrder.first(scrim).ifPresent(Node::requestFocus);
    }

    /// Takes the topmost card away and puts the keyboard back where it was.
    void close() {
        var top = held.poll();
        if (top == null) {
            return;
        }
        layer.getChildren().remove(top.scrim());
        if (top.before() != null && top.before().getScene() != null) {
            top.before().requestFocus();
        }
    }

    private void keepInside(@Nullable Node owner) {
        var top = held.peek();
        if (top == null || owner == null || FocusOrder.holds(top.scrim(), owner)) {
            return;
        }
        FxThread.run(() -> FocusOrder.first(top.scrim())
                .ifPresent(Node::requestFocus));
    }
}

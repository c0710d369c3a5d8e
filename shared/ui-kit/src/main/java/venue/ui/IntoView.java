package venue.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls to whatever the keyboard has come to, so that nobody types unseen.
final class IntoView {

    private static final double MARGIN = 24;

    private IntoView() {}

    static void follow(ScrollPane scroll) {
        scroll.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> bring(scroll, owner));
            }
        });
    }

    private static void bring(ScrollPane scroll, @Nullable Node owner) {
        var content = scroll.getContent();
        if (owner == null || content == null || !FocusOrder.holds(content, owner)) {
            return;
        }
        double high = scroll.getViewportBounds().getHeight();
        double whole = content.getLayoutBounds().getHeight();
        if (whole <= high) {
            return;
        }
        var bounds = content.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double top = scroll.getVvalue() * (whole - high);
        if (bounds.getMinY() - MARGIN < top) {
            scroll.setVvalue(Math.max(0, bounds.getMinY() - MARGIN) / (whole - high));
        } else if (bounds.getMaxY() + MARGIN > top + high) {
            scroll.setVvalue(Math.min(1, (bounds.getMaxY() + MARGIN - high) / (whole - high)));
        }
    }
}

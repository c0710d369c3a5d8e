package venue.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

/// Where the keyboard goes.
final class FocusOrder {

    private FocusOrder() {}

    /// The first thing under `root` that the keyboard can reach.
    static Optional<Node> first(Node root) {
        if (!root.isVisible() || root.isDisabled()) {
            return Optional.empty();
        }
        if (root.isFocusTraversable() && !(root instanceof ScrollPane)) {
            return Optional.of(root);
        }
        if (root instanceof ScrollPane scroll && scroll.getContent() != null) {
            return first(scroll.getContent());
        }
        if (root instanceof Parent parent && !(root instanceof TextInputControl)) {
            return parent.getChildrenUnmodifiable().stream().map(FocusOrder::first)
                    .flatMap(Optional::stream).findFirst();
        }
        return Optional.empty();
    }

    /// Whether `node` stands under `root`.
    static boolean holds(Node root, @org.jspecify.annotations.Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }
}

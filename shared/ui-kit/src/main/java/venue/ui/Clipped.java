package venue.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds texts that do not fit where they stand, so that a test can say a screen is readable.
public final class Clipped {

    private Clipped() {}

    /// The full texts of all visible labels and buttons under `root` that are shown shortened.
    public static List<String> texts(Parent root) {
        var found = new ArrayList<String>();
        look(root, found);
        return found;
    }

    /// The same when laid out at `width` × `height`.
    public static List<String> texts(Parent root, int width, int height) {
        double wide = root.getLayoutBounds().getWidth();
        double high = root.getLayoutBounds().getHeight();
        Snapshots.settle(root, width, height);
        var found = texts(root);
        Snapshots.settle(root, wide, high);
        return found;
    }

    private static void look(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            for (var child : labeled.getChildrenUnmodifiable()) {
                if (child instanceof Text text && labeled.getText() != null
                        && !text.getText().equals(labeled.getText())) {
                    found.add(labeled.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }
}

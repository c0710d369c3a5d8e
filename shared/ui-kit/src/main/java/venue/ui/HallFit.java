package venue.ui;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/// Lays its content out at 1920×1080 and enlarges or shrinks it to the window, keeping proportions.
final class HallFit extends Pane {

    private final Parent content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    HallFit(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getStyleClass().add("hall-fit");
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / HallFrame.WIDTH, getHeight() / HallFrame.HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate((getWidth() - HallFrame.WIDTH * factor) / 2,
                (getHeight() - HallFrame.HEIGHT * factor) / 2, HallFrame.WIDTH, HallFrame.HEIGHT);
    }
}

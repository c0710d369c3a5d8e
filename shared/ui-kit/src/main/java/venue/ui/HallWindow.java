package venue.ui;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window of the hall's big screen: full screen on a second screen when there is one, else a
/// window of its own. When the screen is unplugged or plugged in again the window moves; its
/// content stays. Whatever the size of the screen, the frame is drawn as for 1920×1080.
public final class HallWindow {

    /// Where the window belongs.
    record Place(Rectangle2D bounds, boolean fullScreen) {}

    private final Stage stage;
    private final Scene scene;
    private final ListChangeListener<javafx.stage.Screen> plugged = _ -> settle();

    /// A window for `frame`, not shown yet.
    public HallWindow(Stage stage, HallFrame frame, String title) {
        this.stage = stage;
        this.scene = new Scene(new HallFit(frame.root()), HallFrame.WIDTH, HallFrame.HEIGHT);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(title);
        stage.setFullScreenExitHint("");
    }

    /// Shows it where it belongs and follows the screens from now on.
    public void show() {
        javafx.stage.Screen.getScreens().addListener(plugged);
        settle();
        stage.show();
    }

    /// Closes it.
    public void close() {
        javafx.stage.Screen.getScreens().removeListener(plugged);
        stage.close();
    }

    /// The window.
    public Stage stage() {
        return stage;
    }

    /// What it shows, for pictures.
    public Scene scene() {
        return scene;
    }

    private void settle() {
        var main = javafx.stage.Screen.getPrimary();
        var place = place(main.getVisualBounds(), javafx.stage.Screen.getScreens().stream()
                .filter(screen -> !screen.equals(main)).map(javafx.stage.Screen::getBounds)
                .toList());
        if (stage.isFullScreen() && !place.fullScreen()) {
            stage.setFullScreen(false);
        }
        stage.setX(place.bounds().getMinX());
        stage.setY(place.bounds().getMinY());
        stage.setWidth(place.bounds().getWidth());
        stage.setHeight(place.bounds().getHeight());
        if (place.fullScreen()) {
            stage.setFullScreen(true);
        }
    }

    /// Over the whole first screen of `others`, else inside the `main` one.
    static Place place(Rectangle2D main, List<Rectangle2D> others) {
        if (!others.isEmpty()) {
            return new Place(others.getFirst(), true);
        }
        return new Place(new Rectangle2D(main.getMinX(), main.getMinY(),
                Math.min(HallFrame.WIDTH, main.getWidth()),
                Math.min(HallFrame.HEIGHT, main.getHeight())), false);
    }
}

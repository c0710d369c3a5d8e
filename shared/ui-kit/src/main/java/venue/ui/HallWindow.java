package venue.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window of the hall's big screen: full screen on a second screen when there is one, else a
/// window of its own. When the screen is unplugged or plugged in again the window moves; its
/// content stays.
public final class HallWindow {

    private final Stage stage;
    private final Scene scene;
    private final ListChangeListener<javafx.stage.Screen> plugged = _ -> place();

    /// A window for `frame`, not shown yet.
    public HallWindow(Stage stage, HallFrame frame, String title) {
        this.stage = stage;
        this.scene = new Scene(frame.root(), HallFrame.WIDTH, HallFrame.HEIGHT);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(title);
    }

    /// Shows it where it belongs and follows the screens from now on.
    public void show() {
        javafx.stage.Screen.getScreens().addListener(plugged);
        place();
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

    private void place() {
        var screens = javafx.stage.Screen.getScreens();
        var main = javafx.stage.Screen.getPrimary();
        var second = screens.stream().filter(screen -> !screen.equals(main)).findFirst();
        if (second.isPresent()) {
            over(second.get().getBounds());
            stage.setFullScreenExitHint("");
            stage.setFullScreen(true);
        } else {
            stage.setFullScreen(false);
            var room = main.getVisualBounds();
            over(new Rectangle2D(room.getMinX(), room.getMinY(),
                    Math.min(HallFrame.WIDTH, room.getWidth()),
                    Math.min(HallFrame.HEIGHT, room.getHeight())));
        }
    }

    private void over(Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }
}

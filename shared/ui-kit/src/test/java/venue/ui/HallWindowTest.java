package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

@ExtendWith(ApplicationExtension.class)
class HallWindowTest {

    private static final Rectangle2D DESK = new Rectangle2D(0, 0, 1366, 728);
    private static final Rectangle2D WALL = new Rectangle2D(1366, 0, 1280, 720);

    private final ShellModel model = Sample.model();
    @SuppressWarnings("NullAway.Init")
    private HallFrame frame;
    @SuppressWarnings("NullAway.Init")
    private HallWindow window;

    @Start
    void open(Stage unused) {
        frame = HallFrame.following(model);
        frame.show(Cards.heading("开标一览"));
        window = new HallWindow(new Stage(), frame, "大屏");
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void followsTheDesksTitleAndClockButShowsNoPerson(FxRobot robot) {
        robot.interact(() -> model.clockTextProperty().set("2026-11-24 09:31:00"));
        assertEquals("2026-11-24 09:31:00",
                hall(robot).lookup("#hall-clock").queryAs(Label.class).getText());
        assertEquals(model.tenderTitleProperty().get(),
                hall(robot).lookup("#hall-title").queryAs(Label.class).getText());
        assertFalse(hall(robot).lookup(model.whoProperty().get()).tryQuery().isPresent());
    }

    @Test
    void goesToTheSecondScreenAndComesBackWhenItIsUnplugged() {
        assertEquals(new HallWindow.Place(WALL, true), HallWindow.place(DESK, List.of(WALL)));
        assertEquals(new HallWindow.Place(DESK, false), HallWindow.place(DESK, List.of()));
    }

    @Test
    void isDrawnAsFor1920By1080OnASmallerScreen(FxRobot robot) {
        assertEquals(HallFrame.WIDTH, frame.root().getLayoutBounds().getWidth());
        var shown = frame.root().getBoundsInParent();
        assertEquals(window.scene().getWidth(), shown.getWidth(), 1);
        assertEquals(1920.0 / 1080, shown.getWidth() / shown.getHeight(), 0.01);
    }

    private NodeQuery hall(FxRobot robot) {
        return robot.from(frame.root());
    }
}

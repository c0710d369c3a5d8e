package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AppWindowTest {

    private final AtomicInteger takenBack = new AtomicInteger();
    @SuppressWarnings("NullAway.Init")
    private AppWindow window;

    @Start
    void open(Stage stage) {
        window = new AppWindow(stage, Launch.of(Path.of("unused")), Sample.words());
        window.whenClosing(takenBack::incrementAndGet);
        window.open(new Sample());
    }

    @Test
    void asksBeforeItClosesWhileWorkIsInHand(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell().model().workInProgressProperty().set(true));
        askToClose(robot);
        assertTrue(window.stage().isShowing());
        robot.push(KeyCode.ESCAPE);
        assertTrue(window.stage().isShowing());
        askToClose(robot);
        robot.clickOn("#dialog-ok");
        assertFalse(window.stage().isShowing());
        assertTrue(window.ended().toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertEquals(1, takenBack.get());
    }

    @Test
    void closesAtOnceWhenNothingIsInHand(FxRobot robot) {
        askToClose(robot);
        assertFalse(window.stage().isShowing());
    }

    @Test
    void aBugStopsTheWindowAndSaysItsNumber(FxRobot robot) throws Exception {
        var bug = new IllegalStateException("planted");
        var code = BugWatch.code(bug);
        robot.interact(() -> window.bug(code));
        assertTrue(robot.lookup(code).tryQuery().isPresent());
        assertTrue(window.ended().toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertEquals(1, takenBack.get());
        robot.clickOn("#bug-close");
        assertFalse(window.stage().isShowing());
    }

    @Test
    void theSameBugHasTheSameNumber() {
        var codes = new String[2];
        for (int i = 0; i < 2; i++) {
            codes[i] = BugWatch.code(new IllegalStateException("try " + i));
        }
        assertEquals(codes[0], codes[1]);
        assertNotEquals(codes[0], BugWatch.code(new IllegalArgumentException()));
    }

    private void askToClose(FxRobot robot) {
        robot.interact(() -> window.stage()
                .fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}

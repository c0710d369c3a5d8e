package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StationStartTest {

    private final StationStartModel model = new StationStartModel(new FakeDoor());
    private final AtomicInteger began = new AtomicInteger();

    @Start
    void show(Stage stage) {
        var launch = Launch.of(Path.of("unused")).choosing(new OneFile(Path.of("李记.p12")));
        var window = new AppWindow(stage, launch, Sample.words());
        model.whenReady(began::incrementAndGet);
        window.open(new StationStart(model, window.files()));
    }

    @Test
    void startsSignsSeveralPeopleInAndGoesOn(FxRobot robot) throws Exception {
        robot.write("246810").push(KeyCode.ENTER);
        await(() -> robot.lookup("#token-file").tryQuery().isPresent());
        assertTrue(robot.lookup("#start-continue").queryAs(Button.class).isDisabled());
        robot.clickOn("#token-file").write("王守正.p12").clickOn("#token-pin").write("13579")
                .clickOn("#sign-in");
        await(() -> model.people().size() == 1);
        robot.clickOn("#token-browse").clickOn("#token-pin").write("13579").push(KeyCode.ENTER);
        await(() -> model.people().size() == 2);
        assertEquals(List.of("王守正", "李记"),
                model.people().stream().map(StartDoor.SignedIn::name).toList());
        robot.clickOn("#start-continue");
        assertEquals(1, began.get());
    }

    @Test
    void saysThatTheStationsPinIsWrongAndWhereItStopped(FxRobot robot) throws Exception {
        robot.write("1").push(KeyCode.ENTER);
        await(() -> model.troubleProperty().get().isPresent());
        assertEquals("本机口令不正确，日志未打开。（STATION_PIN_WRONG）",
                robot.lookup("#trouble-what").queryAs(Label.class).getText());
        assertEquals("下一步：请核对后重新输入，或联系场地管理员。",
                robot.lookup("#trouble-next").queryAs(Label.class).getText());
        assertEquals(new StationStartModel.Step("打开加密日志", StepItem.State.ALERT),
                model.steps().getLast());
        assertEquals(1, robot.lookup(".start-step.alert").queryAll().size());
        assertFalse(robot.lookup("#token-file").tryQuery().isPresent());
    }

    @Test
    void saysHowManyTriesAreLeft(FxRobot robot) throws Exception {
        robot.write("246810").push(KeyCode.ENTER);
        await(() -> robot.lookup("#token-file").tryQuery().isPresent());
        robot.clickOn("#token-file").write("王守正.p12").clickOn("#token-pin").write("9")
                .push(KeyCode.ENTER);
        await(() -> model.troubleProperty().get().isPresent());
        assertTrue(robot.lookup("#trouble-what").queryAs(Label.class).getText()
                .contains("还可再试 5 次"));
        assertEquals("王守正.p12", robot.lookup("#token-file").queryAs(TextField.class).getText());
        assertTrue(model.people().isEmpty());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Chooses always the same file.
    record OneFile(Path file) implements FileChoice {

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(file);
        }
    }
}

package venue.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DialogsTest {

    @SuppressWarnings("NullAway.Init")
    private Shell shell;
    private final Sample sample = new Sample();

    @Start
    void show(Stage stage) {
        shell = new Shell(Sample.model(), Sample.words());
        var scene = new Scene(shell.root(), 1366, 768);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.show(sample);
    }

    @Test
    void asksForAPinByKeyboardOnly(FxRobot robot) {
        robot.clickOn("#note");
        var answer = asked(robot, () -> shell.dialogs().pin("签署开标记录表", "请输入本人证书口令。"));
        robot.write("13579").push(KeyCode.ENTER);
        assertArrayEquals("13579".toCharArray(), got(answer).orElseThrow());
        assertFalse(shell.dialogs().isOpen());
        assertTrue(robot.lookup("#note").query().isFocused());
    }

    @Test
    void escapeTurnsAway(FxRobot robot) {
        var answer = asked(robot, () -> shell.dialogs().pin("签署", ""));
        robot.write("1").push(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), got(answer));
    }

    @Test
    void keepsTheTabKeyInside(FxRobot robot) {
        var unanswered = asked(robot, () -> shell.dialogs().pin("签署", ""));
        for (int i = 0; i < 7; i++) {
            robot.push(KeyCode.TAB);
            var owner = robot.lookup("#dialog").query().getScene().getFocusOwner();
            assertTrue(FocusOrder.holds(robot.lookup("#dialog").query(), owner),
                    "left the dialog at Tab " + i);
        }
        assertFalse(unanswered.isDone());
    }

    @Test
    void takesNoEmptyReason(FxRobot robot) {
        var answer = asked(robot, () -> shell.dialogs().reason("宣布流标", "请写明理由。", "宣布流标",
                List.of("投标人少于三个")));
        assertTrue(robot.lookup("#dialog-ok").queryAs(Button.class).isDisabled());
        robot.clickOn("#dialog-text").write("投标人不足三家").push(KeyCode.TAB, KeyCode.TAB);
        robot.clickOn("#dialog-ok");
        assertEquals(Optional.of("投标人不足三家"), got(answer));
    }

    @Test
    void confirmsByItsVerbAndTheEnterKey(FxRobot robot) {
        var yes = asked(robot, () -> shell.dialogs().confirm("开始开标", "确定开始？", "开始开标"));
        assertEquals("开始开标", robot.lookup("#dialog-ok").queryAs(Button.class).getText());
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertTrue(got(yes));
        var no = asked(robot, () -> shell.dialogs().confirmDanger("宣布流标", "确定？", "宣布流标"));
        robot.clickOn("#dialog-cancel");
        assertFalse(got(no));
    }

    @Test
    void wantsTwoDifferentPersons(FxRobot robot) {
        var answer = asked(robot,
                () -> shell.dialogs().twoPersons("导出证据", "", "导出", List.of("王守正", "李记")));
        robot.clickOn("#dialog-first-pin").write("111");
        assertTrue(robot.lookup("#dialog-ok").queryAs(Button.class).isDisabled());
        robot.clickOn("#dialog-second-pin").write("222").push(KeyCode.ENTER);
        var both = got(answer).orElseThrow();
        assertEquals(List.of("王守正", "李记"),
                both.stream().map(Dialogs.Confirmed::person).toList());
        assertArrayEquals("222".toCharArray(), both.get(1).pin());
    }

    @Test
    void showsLongWorkAndLetsItBeStopped(FxRobot robot) {
        var stopped = new CompletableFuture<Boolean>();
        var handle = new CompletableFuture<Busy>();
        robot.interact(() -> handle
                .complete(shell.busy("正在解密投标文件", () -> stopped.complete(true))));
        got(handle).progress(0.42);
        got(handle).say("第 3 份，共 6 份");
        robot.interact(() -> {});
        assertTrue(robot.lookup("42 %").tryQuery().isPresent());
        assertTrue(shell.isBusy());
        robot.clickOn("#busy-cancel");
        assertTrue(got(stopped));
        assertTrue(got(handle).cancelled());
        got(handle).close();
        robot.interact(() -> {});
        assertFalse(robot.lookup("#busy").tryQuery().isPresent());
    }

    private static <T> CompletableFuture<T> asked(FxRobot robot, Supplier<CompletionStage<T>> ask) {
        var answer = new CompletableFuture<T>();
        robot.interact(() -> ask.get().thenAccept(answer::complete));
        return answer;
    }

    private static <T> T got(CompletableFuture<T> answer) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> answer.get());
    }
}

package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import venue.words.Language;
import venue.words.Words;

@ExtendWith(ApplicationExtension.class)
class ShellTest {

    private final ShellModel model = Sample.model();
    @SuppressWarnings("NullAway.Init")
    private Shell shell;
    private final List<String> chosen = new ArrayList<>();

    @Start
    void show(Stage stage) {
        shell = new Shell(model, Sample.words());
        var scene = new Scene(shell.root(), 1366, 768);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.onStep(chosen::add);
        shell.show(new Sample());
    }

    @AfterEach
    void speakChineseAgain() {
        Words.speak(Language.ZH);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            app-name,       场内开标
            tender-title,   丹东市鸭绿江大道改造工程施工一标段
            status-who,     王守正、李记
            status-role,    主持人、记录人
            status-room,    开标一厅 hall-1
            status-clock,   '2026-11-24 09:30:05（可信，±0.2 秒）'
            status-sync,    '在线，未上传 3 条'
            status-journal, '正常，128 条'
            """)
    void saysWhoWhereWhenAndHowWell(String id, String text, FxRobot robot) {
        assertEquals(text, robot.lookup("#" + id).queryAs(Label.class).getText());
    }

    @Test
    void saysWhenTheLineIsCut(FxRobot robot) {
        robot.interact(() -> model.onlineProperty().set(false));
        assertEquals("离线，未上传 3 条", robot.lookup("#status-sync").queryAs(Label.class).getText());
    }

    @Test
    void showsEveryStepWithItsState(FxRobot robot) {
        assertTrue(robot.lookup("#step-sign-in").query().getStyleClass().contains("done"));
        assertTrue(robot.lookup("#step-decrypt").query().getStyleClass().contains("current"));
        assertTrue(robot.lookup("#step-objection").query().getStyleClass().contains("alert"));
        robot.clickOn("#step-read-out").push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals(List.of("read-out", "sign-in"), chosen);
    }

    @Test
    void goesFromRegionToRegionByF6(FxRobot robot) {
        robot.clickOn("#note").push(KeyCode.F6);
        assertTrue(robot.lookup("#status-journal-open").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(robot.lookup("#text-size").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(robot.lookup("#step-sign-in").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(FocusOrder.holds(robot.lookup("#content").query(),
                shell.root().getScene().getFocusOwner()));
    }

    @Test
    void tellsWhatWhyAndWhatNext(FxRobot robot) {
        robot.interact(() -> shell
                .notice(new Notice(Notice.Kind.ERROR, "投标文件无法读取", "文件在第 3 块处损坏（HASH_MISMATCH）。",
                        "请投标人提供备份介质，或宣布该投标文件解密失败。")));
        assertEquals("投标文件无法读取", robot.lookup("#notice-title").queryAs(Label.class).getText());
        assertTrue(robot.lookup("#notice-next").queryAs(Label.class).getText().startsWith("下一步："));
        robot.clickOn("#notice-dismiss");
        assertFalse(robot.lookup("#notice").tryQuery().isPresent());
    }

    @Test
    void marksARehearsal(FxRobot robot) {
        assertFalse(robot.lookup("#rehearsal").query().isVisible());
        robot.interact(() -> model.rehearsalProperty().set(true));
        assertTrue(robot.lookup("#rehearsal").query().isVisible());
    }

    @Test
    void speaksEnglishAndChineseAgain(FxRobot robot) {
        robot.clickOn("#language");
        assertEquals("Bid opening", robot.lookup("#app-name").queryAs(Label.class).getText());
        assertEquals("on line, 3 not sent",
                robot.lookup("#status-sync").queryAs(Label.class).getText());
        robot.clickOn("#language");
        assertEquals("场内开标", robot.lookup("#app-name").queryAs(Label.class).getText());
    }

    @Test
    void nothingIsCutOffInEitherTextSize(FxRobot robot) {
        robot.interact(() -> assertEquals(List.of(), Clipped.texts(shell.root(), 1366, 768)));
        robot.clickOn("#text-size");
        robot.interact(() -> assertEquals(List.of(), Clipped.texts(shell.root(), 1366, 768)));
    }

    @Test
    void bringsWhatHasTheFocusIntoView(FxRobot robot) {
        robot.clickOn("#text-size");
        robot.interact(() -> robot.lookup("#fail").query().requestFocus());
        var bounds = robot.lookup("#fail").query();
        var seen = bounds.localToScene(bounds.getBoundsInLocal());
        assertTrue(seen.getMaxY() <= 768 && seen.getMinY() >= 0, seen.toString());
    }
}

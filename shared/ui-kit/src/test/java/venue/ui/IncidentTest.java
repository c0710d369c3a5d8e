package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import venue.words.Language;
import venue.words.Words;

/// Through the real window: an incident of the journal, the restoration by two persons, the card
/// behind the status bar, a backup.
@ExtendWith(ApplicationExtension.class)
class IncidentTest {

    private static final Path PICTURES = Path.of("target/pictures");

    private final IncidentHall hall = new IncidentHall();
    @SuppressWarnings("NullAway.Init")
    private AppWindow window;

    @Start
    void open(Stage stage) {
        window = hall.new App().open(stage, hall.launch());
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(() -> {
            Words.speak(Language.ZH);
            window.close();
        });
        assertTrue(window.ended().toCompletableFuture().get(30, TimeUnit.SECONDS));
    }

    @Test
    void aDamagedJournalIsToldAndItsSceneCanBeCarriedOff(FxRobot robot) throws Exception {
        hall.damage();
        start(robot);
        await(() -> shows(robot, "#incident"));
        assertTrue(text(robot, "#incident-what").contains("DAMAGED"));
        assertTrue(said(robot, "#incident-steps").contains("停止使用本机。不要重新启动"));
        assertTrue(said(robot, "#incident-means").contains("不要在本机重做任何一步"));
        robot.clickOn("#incident-copy");
        assertEquals("事故信息已复制，可粘贴发给技术支持。", text(robot, "#incident-done"));
        robot.clickOn("#incident-export");
        await(() -> text(robot, "#incident-done").contains("SHA-256 清单"));
        try (var files = Files.list(hall.stick())) {
            var folder = files.toList().getFirst();
            assertTrue(Files.isRegularFile(folder.resolve("SHA256SUMS")));
            assertEquals(-1, Files.mismatch(folder.resolve("journal/journal.db"),
                    hall.station.journalFolder().resolve("journal.db")));
        }
    }

    @Test
    void anOlderCopyIsFoundAndTwoPersonsBeginGenerationTwo(FxRobot robot) throws Exception {
        hall.swapInAnOlderCopy();
        start(robot);
        await(() -> shows(robot, "#incident"));
        assertTrue(text(robot, "#incident-what").contains("ROLLED_BACK"));
        pictures(robot, "incident");
        robot.clickOn("#restore-own");
        robot.clickOn("#restore-pin").write(IncidentHall.PIN).push(KeyCode.ENTER);
        await(() -> shows(robot, "#restore-plan"));
        assertTrue(text(robot, "#restore-lost").startsWith("缺少 "));
        robot.clickOn("#restore-reason").write("123456789");
        approve(robot, "P-SUP", "P-REC");
        assertTrue(robot.lookup("#restore-run").query().isDisabled());
        robot.interact(() -> text(robot).setText("夜间维护误换回旧副本，监督人员在场确认"));
        pictures(robot, "restore");
        approve(robot, "P-SUP", "P-REC");
        robot.interact(() -> robot.lookup("#restore-run").queryButton().fire());
        await(() -> text(robot, "#notice-reason").contains("NOT_THESE_TWO"));
        assertTrue(text(robot, "#notice-reason").contains("李记"));
        approve(robot, "P-SUP", "P-SUP");
        robot.interact(() -> robot.lookup("#restore-run").queryButton().fire());
        await(() -> text(robot, "#notice-reason").contains("SAME_PERSON"));
        approve(robot, "P-SUP", "P-TECH");
        robot.interact(() -> robot.lookup("#restore-run").queryButton().fire());
        await(() -> shows(robot, "#restore-result"));
        assertTrue(text(robot, "#restore-result").contains("第 2 代"));
        robot.clickOn("#restore-continue");
        await(() -> shows(robot, "#station-pin"));
        start(robot);
        await(() -> shows(robot, "#token-file"));
        signIn(robot, "P-HOST");
        robot.clickOn("#start-continue");
        await(() -> shows(robot, "#begin"));
        robot.interact(window::close);
        assertTrue(window.ended().toCompletableFuture().get(30, TimeUnit.SECONDS));
        try (var open = hall.open()) {
            assertEquals("hall-1/g2", open.journal().origin().toString());
        }
    }

    @Test
    void theCardBehindTheStatusBarMakesABackup(FxRobot robot) throws Exception {
        start(robot);
        await(() -> shows(robot, "#token-file"));
        signIn(robot, "P-HOST");
        await(() -> !text(robot, "#status-journal").equals("—"));
        robot.interact(() -> robot.lookup("#status-journal-open").query().requestFocus());
        robot.push(KeyCode.ENTER);
        await(() -> shows(robot, "#journal-card"));
        assertTrue(text(robot, "#journal-disk").startsWith("磁盘剩余 "));
        pictures(robot, "journal-card");
        robot.clickOn("#journal-backup");
        await(() -> shows(robot, "#notice-title"));
        assertTrue(text(robot, "#notice-title").startsWith("备份完成并已核对"),
                () -> text(robot, "#notice-title"));
        assertTrue(Files.isDirectory(hall.stick().resolve("venue-backup-hall-1")));
        assertFalse(shows(robot, "#journal-card"));
    }

    private static void start(FxRobot robot) {
        robot.clickOn("#station-pin").write(IncidentHall.PIN).push(KeyCode.ENTER);
    }

    private void signIn(FxRobot robot, String person) throws Exception {
        robot.interact(() -> robot.lookup("#token-file").queryAs(TextField.class)
                .setText(hall.dir.resolve(person + ".p12").toString()));
        robot.clickOn("#token-pin").write(IncidentHall.PERSON_PIN).push(KeyCode.ENTER);
        await(() -> shows(robot, "#signed-in .chip"));
    }

    private void approve(FxRobot robot, String first, String second) {
        robot.interact(() -> {
            set(robot, "#restore-first", hall.dir.resolve(first + ".p12").toString());
            set(robot, "#restore-first-pin", IncidentHall.PERSON_PIN);
            set(robot, "#restore-second", hall.dir.resolve(second + ".p12").toString());
            set(robot, "#restore-second-pin", IncidentHall.PERSON_PIN);
        });
    }

    private static void set(FxRobot robot, String id, String text) {
        robot.lookup(id).queryAs(TextField.class).setText(text);
    }

    private static javafx.scene.control.TextArea text(FxRobot robot) {
        return robot.lookup("#restore-reason").queryAs(javafx.scene.control.TextArea.class);
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static String said(FxRobot robot, String id) {
        return String.join("", robot.lookup(id + " .label").queryAllAs(Label.class)
                .stream().map(Label::getText).toList());
    }

    /// At the size of the screens, with text of twice the size, and in English: nothing may be
    /// cut off.
    private void pictures(FxRobot robot, String name) throws IOException {
        Files.createDirectories(PICTURES);
        var clipped = new ArrayList<String>();
        for (var kind : List.of("", "-large", "-english")) {
            robot.interact(() -> {
                window.shell().model().largeTextProperty().set(kind.equals("-large"));
                window.shell().model().languageProperty()
                        .set(kind.equals("-english") ? Language.EN : Language.ZH);
                Snapshots.png(window.scene(), 1366, 768, PICTURES.resolve(name + kind + ".png"));
                clipped.addAll(Clipped.texts(window.shell().root(), 1366, 768));
            });
        }
        robot.interact(() -> window.shell().model().languageProperty().set(Language.ZH));
        assertEquals(List.of(), clipped, name);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

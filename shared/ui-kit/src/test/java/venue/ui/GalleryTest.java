package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
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

/// Pictures of the kit in `target/pictures`, each checked for texts that do not fit.
@ExtendWith(ApplicationExtension.class)
class GalleryTest {

    private static final Path PICTURES = Path.of("target/pictures");

    private final ShellModel model = Sample.model();
    @SuppressWarnings("NullAway.Init")
    private Shell shell;
    private final Sample sample = new Sample();

    @Start
    void show(Stage stage) {
        shell = new Shell(model, Sample.words());
        var scene = new Scene(shell.root(), 1366, 768);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.show(sample);
    }

    @AfterEach
    void speakChineseAgain() {
        Words.speak(Language.ZH);
    }

    @Test
    void picturesAPage(FxRobot robot) {
        robot.interact(() -> {
            sample.refusal.set(Optional.of(SampleRefusal.FEWER_THAN_THREE));
            model.rehearsalProperty().set(true);
            shell.notice(new Notice(Notice.Kind.WARN, "一份投标文件解密失败",
                    "大连滨海路桥工程有限责任公司第三分公司：所用证书与加密证书不一致（WRONG_CERT）。",
                    "请投标人更换加密时使用的证书重新解密，或按招标文件约定归责处理。"));
        });
        taken(robot, "page");
    }

    @Test
    void picturesAPageInLargeTextAndInEnglish(FxRobot robot) {
        robot.interact(() -> model.largeTextProperty().set(true));
        taken(robot, "page-large");
        robot.interact(() -> robot.lookup("#fail").query().requestFocus());
        taken(robot, "page-large-below");
        robot.interact(() -> {
            model.largeTextProperty().set(false);
            model.languageProperty().set(Language.EN);
        });
        taken(robot, "page-english");
    }

    @Test
    void picturesTheQuestions(FxRobot robot) {
        robot.interact(() -> shell.dialogs().pin("签署开标记录表", "签署即确认记录内容属实，签名将写入日志并上传中心。"));
        taken(robot, "dialog-pin");
        robot.clickOn("#dialog-cancel").interact(() -> shell.dialogs().reason("宣布流标",
                "宣布后本次开标终止，不可撤回。", "宣布流标", List.of("投标人少于三个", "系统故障无法恢复")));
        taken(robot, "dialog-reason");
        robot.clickOn("#dialog-cancel").interact(() -> shell.dialogs().twoPersons("导出见证证据",
                "证据包含未公开的音视频资料。", "确认导出", List.of("王守正（主持人）", "李记（监标人）")));
        taken(robot, "dialog-two");
        robot.clickOn("#dialog-cancel").interact(() -> {
            var busy = shell.busy("正在解密投标文件", () -> {});
            busy.progress(0.42);
            busy.say("第 3 份，共 6 份：辽宁鸭绿江建设集团有限公司");
        });
        taken(robot, "busy");
    }

    @Test
    void picturesTheFirstScreens(FxRobot robot) throws Exception {
        var start = new StationStartModel(new FakeDoor());
        robot.interact(() -> {
            model.steps().clear();
            shell.show(new StationStart(start, new StationStartTest.OneFile(Path.of("a.p12"))));
        });
        robot.write("1").push(KeyCode.ENTER);
        robot.interact(() -> {});
        await(() -> start.troubleProperty().get().isPresent());
        taken(robot, "start-station");
        robot.clickOn("#station-pin").write("246810").push(KeyCode.ENTER);
        await(() -> start.phaseProperty().get() == StationStartModel.Phase.PEOPLE);
        robot.clickOn("#token-file").write("王守正.p12").clickOn("#token-pin").write("13579")
                .push(KeyCode.ENTER);
        await(() -> start.people().size() == 1);
        robot.clickOn("#token-file").write("李记.p12").clickOn("#token-pin").write("1")
                .push(KeyCode.ENTER);
        await(() -> start.troubleProperty().get().isPresent());
        taken(robot, "start-people");
        robot.interact(() -> shell.cover(BugScreen.node("BUG-0A1B2C3D", () -> {})));
        taken(robot, "bug");
    }

    @Test
    void picturesTheHallsScreen(FxRobot robot) {
        var hall = new HallFrame[1];
        robot.interact(() -> {
            model.rehearsalProperty().set(true);
            hall[0] = HallFrame.following(model);
            hall[0].fingerprintProperty().set("Q7KD XW2M PA · 128 条");
            hall[0].show(Cards.page("开标一览", "", Cards.wrap(
                    Cards.figure("h1", "递交投标文件", new SimpleStringProperty("6")),
                    Cards.figure("h2", "解密成功", new SimpleStringProperty("5")),
                    Cards.figure("h3", "解密失败", new SimpleStringProperty("1"))),
                    Tables.of("hall-bidders", sample.bidders)
                            .column("投标人", Sample.Bidder::name)
                            .figures("投标报价（元）", 420, Sample.Bidder::price)
                            .chips("状态", 300, Sample.Bidder::state).node()));
            Theme.dress(new Scene(hall[0].root(), 1920, 1080));
            Snapshots.png(hall[0].root(), HallFrame.WIDTH, HallFrame.HEIGHT,
                    PICTURES.resolve("hall.png"));
        });
        assertTrue(Files.exists(PICTURES.resolve("hall.png")));
        var clipped = new ArrayList<String>();
        robot.interact(() -> clipped.addAll(Clipped.texts(hall[0].root(), 1920, 1080)));
        assertEquals(List.of(), clipped);
    }

    private void taken(FxRobot robot, String name) {
        var clipped = new ArrayList<String>();
        robot.interact(() -> {
            Snapshots.png(shell.root().getScene(), 1366, 768, PICTURES.resolve(name + ".png"));
            clipped.addAll(Clipped.texts(shell.root(), 1366, 768));
        });
        assertEquals(List.of(), clipped, name);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

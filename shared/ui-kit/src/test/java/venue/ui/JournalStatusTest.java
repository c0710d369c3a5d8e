package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import venue.journal.JournalFailure;
import venue.journal.keeping.DiskForecast;
import venue.journal.keeping.DiskSample;
import venue.journal.keeping.DiskSpace;
import venue.workstation.OpenStation;

/// What the status bar and its card say of the journal and its disk.
@ExtendWith(ApplicationExtension.class)
class JournalStatusTest {

    private static final long GIB = 1L << 30;
    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00Z");
    private static final JournalHealth GOOD = new JournalHealth(128, 3, Optional.empty(),
            Optional.empty(), Optional.of(DiskForecast.of(new DiskSpace(90 * GIB, 100 * GIB),
                    List.of())));

    private final IncidentHall hall = new IncidentHall();
    private final AtomicReference<JournalHealth> health = new AtomicReference<>(GOOD);
    @SuppressWarnings("NullAway.Init")
    private OpenStation station;
    @SuppressWarnings("NullAway.Init")
    private AppWindow window;
    @SuppressWarnings("NullAway.Init")
    private JournalStatus status;

    @Start
    void open(Stage stage) {
        station = hall.open();
        window = new AppWindow(stage, hall.launch(), Sample.words());
        status = new JournalStatus(window, station, health::get);
        window.open(new Sample());
    }

    @AfterEach
    void close(FxRobot robot) {
        status.close();
        robot.interact(window::close);
        station.close();
    }

    @Test
    void saysThatTheDiskWillBeFullSoonAndWhatToDo(FxRobot robot) throws Exception {
        shown("正常，128 条");
        health.set(with(new DiskSpace(8 * GIB, 100 * GIB), List.of()));
        status.look();
        shown("正常，128 条；磁盘空间偏低");
        assertEquals(Tone.WARN, window.shell().model().journalToneProperty().get());
        health.set(with(new DiskSpace(40 * GIB, 100 * GIB),
                List.of(new DiskSample(NINE.minusSeconds(2 * 86_400), 50 * GIB),
                        new DiskSample(NINE, 60 * GIB))));
        status.look();
        shown("128 条；磁盘约 8 天后写满");
        robot.clickOn("#status-journal-open");
        assertTrue(robot.lookup("#journal-disk").queryAs(Label.class).getText()
                .contains("请联系技术人员"));
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#journal-card").tryQuery().isEmpty());
        health.set(with(new DiskSpace(GIB / 2, 100 * GIB), List.of()));
        status.look();
        shown("128 条；磁盘即将写满");
        assertEquals(Tone.BAD, window.shell().model().journalToneProperty().get());
    }

    @Test
    void saysThatNothingIsWrittenAnyMoreAndWhatToDo(FxRobot robot) throws Exception {
        health.set(new JournalHealth(128, 3, Optional.of(JournalFailure.stopped()),
                Optional.empty(), Optional.empty()));
        status.look();
        shown("异常，请点此查看（STOPPED）");
        assertEquals("日志已停止写入，请勿继续办理",
                robot.lookup("#notice-title").queryAs(Label.class).getText());
        robot.clickOn("#status-journal-open");
        assertTrue(robot.lookup("#journal-advice").queryAs(Label.class).getText()
                .contains("启动时将重新核对全部日志"));
        assertTrue(robot.lookup("#journal-backup").tryQuery().isEmpty());
        robot.clickOn("#journal-close");
    }

    private static JournalHealth with(DiskSpace space, List<DiskSample> samples) {
        return new JournalHealth(128, 3, Optional.empty(), Optional.empty(),
                Optional.of(DiskForecast.of(space, samples)));
    }

    private void shown(String sentence) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> window.shell().model()
                .journalHealthProperty().get().equals(sentence));
        WaitForAsyncUtils.waitForFxEvents();
    }
}

package venue.bidopen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is wrong is said in the window, with what to do next; the next right step works.
@ExtendWith(ApplicationExtension.class)
class BadInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;
    @SuppressWarnings("NullAway.Init")
    private static SampleHall hall;
    @SuppressWarnings("NullAway.Init")
    private BidOpen app;
    @SuppressWarnings("NullAway.Init")
    private Clerk clerk;

    @BeforeAll
    static void prepare() {
        hall = new SampleHall(home, 0);
    }

    @Start
    void show(Stage stage) {
        app = BidOpen.open(stage, hall.launch());
        clerk = new Clerk(app.window().scene());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> app.window().close());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void saysWhatIsWrongWithPinsAndPackages() throws IOException {
        clerk.fill("station-pin", "guess").click("station-open").await(
                () -> clerk.read("trouble-what").contains("口令"), "station PIN refused");
        assertFalse(clerk.sees("project-import"));
        clerk.fill("station-pin", SampleHall.STATION_PIN).click("station-open")
                .awaitNode("project-import");
        refuses(Files.writeString(home.resolve("note.parcel"), "这不是项目包"), "NOT_A_PARCEL");
        refuses(damaged(), "（");
        refuses(hall.pack("evaluation.parcel", "project",
                "{\"plan\":{}}".getBytes(StandardCharsets.UTF_8), null), "BRIEF_UNREADABLE");
        refuses(hall.pack("archive.parcel", "archive",
                "{}".getBytes(StandardCharsets.UTF_8), null), "NOT_A_PROJECT");
        clerk.picture("30-bad-package");
        hall.files.set(hall.project());
        clerk.click("project-import").awaitNode("token-file");
        clerk.fill("token-file", hall.token("p-host").toString()).fill("token-pin", "1111")
                .click("sign-in").await(() -> clerk.read("trouble-what").contains("再试"),
                        "token PIN refused")
                .picture("31-wrong-pin");
        clerk.fill("token-file", hall.token("seat-1").toString())
                .fill("token-pin", SampleHall.PIN).click("sign-in")
                .await(() -> clerk.read("trouble-what").contains("NOT_ON_LIST"), "a stranger");
        clerk.fill("token-file", hall.token("p-host").toString())
                .fill("token-pin", SampleHall.PIN).click("sign-in").await(
                        () -> !app.window().scene().lookup("#start-continue").isDisabled(),
                        "signed in");
        clerk.click("start-continue").awaitNode("prepare-load")
                .aside(app.hall().orElseThrow().stage());
        assertEquals("陈静怡", clerk.read("status-who"));
        assertTrue(clerk.read("prepare-check-in-why").contains("尚未载入项目"));
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        enter();
        if (!app.window().scene().lookup("#prepare-load").isDisabled()) {
            clerk.click("prepare-load");
        }
        clerk.await(() -> !app.window().scene().lookup("#prepare-check-in").isDisabled(), "kept");
        close();
        clerk.await(BadInputTest::isReleased, "the station is released");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show(new Stage()));
        enter();
        clerk.await(() -> app.window().scene().lookup("#prepare-load").isDisabled(),
                "the project is still loaded");
        assertFalse(app.window().scene().lookup("#prepare-check-in").isDisabled());
    }

    private static boolean isReleased() {
        try (var channel = FileChannel.open(hall.station().resolve("journal/journal.lock"),
                StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private void enter() {
        clerk.fill("station-pin", SampleHall.STATION_PIN).click("station-open").await(
                () -> clerk.sees("project-import") || clerk.sees("token-file"), "open");
        if (clerk.sees("project-import")) {
            hall.files.set(hall.project());
            clerk.click("project-import").awaitNode("token-file");
        }
        clerk.fill("token-file", hall.token("p-host").toString())
                .fill("token-pin", SampleHall.PIN).click("sign-in").await(
                        () -> !app.window().scene().lookup("#start-continue").isDisabled(),
                        "signed in");
        clerk.click("start-continue").awaitNode("prepare-load")
                .aside(app.hall().orElseThrow().stage());
    }

    private void refuses(Path file, String part) {
        hall.files.set(file);
        clerk.click("project-import").awaitNotice(part);
        assertTrue(clerk.notice().contains("下一步"), clerk.notice());
    }

    private static Path damaged() throws IOException {
        var bytes = Files.readAllBytes(hall.project());
        bytes[bytes.length / 2] ^= 0x55;
        return Files.write(home.resolve("damaged.parcel"), bytes);
    }
}

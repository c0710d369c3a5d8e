package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
import venue.crypto.Authority;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.words.Words;
import venue.workstation.OpenStation;
import venue.workstation.Station;

/// A window over a real station with real certificates.
@ExtendWith(ApplicationExtension.class)
class VenueAppTest {

    private static final Instant NINE = Instant.parse("2026-03-24T01:00:00Z");
    private static final Instant BEFORE = NINE.minusSeconds(86_400);
    private static final Instant AFTER = NINE.plusSeconds(86_400);
    private static final Authority ROOT = Authority.root(Suite.SM, "数字证书认证中心", BEFORE, AFTER);

    private final List<Person> people = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Path dir;
    @SuppressWarnings("NullAway.Init")
    private AppWindow window;

    @Start
    void open(Stage stage) throws Exception {
        dir = Files.createTempDirectory("venue-ui");
        var trust = Files.createDirectories(dir.resolve("ca"));
        Files.writeString(trust.resolve("root.pem"), ROOT.certificate().pem());
        Station.enrol(dir.resolve("hall-1"), new Station.Enrolment(new DeviceId("hall-1"),
                Station.Kind.BIDOPEN, "开标一厅", "主持席", Optional.empty(), Optional.empty(), "",
                Optional.of(trust)), "246810".toCharArray());
        enlist("P-HOST", "宋主持", Role.HOST);
        window = new SampleApp().open(stage, Launch.of(dir.resolve("hall-1"))
                .at(InstantSource.fixed(NINE)).asRehearsal());
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        assertTrue(window.ended().toCompletableFuture().get(20, TimeUnit.SECONDS));
    }

    @Test
    void startsTheStationSignsInAndBeginsTheWork(FxRobot robot) throws Exception {
        openStation(robot, "246810");
        await(() -> robot.lookup("#token-file").tryQuery().isPresent());
        signIn(robot, "P-HOST", "13579");
        await(() -> robot.lookup("#signed-in .chip").tryQuery().isPresent());
        assertEquals("主持人", robot.lookup("#signed-in .chip").queryAs(Label.class).getText());
        robot.clickOn("#start-continue");
        await(() -> robot.lookup("#begin").tryQuery().isPresent());
        assertEquals("宋主持", robot.lookup("#status-who").queryAs(Label.class).getText());
        assertEquals("开标一厅 主持席", robot.lookup("#status-room").queryAs(Label.class).getText());
        assertTrue(robot.lookup("#status-clock").queryAs(Label.class).getText()
                .startsWith("2026-03-24 09:00:00（未校准"));
        await(() -> robot.lookup("#status-journal").queryAs(Label.class).getText()
                .startsWith("正常"));
        robot.interact(window::close);
        assertTrue(window.ended().toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertEquals(List.of("work", "begin", "closed"), told);
    }

    @Test
    void saysWhyAPersonCannotSignIn(FxRobot robot) throws Exception {
        issue("P-STRANGER", "路人");
        openStation(robot, "246810");
        await(() -> robot.lookup("#token-file").tryQuery().isPresent());
        signIn(robot, "P-HOST", "00000");
        await(() -> trouble(robot).contains("PIN_WRONG"));
        assertTrue(trouble(robot).contains("5"), trouble(robot));
        signIn(robot, "P-STRANGER", "13579");
        await(() -> trouble(robot).contains("NOT_ON_LIST"));
        assertTrue(trouble(robot).contains("路人"), trouble(robot));
    }

    @Test
    void refusesAWrongStationPinAndThenTheRightOneStillWorks(FxRobot robot) throws Exception {
        openStation(robot, "1");
        await(() -> trouble(robot).contains("STATION_PIN_WRONG"));
        openStation(robot, "246810");
        await(() -> robot.lookup("#token-file").tryQuery().isPresent());
    }

    private static void openStation(FxRobot robot, String pin) {
        robot.clickOn("#station-pin").write(pin).push(KeyCode.ENTER);
    }

    private void signIn(FxRobot robot, String person, String pin) {
        robot.interact(() -> robot.lookup("#token-file")
                .queryAs(javafx.scene.control.TextField.class)
                .setText(dir.resolve(person + ".p12").toString()));
        robot.clickOn("#token-pin").write(pin).push(KeyCode.ENTER);
    }

    private static String trouble(FxRobot robot) {
        return robot.lookup("#trouble-what").queryAs(Label.class).getText();
    }

    private void enlist(String id, String name, Role role) {
        var entry = issue(id, name);
        people.add(new Person(new PersonId(id), name, role, "丹东市公共资源交易中心",
                new Digest(entry.certificate().sha256())));
    }

    private KeyEntry issue(String id, String name) {
        var entry = ROOT.issue(new Authority.Subject(name, "交易中心", id), Authority.Use.BOTH, BEFORE,
                AFTER);
        KeyEntry.write(dir.resolve(id + ".p12"), "13579".toCharArray(), List.of(entry));
        return entry;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class SampleApp extends VenueApp {

        @Override
        protected Station.Kind kind() {
            return Station.Kind.BIDOPEN;
        }

        @Override
        protected Words words() {
            return Sample.words();
        }

        @Override
        protected Work work(OpenStation station, Launch launch) {
            told.add("work");
            return new Work() {
                @Override
                public List<Person> people() {
                    return people;
                }

                @Override
                public void begin(Workplace place) {
                    told.add("begin");
                    place.shell().show(new Sample());
                }

                @Override
                public void close() {
                    told.add("closed");
                }
            };
        }
    }
}

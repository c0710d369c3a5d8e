package venue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import venue.domain.evaluation.EvaluationEvent;
import venue.journal.Withheld;
import venue.ui.FileChoice;

/// Five desks with five journals evaluate one lot from sign-in to the signed report.
class EvaluationRoomTest {

    private static final List<String> PEOPLE = List.of("P-EXPERT-1", "P-EXPERT-2", "P-EXPERT-3",
            "P-EXPERT-4", "P-TENDERER");

    @TempDir
    Path home;
    private final AtomicReference<Instant> now = new AtomicReference<>(
            TestVenue.NINE.plusSeconds(3600));
    private final InstantSource clock = () -> now.updateAndGet(at -> at.plusMillis(20));
    private final List<TestSeat> seats = new ArrayList<>();
    private TestVenue venue;
    private Path handover;

    @BeforeEach
    void openTheRoom() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> javafx.application.Platform.setImplicitExit(false));
        venue = new TestVenue(home, 5);
        handover = venue.handover(TestVenue.TENDER.value());
        for (int seat = 1; seat <= 5; seat++) {
            seats.add(new TestSeat(venue, seat, clock, new Chosen()));
        }
        seats.forEach(seat -> seat.meanwhile(() -> TestSeat.carry(seats)));
    }

    @AfterEach
    void closeTheRoom() {
        seats.forEach(TestSeat::close);
    }

    @Test
    void evaluatesFromSignInToTheSignedReport() {
        convene();
        elect();
        open();
        review();
        score();
        conclude();
    }

    private void convene() {
        for (int seat = 0; seat < 5; seat++) {
            at(seat).enter(PEOPLE.get(seat));
        }
        at(0).await("waits for the handover", () -> at(0).sees("handover-import"));
        at(0).shot("01-sign-in-awaiting");
        for (int seat = 0; seat < 5; seat++) {
            var desk = at(seat).click("handover-import");
            desk.await("the list can be shown", () -> desk.sees("show-bidders"));
            assertFalse(desk.everything().contains("沈阳鼎固"), "the list is not shown yet");
            desk.click("show-bidders");
        }
        recuse();
        for (int seat = 0; seat < 5; seat++) {
            at(seat).click("declare").click("dialog-ok");
        }
        at(0).await("all have declared", () -> at(0).canClick("step-election")
                && at(0).everything().split("已承诺", -1).length > 5);
        at(0).shot("03-sign-in-declared");
    }

    private void recuse() {
        var second = at(1);
        second.click("recuse").type("recuse-reason", "2024 年曾在大连海岳路桥工程有限公司任职");
        second.shot("02-recuse-dialog");
        second.click("dialog-ok").await("the desk is locked", () -> second.sees("replace"));
        second.type("host-token", venue.token("P-EXPERT-1").toString()).type("host-pin",
                TestVenue.pin("P-EXPERT-1"));
        second.click("replace");
        second.await("an expert is not the host", () -> second.everything().contains("不是本项目的主持人"));
        second.shot("02-replacement-refused");
        second.type("host-token", venue.token("P-HOST").toString()).type("host-pin",
                TestVenue.pin("P-HOST"));
        second.shot("02-replacement");
        second.click("replace");
        second.await("replaced", () -> second.everything().contains("确认更换成员：已完成"));
        second.enter("P-EXPERT-5");
        second.click("show-bidders");
    }

    private void elect() {
        for (int seat = 0; seat < 5; seat++) {
            at(seat).click("step-election").click("candidate-P-EXPERT-1").click("vote");
            carry();
            if (seat == 1) {
                at(0).shot("04-election");
            }
        }
        at(2).await("the chair is known", () -> at(2).read("chair").equals("马振华"));
        at(2).shot("04-election-done");
    }

    private void open() {
        at(2).click("step-bids").shot("05-bids-closed");
        assertFalse(at(2).canClick("open-handover"), "only the chair opens");
        at(0).click("step-bids").click("open-handover");
        carry();
        at(0).await("the first page is up", () -> at(0).read("page-number").contains("第 1 页"));
        at(0).choose("file-choice", 1);
        at(0).await("technical volume", () -> at(0).read("page-number").contains("共 "));
        at(0).click("page-next").await("turns", () -> at(0).read("page-number").contains("第 2 页"));
        at(0).shot("05-bids");
    }

    private void review() {
        for (int seat = 0; seat < 5; seat++) {
            var desk = at(seat).click("step-review");
            if (seat < 3) {
                desk.click("mark-3-Y-2-not").type("mark-reason", "投标工期 600 日历天，超过 540 日历天")
                        .type("mark-page", "投标函 第 1 页");
                if (seat == 0) {
                    desk.shot("06-review-dialog");
                }
                desk.click("dialog-ok");
            }
            for (int bid = 1; bid <= 5; bid++) {
                desk.click("rest-" + bid);
            }
            if (seat == 0) {
                desk.await("saved", () -> desk.read("review-saved").contains("已保存"));
                desk.shot("06-review");
            }
        }
        clarify();
        for (int seat = 0; seat < 5; seat++) {
            at(seat).click("step-review").click("review-submit").click("dialog-ok");
        }
        carry();
        at(0).shot("06-review-submitted");
        at(0).click("review-consolidate");
        carry();
        at(3).await("rejected", () -> at(3).everything().contains("否决投标"));
        at(3).shot("06-review-consolidated");
    }

    private void clarify() {
        var chair = at(0).click("step-clarification").choose("question-bid", 1).type("question",
                "投标函第 2 页工期表述为“约 18 个月”，与开标一览表 540 日历天是否一致，请说明。");
        chair.shot("07-clarification-asking");
        chair.click("question-ask");
        chair.await("asked", () -> chair.everything().contains("待答复"));
        chair.type("answer", "以开标一览表 540 日历天为准。")
                .type("host-token", venue.token("P-HOST").toString())
                .type("host-pin", TestVenue.pin("P-HOST"));
        chair.shot("07-clarification-answering");
        chair.click("answer-record");
        chair.await("answered", () -> chair.everything().contains("已答复"));
        carry();
        chair.shot("07-clarification");
    }

    private void score() {
        for (int seat = 0; seat < 5; seat++) {
            var desk = at(seat).click("step-scoring");
            type(desk, seat);
            if (seat == 0) {
                wrongPoints(desk);
            }
            desk.click("commit").click("dialog-ok");
            desk.await("committed", () -> desk.sees("commitment"));
            desk.click("step-reveal");
            if (seat < 4) {
                assertFalse(desk.canClick("reveal"), "no reveal before all have committed");
            }
        }
        at(0).shot("09-reveal-refused");
        noDeskHoldsAnothersPoints();
        carry();
        noDeskHoldsAnothersPoints();
        for (int seat = 0; seat < 5; seat++) {
            at(seat).click("reveal");
            carry();
            if (seat == 2) {
                at(0).shot("09-reveal-going-on");
                assertFalse(at(0).sees("scores-items"), "nothing before the last reveal");
            }
        }
        at(0).await("all points", () -> at(0).sees("scores-items"));
        at(0).shot("09-reveal");
    }

    private void type(TestSeat desk, int seat) {
        for (int bid = 1; bid <= 4; bid++) {
            desk.type("score-" + bid + "-J-1", String.valueOf(7.5 - 0.5 * bid))
                    .type("score-" + bid + "-J-2", String.valueOf(6 + 0.5 * (seat % 3)))
                    .type("score-" + bid + "-J-3", "5.5").type("score-" + bid + "-J-4", "6")
                    .type("score-" + bid + "-S-1", "4").type("score-" + bid + "-S-2", "3.5");
        }
    }

    private void wrongPoints(TestSeat desk) {
        desk.type("score-2-J-1", "8.3");
        assertFalse(desk.canClick("commit"), "8.3 is above the range and off the step");
        desk.shot("08-scoring-wrong");
        desk.type("score-2-J-1", "6.5");
        desk.await("autosaved", () -> desk.read("scores-saved").contains("已保存"));
        desk.shot("08-scoring");
    }

    private void noDeskHoldsAnothersPoints() {
        for (var seat : seats) {
            var foreign = seat.journal().entries(TestVenue.TENDER).stream()
                    .filter(entry -> !entry.stamp().origin().equals(seat.journal().origin()))
                    .map(entry -> entry.fact()).toList();
            assertTrue(foreign.stream().noneMatch(
                    fact -> fact instanceof EvaluationEvent.BallotDrafted
                            || fact instanceof EvaluationEvent.ReviewDrafted
                            || fact instanceof EvaluationEvent.BallotRevealed));
            assertTrue(foreign.stream().anyMatch(fact -> fact instanceof Withheld));
        }
    }

    private void conclude() {
        at(0).click("step-price").shot("10-price");
        at(0).click("step-ranking").shot("11-ranking");
        at(3).click("step-dissent").type("dissent-text", "第一中标候选人的技术措施费偏低，建议招标人签约前核实其履约能力。");
        at(3).shot("12-dissent-writing");
        at(3).click("dissent-file").click("dialog-ok");
        carry();
        at(3).await("on record", () -> at(3).everything().contains("邓建平"));
        at(3).shot("12-dissent");
        for (int seat = 0; seat < 5; seat++) {
            var desk = at(seat).click("step-report");
            desk.await("own report", () -> !desk.read("report-own").equals("—"));
        }
        assertFalse(at(1).canClick("report-sign"), "nothing to sign yet");
        at(1).shot("13-report-waiting");
        at(0).click("report-draft");
        carry();
        for (int seat = 0; seat < 5; seat++) {
            var desk = at(seat);
            desk.await("same digest",
                    () -> desk.read("report-own").equals(desk.read("report-chair")));
            desk.click("report-sign").click("dialog-ok");
            desk.await("signed", () -> desk.everything().contains("已签署"));
            carry();
        }
        at(0).click("evaluation-close");
        carry();
        at(0).await("closed", () -> at(0).sees("evaluation-closed"));
        at(0).shot("13-report");
        var record = venue.station(1).resolve("work/record");
        assertTrue(java.nio.file.Files.exists(record.resolve("evaluation-report.pdf")));
        assertTrue(java.nio.file.Files
                .exists(record.resolve("evaluation-report.P-EXPERT-5.p7s")));
        assertEquals(1, seats.stream().map(seat -> seat.read("report-own")).distinct().count());
    }

    private TestSeat at(int index) {
        return seats.get(index);
    }

    private void carry() {
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
        TestSeat.carry(seats);
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    /// Chooses the handover whenever a file is asked for.
    private final class Chosen implements FileChoice {

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(handover);
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}

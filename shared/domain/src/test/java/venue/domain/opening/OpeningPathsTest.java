package venue.domain.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.domain.opening.Meeting.bidder;
import static venue.domain.opening.Meeting.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import venue.domain.draw.Draw;
import venue.domain.tender.Receipt;

/// Clumsy halls: thousands of meetings whose staff press anything at any time.
class OpeningPathsTest {

    private static final int MEETINGS = 60;
    private static final int PRESSES = 3000;

    @Test
    void noMeetingEndsWithoutItsMandatorySteps() {
        int ended = 0;
        for (int seed = 0; seed < MEETINGS; seed++) {
            var meeting = clumsy(new Random(seed));
            var state = meeting.state;
            assertEquals(state, replay(meeting), "seed " + seed);
            if (state.phase() == Phase.ENDED || state.phase() == Phase.HANDED_TO_EVALUATION) {
                ended++;
                check(state, "seed " + seed);
            }
        }
        assertTrue(ended > MEETINGS / 10, "too few meetings came to an end: " + ended);
    }

    private static void check(Opening state, String seed) {
        assertTrue(state.bids().size() >= OpeningRules.FEWEST_BIDS, seed);
        assertTrue(state.closedAt().orElseThrow().compareTo(Meeting.NINE) >= 0, seed);
        assertTrue(state.meetingAt().isPresent() && state.listPublished(), seed);
        assertTrue(state.allDrawn(), seed);
        assertTrue(state.bids().values().stream().allMatch(Bid::isSettled), seed);
        assertTrue(state.openedBids().stream().allMatch(b -> b.readAt().isPresent()), seed);
        assertTrue(state.objections().stream().allMatch(o -> o.settlement().isPresent()), seed);
        assertTrue(Signer.waiting(state).isEmpty(), seed);
        assertTrue(state.bids().values().stream().map(Bid::receipt).map(Receipt::completedAt)
                .noneMatch(at -> at.isAfter(Meeting.NINE)), seed);
    }

    private static Opening replay(Meeting meeting) {
        var state = meeting.rules.beginning();
        for (var event : meeting.history) {
            state = meeting.rules.after(state, event);
        }
        return state;
    }

    private static Meeting clumsy(Random random) {
        var meeting = new Meeting();
        for (int i = 0; i < PRESSES && isGoingOn(meeting.state.phase()); i++) {
            var choices = choices(meeting, random);
            meeting.ask(any(random, choices).get());
            meeting.later(Duration.ofSeconds(random.nextInt(20)));
        }
        return meeting;
    }

    private static boolean isGoingOn(Phase phase) {
        return phase == Phase.ENDED || !phase.isOver();
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<Supplier<OpeningCommand>> choices(Meeting meeting, Random random) {
        int number = 1 + random.nextInt(4);
        var bidder = bidder(number);
        var all = new ArrayList<Supplier<OpeningCommand>>();
        all.add(() -> new OpeningCommand.Prepare(Meeting.brief(2 + random.nextInt(9) / 2),
                digest(7)));
        all.add(OpeningCommand.BeginCheckIn::new);
        all.add(OpeningCommand.CloseSubmission::new);
        all.add(() -> new OpeningCommand.SignInBidder(bidder, "代表", ""));
        all.add(() -> new OpeningCommand.RegisterReceipt(
                Meeting.receipt(number, meeting.now.plusSeconds(1))));
        all.add(() -> new OpeningCommand.OpenMeeting(Meeting.STAFF));
        all.add(OpeningCommand.CountBids::new);
        all.add(OpeningCommand.PublishList::new);
        all.add(OpeningCommand.BeginDecryption::new);
        all.add(() -> Meeting.handIn(number, "48000000"));
        all.add(() -> new OpeningCommand.RecordAttempt(bidder, DecryptionCode.TIMEOUT,
                Meeting.probes(true)));
        all.add(() -> new OpeningCommand.DecideCause(bidder,
                any(random, List.of(Cause.values())), "原因",
                any(random, List.of(Bid.BidderView.values()))));
        all.add(OpeningCommand.CloseDecryption::new);
        all.add(OpeningCommand.BeginReadOut::new);
        all.add(() -> new OpeningCommand.ConfirmReading(bidder));
        all.add(OpeningCommand.BeginObjections::new);
        all.add(OpeningCommand.CloseObjections::new);
        all.add(() -> new OpeningCommand.DraftRecord(digest(70), digest(71)));
        all.add(OpeningCommand.End::new);
        all.add(OpeningCommand.Resume::new);
        all.add(() -> new OpeningCommand.AnswerObjection(number, "答复", "招标人"));
        all.add(() -> new OpeningCommand.SettleObjection(number, random.nextBoolean()));
        drawing(meeting, all);
        seldom(meeting, random, all);
        return all;
    }

    private static void seldom(Meeting meeting, Random random,
            List<Supplier<OpeningCommand>> all) {
        if (random.nextInt(40) == 0) {
            all.add(() -> new OpeningCommand.RaiseObjection(bidder(1 + random.nextInt(4)), "代表",
                    Objection.Topic.OTHER, "异议"));
            all.add(() -> new OpeningCommand.Suspend(Interruption.Kind.OTHER, "停"));
        }
        if (meeting.state.phase() == Phase.SIGNING) {
            Signer.waiting(meeting.state).forEach(signer -> all.add(() -> meeting.sign(signer)));
        }
    }

    private static void drawing(Meeting meeting, List<Supplier<OpeningCommand>> all) {
        all.add(() -> new OpeningCommand.BeginDraw("K", Meeting.PARTIES));
        all.add(() -> new OpeningCommand.ConcludeDraw("K"));
        all.add(() -> new OpeningCommand.RecordDice("K", List.of(1, 2, 3), Meeting.AGENCY,
                List.of(1, 2, 3), Meeting.WATCH));
        var drawId = meeting.state.draw("K").map(CoefficientDraw::drawId).orElse("");
        for (var party : Meeting.PARTIES) {
            var nonce = Meeting.nonce(party);
            all.add(() -> new OpeningCommand.CommitNonce("K", party,
                    Draw.commitment(drawId, party, HexFormat.of().parseHex(nonce))));
            all.add(() -> new OpeningCommand.RevealNonce("K", party, nonce));
        }
    }
}

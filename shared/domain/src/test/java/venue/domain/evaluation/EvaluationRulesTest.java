package venue.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static venue.domain.evaluation.Hall.DIGEST;
import static venue.domain.evaluation.Hall.HOST;
import static venue.domain.evaluation.Hall.NONCE;
import static venue.domain.evaluation.Hall.TENDERER;
import static venue.domain.evaluation.Hall.expert;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.ranking.Score;
import venue.domain.record.EvaluationReport;
import venue.testkit.Duty;

class EvaluationRulesTest {

    private final Hall hall = new Hall();

    @Test
    void letsNobodyInWhoIsNoMember() {
        refuses(EvaluationRefusal.NOT_A_MEMBER, expert(5), 1, new EvaluationCommand.SignIn());
        refuses(EvaluationRefusal.UNKNOWN_DESK, expert(1), 9, new EvaluationCommand.SignIn());
        hall.sitsDown(expert(1), 2);
        refuses(EvaluationRefusal.DESK_TAKEN, expert(2), 2, new EvaluationCommand.SignIn());
        refuses(EvaluationRefusal.OTHER_DESK, expert(1), 3, new EvaluationCommand.Declare());
    }

    @Test
    void showsTheListBeforeAnybodyDeclares() {
        hall.must(expert(1), 2, new EvaluationCommand.SignIn());
        refuses(EvaluationRefusal.LIST_NOT_SHOWN, expert(1), 2, new EvaluationCommand.Declare());
    }

    @Test
    void locksOutARecusedMemberAndSeatsTheDrawnSubstitute() {
        hall.sitsDown(expert(2), 3);
        var recuse = new EvaluationCommand.Recuse(Relation.ECONOMIC_INTEREST, "曾任顾问");
        refuses(EvaluationRefusal.REASON_MISSING, expert(2), 3,
                new EvaluationCommand.Recuse(Relation.OTHER, " "));
        hall.must(expert(2), 3, recuse);
        refuses(EvaluationRefusal.LOCKED_OUT, expert(2), 3, new EvaluationCommand.Declare());
        var replace = new EvaluationCommand.Replace(expert(2), expert(5), "回避");
        refuses(EvaluationRefusal.HOST_ONLY, expert(1), 3, replace);
        refuses(EvaluationRefusal.SUBSTITUTE_NOT_NEXT, HOST, 3,
                new EvaluationCommand.Replace(expert(2), expert(4), "回避"));
        refuses(EvaluationRefusal.NO_GROUND_TO_REPLACE, HOST, 3,
                new EvaluationCommand.Replace(expert(3), expert(5), "回避"));
        hall.must(HOST, 3, replace).sitsDown(expert(5), 3);
        assertEquals(expert(5), hall.at(3));
        refuses(EvaluationRefusal.LOCKED_OUT, expert(2), 3, new EvaluationCommand.SignIn());
    }

    @Test
    void votesAgainOnATie() {
        hall.convened();
        var candidates = List.of(expert(1), expert(1), expert(2), expert(2), expert(3));
        for (int seat = 1; seat <= 5; seat++) {
            hall.must(hall.at(seat), seat,
                    new EvaluationCommand.VoteChair(candidates.get(seat - 1)));
        }
        assertEquals(2, hall.state.election().round());
        assertEquals(Optional.empty(), hall.state.chair());
        hall.must(expert(1), 2, new EvaluationCommand.VoteChair(expert(1)));
        refuses(EvaluationRefusal.ALREADY_VOTED, expert(1), 2,
                new EvaluationCommand.VoteChair(expert(1)));
        hall.must(expert(2), 3, new EvaluationCommand.VoteChair(expert(1)));
        hall.must(expert(3), 4, new EvaluationCommand.VoteChair(expert(1)));
        hall.must(TENDERER, 1, new EvaluationCommand.VoteChair(expert(2)));
        assertEquals(Optional.empty(), hall.state.chair());
        hall.must(expert(4), 5, new EvaluationCommand.VoteChair(expert(2)));
        assertEquals(Optional.of(expert(1)), hall.state.chair());
        assertEquals(Stage.HANDOVER, hall.state.stage());
    }

    @Test
    void onlyTheChairOpensTheBidsAndOnlyWithTheDrawnCoefficient() {
        hall.chaired();
        var open = new EvaluationCommand.OpenHandover(Hall.offers(),
                List.of(new Drawn("K", "系数", "0.97")), Hall.opening(), DIGEST);
        refuses(EvaluationRefusal.CHAIR_ONLY, expert(2), 3, open);
        refuses(EvaluationRefusal.DRAW_MISSING, expert(1), 2, new EvaluationCommand.OpenHandover(
                Hall.offers(), List.of(), Hall.opening(), DIGEST));
        hall.must(expert(1), 2, open);
        refuses(EvaluationRefusal.HANDOVER_OPEN, expert(1), 2, open);
    }

    @Test
    void rejectsByMajorityWithItsGround() {
        hall.reviewed();
        var rejection = hall.state.consolidated().orElseThrow().rejections().getFirst();
        assertEquals(Codes.bidder(5), rejection.bidder());
        assertEquals("R07", rejection.ground());
        assertEquals(3, rejection.votesFor());
        assertEquals(2, rejection.votesAgainst());
        assertEquals(4, hall.state.outcome().passed().size());
        assertEquals(Stage.SCORING, hall.state.stage());
    }

    @Test
    void wantsAReasonAndAPageForEveryNegativeMark() {
        hall.opened();
        var marks = new java.util.ArrayList<>(Hall.marks(false));
        refuses(EvaluationRefusal.REVIEW_INCOMPLETE, expert(1), 2,
                new EvaluationCommand.SubmitReview(marks.subList(1, marks.size())));
        marks.set(0, new venue.domain.evaluation.review.Mark(Codes.bidder(1), "X-1", false,
                "未盖章", ""));
        refuses(EvaluationRefusal.MARK_UNGROUNDED, expert(1), 2,
                new EvaluationCommand.SubmitReview(marks));
    }

    @Test
    void waitsForTheAnswerOrTheEndOfItsTime() {
        hall.opened().everybody(_ -> new EvaluationCommand.SubmitReview(Hall.marks(false)));
        refuses(EvaluationRefusal.CHAIR_ONLY, expert(3), 4,
                new EvaluationCommand.AskClarification(Codes.bidder(1), "请说明工期"));
        hall.must(expert(1), 2,
                new EvaluationCommand.AskClarification(Codes.bidder(1), "请说明工期"));
        refuses(EvaluationRefusal.CLARIFICATION_OPEN, expert(1), 2,
                new EvaluationCommand.ConsolidateReview());
        refuses(EvaluationRefusal.ANSWER_NOT_DUE, expert(1), 2,
                new EvaluationCommand.LapseClarification(1));
        refuses(EvaluationRefusal.HOST_ONLY, expert(1), 2,
                new EvaluationCommand.AnswerClarification(1, "三百日历天", DIGEST));
        hall.must(HOST, 2, new EvaluationCommand.AnswerClarification(1, "三百日历天", DIGEST));
        hall.must(expert(1), 2,
                new EvaluationCommand.AskClarification(Codes.bidder(2), "请说明质量"));
        hall.passes(31);
        hall.must(expert(1), 2, new EvaluationCommand.LapseClarification(2));
        hall.must(expert(1), 2, new EvaluationCommand.ConsolidateReview());
    }

    @Test
    @Duty("HOUSE-2")
    void showsNoScoreBeforeAllHaveCommitted() {
        hall.reviewed();
        for (int seat = 1; seat <= 4; seat++) {
            var who = hall.at(seat);
            hall.must(who, seat, new EvaluationCommand.CommitBallot(Hall.scores(who), NONCE, "cw"));
            refuses(EvaluationRefusal.COMMITMENTS_MISSING, who, seat,
                    new EvaluationCommand.RevealBallot());
        }
        assertTrue(hall.state.ballots().isEmpty());
        refuses(EvaluationRefusal.NOT_COMMITTED, hall.at(5), 5,
                new EvaluationCommand.RevealBallot());
    }

    @Test
    void takesNoPointsOutsideTheRangeOrOffTheStep() {
        hall.reviewed();
        var scores = new java.util.ArrayList<>(Hall.scores(TENDERER));
        scores.set(0, new Score(Codes.bidder(1), "J-1", Points.of("25.50")));
        refuses(EvaluationRefusal.POINTS_NOT_ALLOWED, TENDERER, 1,
                new EvaluationCommand.DraftBallot(scores));
        refuses(EvaluationRefusal.BALLOT_INCOMPLETE, TENDERER, 1,
                new EvaluationCommand.CommitBallot(scores.subList(1, 8), NONCE, "cw"));
        refuses(EvaluationRefusal.NOT_SIGNED, TENDERER, 1,
                new EvaluationCommand.CommitBallot(Hall.scores(TENDERER), NONCE, ""));
    }

    @Test
    void aBallotThatBreaksItsCommitmentDoesNotCount() {
        hall.committed();
        var other = Hall.scores(expert(1)).stream()
                .map(score -> new Score(score.bidder(), score.item(), Points.of("15"))).toList();
        var forged = new EvaluationEvent.BallotRevealed(expert(1), other, NONCE, Hall.NINE);
        var state = hall.rules.after(hall.state, forged);
        assertFalse(state.keepsCommitment(state.member(expert(1)).orElseThrow()));
        assertTrue(new Ballot(Hall.tender().id(), expert(1), Hall.scores(expert(1)))
                .commitment(NONCE).equals(state.member(expert(1)).orElseThrow()
                        .first(EvaluationEvent.BallotCommitted.class).orElseThrow().commitment()));
    }

    @Test
    void theSameBallotOfAnotherMemberHasAnotherCommitment() {
        var scores = Hall.scores(expert(1));
        assertNotEquals(new Ballot(Hall.tender().id(), expert(1), scores).commitment(NONCE),
                new Ballot(Hall.tender().id(), expert(2), scores).commitment(NONCE));
    }

    @Test
    void ranksOnceAllHaveRevealed() {
        hall.revealed();
        var outcome = hall.state.outcome();
        assertEquals(Stage.RESULT, hall.state.stage());
        assertEquals(4, outcome.ranking().places().size());
        assertEquals(3, outcome.candidates().size());
        assertEquals("9942500", outcome.sheet().orElseThrow().benchmark().stripTrailingZeros()
                .toPlainString());
    }

    @Test
    void objectivePointsThatDifferBlockTheReportUntilCorrected() {
        hall.reviewed();
        for (int seat = 1; seat <= 5; seat++) {
            var scores = new java.util.ArrayList<>(Hall.scores(hall.at(seat)));
            if (seat == 5) {
                scores.set(1, new Score(Codes.bidder(1), "S-1", Points.of("15")));
            }
            hall.must(hall.at(seat), seat,
                    new EvaluationCommand.CommitBallot(scores, NONCE, "cw"));
        }
        hall.everybody(_ -> new EvaluationCommand.RevealBallot());
        var draft = new EvaluationCommand.DraftReport(DIGEST, DIGEST);
        refuses(EvaluationRefusal.IRREGULARITIES, expert(1), 2, draft);
        refuses(EvaluationRefusal.NOTHING_TO_CORRECT, expert(4), 5,
                new EvaluationCommand.CorrectScore(Codes.bidder(2), "S-1", Points.of("12"), "误"));
        hall.must(expert(4), 5, new EvaluationCommand.CorrectScore(Codes.bidder(1), "S-1",
                Points.of("12"), "业绩多计一项"));
        hall.must(expert(1), 2, draft);
    }

    @Test
    @Duty("ZBT-53")
    void aDissentMakesTheDraftVoidAndIsPartOfTheNext() {
        hall.revealed().must(expert(1), 2, new EvaluationCommand.DraftReport(DIGEST, DIGEST));
        hall.must(expert(1), 2, new EvaluationCommand.SignReport(DIGEST, "cw"));
        hall.must(expert(3), 4, new EvaluationCommand.FileDissent("第一候选人报价偏低"));
        refuses(EvaluationRefusal.NO_REPORT, expert(4), 5,
                new EvaluationCommand.SignReport(DIGEST, "cw"));
        var second = new Digest("cd".repeat(32));
        hall.must(expert(1), 2, new EvaluationCommand.DraftReport(DIGEST, second));
        refuses(EvaluationRefusal.REPORT_DIFFERS, expert(4), 5,
                new EvaluationCommand.SignReport(DIGEST, "cw"));
        hall.everybody(_ -> new EvaluationCommand.SignReport(second, "cw"));
        assertEquals(Stage.SIGNED, hall.state.stage());
        hall.must(expert(1), 2, new EvaluationCommand.Close());
        refuses(EvaluationRefusal.CLOSED, expert(1), 2, new EvaluationCommand.Close());
        var report = EvaluationReport.of(hall.state);
        assertEquals("第一候选人报价偏低", report.dissents().getFirst().text());
        assertEquals(1, report.rejections().size());
        assertEquals(5, report.ballots().size());
    }

    @Test
    @Duty("ZBT-53")
    void waitsForEverySignatureOrItsRefusal() {
        hall.revealed().must(expert(1), 2, new EvaluationCommand.DraftReport(DIGEST, DIGEST));
        for (int seat = 1; seat <= 4; seat++) {
            hall.must(hall.at(seat), seat, new EvaluationCommand.SignReport(DIGEST, "cw"));
        }
        refuses(EvaluationRefusal.SIGNATURES_MISSING, expert(1), 2,
                new EvaluationCommand.Close());
        hall.must(hall.at(5), 5, new EvaluationCommand.RefuseToSign(""));
        hall.must(expert(1), 2, new EvaluationCommand.Close());
    }

    private void refuses(EvaluationRefusal why, PersonId who, int seat,
            EvaluationCommand command) {
        assertEquals(Decision.refuse(why), hall.ask(who, seat, command));
    }
}

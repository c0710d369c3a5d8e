package venue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.documents.Pdf;
import venue.documents.PdfText;
import venue.domain.record.EvaluationReport;
import venue.evaluation.paper.EvaluationReportPaper;
import venue.evaluation.screen.price.PriceScreenSheet;
import venue.evaluation.screen.ranking.RankingSheet;
import venue.evaluation.screen.reveal.RevealSheet;
import venue.evaluation.screen.review.ReviewSheet;
import venue.evaluation.screen.scoring.ScoringSheet;

/// What each screen may show at each time, and what the paper says, from events alone.
class SheetsTest {

    private final Committee room = new Committee();

    @Test
    void theReviewShowsNoCountsBeforeTheOwnSubmission() {
        room.opened().with(new venue.domain.evaluation.EvaluationEvent.ReviewSubmitted(
                room.member(2), room.marks(true), TestVenue.NINE));
        var mine = ReviewSheet.of(room.state(), room.member(1));
        assertEquals(Optional.empty(), mine.tally());
        assertEquals(1, mine.submissions());
        assertTrue(ReviewSheet.of(room.state(), room.member(2)).tally().isPresent());
    }

    @Test
    void theBallotHoldsOnlyTheBidsThatPassed() {
        assertFalse(ScoringSheet.of(room.opened().state(), room.member(1)).open());
        var sheet = ScoringSheet.of(room.reviewed().state(), room.member(1));
        assertEquals(List.of("北方远大建工集团有限公司", "沈阳鼎固建设工程有限公司", "鞍山钢城建筑安装有限公司",
                "营口港湾建设集团有限公司"),
                sheet.bids().stream().map(ScoringSheet.Bid::name).toList());
    }

    @Test
    void nothingOfOthersIsShownBeforeTheLastReveal() {
        room.opened().reviewed().committed().revealed(4);
        var sheet = RevealSheet.of(room.state(), room.member(1));
        assertFalse(sheet.complete());
        assertEquals(List.of(), sheet.ballots());
        assertFalse(PriceScreenSheet.of(room.state()).open());
        assertFalse(RankingSheet.of(room.state()).open());
        room.revealed(5);
        assertEquals(5, RevealSheet.of(room.state(), room.member(1)).ballots().size());
        assertEquals(4, RankingSheet.of(room.state()).rows().size());
        assertEquals(3, RankingSheet.of(room.state()).rows().stream()
                .filter(row -> row.candidate() > 0).count());
    }

    @Test
    void thePaperSaysWhatTheFactsSay() {
        room.opened().reviewed().committed().revealed(5);
        var facts = EvaluationReport.of(room.state());
        var document = Pdf.render(EvaluationReportPaper.of(facts));
        var text = PdfText.text(document.pdf()).replaceAll("\\s", "");
        for (var place : facts.ranking()) {
            assertTrue(text.contains(place.total().sum().toString()), "total is missing");
            assertTrue(text.contains(place.total().price().grouped()), "price is missing");
        }
        assertTrue(text.contains("大连海岳路桥工程有限公司"));
        assertTrue(text.contains("认定不符合3人，认定符合2人"), "votes are missing");
        assertTrue(text.contains("第一中标候选人"));
        assertEquals(document.sha256(), Pdf.render(EvaluationReportPaper.of(facts)).sha256());
    }
}

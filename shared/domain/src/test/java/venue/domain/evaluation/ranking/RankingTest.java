package venue.domain.evaluation.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import venue.domain.base.Money;
import venue.domain.base.Points;
import venue.domain.evaluation.Codes;

class RankingTest {

    @ParameterizedTest(name = "{0} of {1} is {4}")
    @CsvFileSource(resources = "/META-INF/cases/aggregation.csv", numLinesToSkip = 1)
    void bringsScoresTogetherAsInTheWorkedExamples(String name, String scores, int trim,
            BigDecimal band, String expected) {
        var way = switch (name) {
            case "F16a" -> Aggregation.Way.MEAN;
            case "F16b" -> Aggregation.Way.TRIMMED;
            case "F16c" -> Aggregation.Way.BAND;
            default -> throw new IllegalArgumentException(name);
        };
        var aggregation = new Aggregation(way, trim, 0, band, Aggregation.Level.PER_TOTAL);
        var values = Arrays.stream(scores.split(" ")).map(BigDecimal::new).toList();
        assertEquals(Points.of(expected), new Points(aggregation.of(values)), name);
    }

    @Test
    void tellsTwoEqualBidsApartByPriceAndRanksOneOneThree() {
        var ranking = Ranking.of(List.of(total(1, "91.20", "1000"), total(2, "91.20", "980"),
                total(3, "88.00", "950"), total(4, "91.20", "980")),
                List.of(TieBreak.LOWER_PRICE), List.of());
        assertEquals(List.of(1, 1, 3, 4),
                ranking.places().stream().map(Place::rank).toList());
        assertEquals(List.of(Codes.bidder(2), Codes.bidder(4), Codes.bidder(1), Codes.bidder(3)),
                ranking.places().stream().map(place -> place.total().bidder()).toList());
        assertEquals(List.of(Codes.bidder(2), Codes.bidder(4)), ranking.tied(3));
    }

    @Test
    void aLotTellsTheRestApart() {
        var ranking = Ranking.of(List.of(total(2, "91.20", "980"), total(4, "91.20", "980")),
                List.of(TieBreak.LOWER_PRICE), List.of(Codes.bidder(4), Codes.bidder(2)));
        assertEquals(List.of(1, 2), ranking.places().stream().map(Place::rank).toList());
        assertEquals(Codes.bidder(4), ranking.places().getFirst().total().bidder());
        assertTrue(ranking.tied(3).isEmpty());
    }

    @Test
    void comparesTheRoundedScoresThatArePrinted() {
        var ranking = Ranking.of(List.of(total(1, "90.0049", "10"), total(2, "90.0012", "10")),
                List.of(), List.of());
        assertEquals(List.of(1, 1), ranking.places().stream().map(Place::rank).toList());
    }

    @Test
    void allowsOnlyPointsOnAStepInsideTheRange() {
        var item = new ScoreItem("J-1", ScoreItem.Part.TECHNICAL, "t", Points.of("2"),
                Points.of("10"), Points.of("0.5"), false, "s");
        assertTrue(item.allows(Points.of("2")));
        assertTrue(item.allows(Points.of("7.50")));
        assertFalse(item.allows(Points.of("7.30")));
        assertFalse(item.allows(Points.of("10.50")));
        assertFalse(item.allows(Points.of("1.50")));
    }

    private static Total total(int bidder, String sum, String price) {
        return new Total(Codes.bidder(bidder), Money.yuan(price), Points.of(sum), Points.ZERO,
                Points.ZERO);
    }
}

package venue.domain.evaluation.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import venue.domain.base.Money;
import venue.domain.base.Points;

class DeviationFormulaTest {

    @ParameterizedTest(name = "{0}: {8} against {1} scores {9}")
    @CsvFileSource(resources = "/META-INF/cases/deviation.csv", numLinesToSkip = 1)
    void scoresTheWorkedExamples(String name, BigDecimal benchmark, String full, BigDecimal above,
            BigDecimal below, DeviationFormula.Steps steps, Integer percentDecimals, String cap,
            String price, String points) {
        var formula = new DeviationFormula(Points.of(full), above, below, Points.ZERO,
                Optional.ofNullable(cap).map(Points::of), steps,
                Optional.ofNullable(percentDecimals));
        assertEquals(Points.of(points), formula.read(Money.yuan(price), benchmark).points(), name);
    }

    @Test
    void keepsEveryValueBetweenPriceAndPoints() {
        var formula = new DeviationFormula(Points.of("60"), BigDecimal.TWO, BigDecimal.ONE,
                Points.ZERO, Optional.empty(), DeviationFormula.Steps.LINEAR, Optional.empty());
        var reading = formula.read(Money.yuan("9412300"), new BigDecimal("10000000"));
        assertEquals("-5.877", Exact.show(reading.percent()));
        assertEquals("5.877", Exact.show(reading.used()));
        assertEquals("54.123", Exact.show(reading.exact()));
    }

    @Test
    void neverExceedsFullPointsWithoutAReward() {
        var formula = new DeviationFormula(Points.of("60"), BigDecimal.TWO, BigDecimal.ONE,
                Points.ZERO, Optional.empty(), DeviationFormula.Steps.LINEAR, Optional.empty());
        for (int price = 1; price < 4000; price += 7) {
            var points = formula.read(Money.yuan(String.valueOf(price)), new BigDecimal("2000"))
                    .points();
            assertTrue(points.compareTo(Points.of("60")) <= 0, () -> "too much: " + points);
            assertTrue(points.compareTo(Points.ZERO) >= 0, () -> "too little: " + points);
        }
    }
}

package venue.domain.evaluation.formula;

import java.math.BigDecimal;
import venue.domain.base.Money;
import venue.domain.base.Points;

/// How a price becomes points once the benchmark (评标基准价) is known.
public sealed interface PriceFormula permits DeviationFormula {

    /// The points of a bid at the benchmark.
    Points full();

    /// Every value between the price and its points.
    Reading read(Money price, BigDecimal benchmark);

    /// What stands between a price and its points.
    ///
    /// @param percent deviation from the benchmark in percent (偏差率), above is positive
    /// @param used what of it counts, never negative
    /// @param exact the points before floor, cap and rounding
    record Reading(BigDecimal percent, BigDecimal used, BigDecimal exact, Points points) {}
}

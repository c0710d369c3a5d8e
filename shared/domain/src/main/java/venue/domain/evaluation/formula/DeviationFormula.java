package venue.domain.evaluation.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.base.Money;
import venue.domain.base.Points;

/// 偏差率扣分法 (综合评估法, 标准施工招标文件 2.2.3): full points at the benchmark, `lossAbove` points
/// off for each percent above it, `lossBelow` for each percent below (negative: a reward).
///
/// @param floor the least points (usually 0)
/// @param cap the most points, where a reward could exceed them
/// @param steps what becomes of a started percent
/// @param percentDecimals decimals that the tender file keeps in the percentage; none: all
public record DeviationFormula(Points full, BigDecimal lossAbove, BigDecimal lossBelow,
        Points floor, Optional<Points> cap, Steps steps, Optional<Integer> percentDecimals)
        implements
            PriceFormula {

    /// What a started percent counts.
    public enum Steps {
        /// 直线内插
        LINEAR,
        /// 不足 1% 不计
        WHOLE_DOWN,
        /// 不足 1% 按 1% 计
        WHOLE_UP
    }

    @Override
    public Reading read(Money price, BigDecimal benchmark) {
        var percent = price.yuan().subtract(benchmark)
                .multiply(BigDecimal.valueOf(100)).divide(benchmark, Exact.DIGITS);
        if (percentDecimals.isPresent()) {
            percent = percent.setScale(percentDecimals.get(), RoundingMode.HALF_UP);
        }
        var used = switch (steps) {
            case LINEAR -> percent.abs();
            case WHOLE_DOWN -> percent.abs().setScale(0, RoundingMode.FLOOR);
            case WHOLE_UP -> percent.abs().setScale(0, RoundingMode.CEILING);
        };
        var loss = percent.signum() > 0 ? lossAbove : lossBelow;
        var exact = full.value().subtract(used.multiply(loss));
        return new Reading(percent, used, exact, new Points(bounded(exact)));
    }

    private BigDecimal bounded(BigDecimal exact) {
        var above = exact.max(floor.value());
        return cap.map(most -> above.min(most.value())).orElse(above);
    }
}

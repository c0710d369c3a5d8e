package venue.domain.evaluation.ranking;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.evaluation.formula.Exact;

/// How the members' points become one (专家评分汇总); the tender file says which way and on what level.
///
/// @param trim how many of the highest and of the lowest leave (TRIMMED)
/// @param trimFrom the fewest members with whom anybody leaves
/// @param band share by which a value may differ from the mean, e.g. 0.08 (BAND)
public record Aggregation(Way way, int trim, int trimFrom, BigDecimal band, Level level) {

    /// Which values make the mean.
    public enum Way {
        /// 全体成员的算术平均
        MEAN,
        /// 去掉最高最低后的平均
        TRIMMED,
        /// 剔除超出平均值一定幅度的分数后重算一次
        BAND
    }

    /// What is averaged.
    public enum Level {
        /// 逐项
        PER_ITEM,
        /// 按成员的该部分总分
        PER_TOTAL
    }

    /// The plain mean on parts' totals.
    public static Aggregation mean() {
        return new Aggregation(Way.MEAN, 0, 0, BigDecimal.ZERO, Level.PER_TOTAL);
    }

    /// The exact aggregate of `values`, of which there must be at least one.
    public BigDecimal of(List<BigDecimal> values) {
        return switch (way) {
            case MEAN -> Exact.mean(values);
            case TRIMMED -> Exact.mean(kept(values));
            case BAND -> Exact.mean(inBand(values));
        };
    }

    private List<BigDecimal> kept(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        return values.size() < trimFrom || values.size() <= 2 * trim
                ? sorted
                : sorted.subList(trim, sorted.size() - trim);
    }

    private List<BigDecimal> inBand(List<BigDecimal> values) {
        var mean = Exact.mean(values);
        var most = mean.multiply(band);
        var kept = values.stream()
                .filter(value -> value.subtract(mean).abs().compareTo(most) <= 0).toList();
        return kept.isEmpty() ? values : kept;
    }
}

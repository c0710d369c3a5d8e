package venue.domain.evaluation.formula;

import java.util.Optional;

/// The price part of a tender file: which bids make the benchmark, how, and what a price scores.
///
/// @param benchmarkDecimals decimals of the benchmark if the tender file rounds it; none: exact
/// @param clause where the tender file says so, e.g. 第三章 2.2.3
public record PriceRule(PriceFormula formula, Benchmark benchmark, Scope scope,
        Optional<Integer> benchmarkDecimals, String clause) {

    /// Which bids enter the benchmark.
    public enum Scope {
        /// 通过初步评审的投标人
        PASSED,
        /// 全部开启的投标文件
        OPENED
    }
}

package venue.domain.evaluation.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import venue.domain.base.BidderId;
import venue.domain.base.Points;

/// 报价得分计算表: the benchmark with every step, and every opened bid with the reason why it entered
/// the benchmark or not, its deviation and its points.
///
/// @param benchmark as used for the deviations
/// @param lines in the order of the bidders' codes
public record PriceSheet(BigDecimal benchmark, List<Step> steps, List<Line> lines) {

    public PriceSheet {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /// Why a bid did or did not make the benchmark.
    public enum Standing {
        /// 参与基准价计算
        ENTERED,
        /// 作为最高报价去掉
        DROPPED_HIGH,
        /// 作为最低报价去掉
        DROPPED_LOW,
        /// 已否决，不参与
        REJECTED
    }

    /// One opened bid.
    ///
    /// @param reading absent for a rejected bid: it is not scored
    public record Line(Quote quote, Standing standing, Optional<PriceFormula.Reading> reading) {}

    /// The sheet over the opened bids, of which `passed` are scored; none when nobody passed.
    public static Optional<PriceSheet> of(PriceRule rule, List<Quote> opened,
            Set<BidderId> passed, Map<String, String> draws) {
        var entering = opened.stream().filter(quote -> switch (rule.scope()) {
            case PASSED -> passed.contains(quote.bidder());
            case OPENED -> true;
        }).toList();
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        var computed = rule.benchmark().over(entering, draws);
        var value = rule.benchmarkDecimals()
                .map(decimals -> computed.value().setScale(decimals, RoundingMode.HALF_UP))
                .orElse(computed.value());
        var steps = new ArrayList<>(computed.steps());
        steps.add(new Step(Step.What.BENCHMARK, Exact.amount(computed.value()),
                Exact.amount(value)));
        var lines = opened.stream()
                .sorted(java.util.Comparator.comparing(Quote::bidder))
                .map(quote -> line(rule, quote, computed, value, passed, entering)).toList();
        return Optional.of(new PriceSheet(value, steps, lines));
    }

    /// The points of a scored bid.
    public Optional<Points> points(BidderId bidder) {
        return lines.stream().filter(line -> line.quote().bidder().equals(bidder))
                .flatMap(line -> line.reading().stream()).map(PriceFormula.Reading::points)
                .findFirst();
    }

    private static Line line(PriceRule rule, Quote quote, Benchmark.Computed computed,
            BigDecimal benchmark, Set<BidderId> passed, List<Quote> entering) {
        var reading = passed.contains(quote.bidder())
                ? Optional.of(rule.formula().read(quote.price(), benchmark))
                : Optional.<PriceFormula.Reading>empty();
        return new Line(quote, standing(quote, computed, entering), reading);
    }

    private static Standing standing(Quote quote, Benchmark.Computed computed,
            List<Quote> entering) {
        if (!entering.contains(quote)) {
            return Standing.REJECTED;
        }
        if (computed.droppedHigh().contains(quote)) {
            return Standing.DROPPED_HIGH;
        }
        return computed.droppedLow().contains(quote) ? Standing.DROPPED_LOW : Standing.ENTERED;
    }
}

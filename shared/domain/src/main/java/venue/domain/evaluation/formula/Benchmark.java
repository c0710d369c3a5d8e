package venue.domain.evaluation.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import venue.domain.base.Money;

/// How the benchmark price (评标基准价) comes out of the prices that enter it. Drops take away exactly
/// the stated number of bids, even when several share the extreme price; a dropped bid is still
/// scored.
public sealed interface Benchmark {

    /// 算术平均: the mean of all.
    record Mean() implements Benchmark {}

    /// 去高去低后平均: so many of the highest and lowest stay out, by the number of bids.
    record TrimmedMean(List<Drop> table) implements Benchmark {
        public TrimmedMean {
            table = List.copyOf(table);
        }
    }

    /// 按比例去高去低: `round_half_up(n × share)` leave on either side.
    record ProportionalMean(BigDecimal share) implements Benchmark {}

    /// 平均值乘抽取系数: the trimmed mean times a coefficient drawn at the opening (下浮系数 K).
    ///
    /// @param draw the id of the draw in the tender
    record DrawnMean(List<Drop> table, String draw) implements Benchmark {
        public DrawnMean {
            table = List.copyOf(table);
        }
    }

    /// From `from` bids on, `high` highest and `low` lowest leave.
    record Drop(int from, int high, int low) {
        static final Drop NONE = new Drop(0, 0, 0);
    }

    /// The benchmark and how it came about.
    ///
    /// @param droppedHigh highest prices that left
    /// @param droppedLow lowest prices that left
    record Computed(BigDecimal value, List<Quote> droppedHigh, List<Quote> droppedLow,
            List<Step> steps) {
        public Computed {
            droppedHigh = List.copyOf(droppedHigh);
            droppedLow = List.copyOf(droppedLow);
            steps = List.copyOf(steps);
        }
    }

    /// The exact benchmark over `entering` (at least one) with the values drawn at the opening.
    default Computed over(List<Quote> entering, Map<String, String> draws) {
        var ranked = entering.stream().sorted(Quote.LOWEST_FIRST).toList();
        return switch (this) {
            case Mean() -> trimmed(ranked, Drop.NONE);
            case TrimmedMean(var table) -> trimmed(ranked, rowFor(table, ranked.size()));
            case ProportionalMean(var share) -> {
                int each = share.multiply(BigDecimal.valueOf(ranked.size()))
                        .setScale(0, RoundingMode.HALF_UP).intValueExact();
                yield trimmed(ranked, new Drop(0, each, each));
            }
            case DrawnMean(var table, var draw) ->
                times(trimmed(ranked, rowFor(table, ranked.size())), draw, draws);
        };
    }

    private static Drop rowFor(List<Drop> table, int count) {
        var found = Drop.NONE;
        for (var row : table) {
            if (row.from() <= count && row.from() >= found.from()) {
                found = row;
            }
        }
        return found;
    }

    private static Computed trimmed(List<Quote> ranked, Drop drop) {
        int last = ranked.size() - drop.high();
        if (drop.low() >= last) {
            throw new IllegalArgumentException("all bids would leave the benchmark");
        }
        var low = ranked.subList(0, drop.low());
        var high = ranked.subList(last, ranked.size());
        var kept = ranked.subList(drop.low(), last);
        var sum = kept.stream().map(quote -> quote.price().yuan()).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        var mean = sum.divide(BigDecimal.valueOf(kept.size()), Exact.DIGITS);
        var steps = List.of(
                new Step(Step.What.ENTERING, list(ranked), String.valueOf(ranked.size())),
                new Step(Step.What.DROPPED_HIGH, list(high), String.valueOf(high.size())),
                new Step(Step.What.DROPPED_LOW, list(low), String.valueOf(low.size())),
                new Step(Step.What.SUM, plus(kept), new Money(sum).grouped()),
                new Step(Step.What.MEAN, new Money(sum).grouped() + " ÷ " + kept.size(),
                        Exact.amount(mean)));
        return new Computed(mean, high, low, steps);
    }

    private static Computed times(Computed mean, String draw, Map<String, String> draws) {
        var drawn = draws.get(draw);
        if (drawn == null) {
            throw new IllegalArgumentException("nothing was drawn for " + draw);
        }
        var value = mean.value().multiply(coefficient(drawn), Exact.DIGITS);
        var steps = new ArrayList<>(mean.steps());
        steps.add(new Step(Step.What.DRAWN, draw, drawn));
        steps.add(new Step(Step.What.TIMES_DRAWN,
                Exact.amount(mean.value()) + " × " + drawn, Exact.amount(value)));
        return new Computed(value, mean.droppedHigh(), mean.droppedLow(), steps);
    }

    /// `0.965` or `96.5%`: a percentage must be labelled as one.
    static BigDecimal coefficient(String drawn) {
        return drawn.endsWith("%")
                ? new BigDecimal(drawn.substring(0, drawn.length() - 1)).movePointLeft(2)
                : new BigDecimal(drawn);
    }

    private static String list(List<Quote> quotes) {
        return String.join("、", quotes.stream().map(quote -> quote.price().grouped()).toList());
    }

    private static String plus(List<Quote> quotes) {
        return String.join(" + ", quotes.stream().map(quote -> quote.price().grouped()).toList());
    }
}

package venue.evaluation.paper;

import static venue.evaluation.Say.onPaper;

import java.util.List;
import venue.domain.evaluation.formula.Benchmark;
import venue.domain.evaluation.formula.DeviationFormula;
import venue.domain.evaluation.formula.Exact;
import venue.domain.evaluation.formula.PriceRule;
import venue.domain.evaluation.ranking.Aggregation;

/// What a tender file's formulas say, in the words of a report.
public final class FormulaWords {

    private FormulaWords() {}

    /// How prices are scored.
    public static String of(PriceRule rule) {
        var scope = onPaper("formula.scope." + rule.scope());
        var benchmark = switch (rule.benchmark()) {
            case Benchmark.Mean() -> onPaper("formula.mean");
            case Benchmark.TrimmedMean(var table) -> onPaper("formula.trimmed", drops(table));
            case Benchmark.ProportionalMean(var share) ->
                onPaper("formula.proportional", Exact.show(share.movePointRight(2)));
            case Benchmark.DrawnMean(var table, var draw) ->
                onPaper("formula.drawn", drops(table), draw);
        };
        var rounding = rule.benchmarkDecimals().map(d -> onPaper("formula.rounded", d))
                .orElse(onPaper("formula.exact"));
        var score = switch (rule.formula()) {
            case DeviationFormula f -> onPaper("formula.deviation", f.full(),
                    Exact.show(f.lossAbove()), Exact.show(f.lossBelow()), f.floor(),
                    onPaper("formula.steps." + f.steps()),
                    f.percentDecimals().map(d -> onPaper("formula.percent", d)).orElse(""));
        };
        return scope + benchmark + rounding + score + onPaper("formula.clause", rule.clause());
    }

    /// How the members' points become one.
    public static String of(Aggregation aggregation) {
        var way = switch (aggregation.way()) {
            case MEAN -> onPaper("aggregation.MEAN");
            case TRIMMED -> onPaper("aggregation.TRIMMED", aggregation.trimFrom(),
                    aggregation.trim());
            case BAND -> onPaper("aggregation.BAND",
                    Exact.show(aggregation.band().movePointRight(2)));
        };
        return way + onPaper("aggregation.level." + aggregation.level());
    }

    private static String drops(List<Benchmark.Drop> table) {
        return table.isEmpty()
                ? onPaper("formula.no-drop")
                : String.join("；", table.stream().map(drop -> onPaper("formula.drop", drop.from(),
                        drop.high(), drop.low())).toList());
    }
}

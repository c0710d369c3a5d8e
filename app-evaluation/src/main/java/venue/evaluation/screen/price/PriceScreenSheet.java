package venue.evaluation.screen.price;

import java.util.List;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.formula.Exact;
import venue.domain.evaluation.formula.PriceFormula;
import venue.domain.evaluation.formula.PriceSheet;
import venue.domain.evaluation.formula.Step;
import venue.evaluation.paper.FormulaWords;

/// The computation of the price points; shown when all ballots are on the table.
///
/// @param open whether the prices may be scored already
/// @param rule the tender file's formula in words
public record PriceScreenSheet(boolean open, String rule, String benchmark, List<Step> steps,
        List<Line> lines) {

    public PriceScreenSheet {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /// One bid.
    public record Line(String name, String price, PriceSheet.Standing standing, String percent,
            String exact, String points) {}

    /// The sheet of now.
    public static PriceScreenSheet of(Evaluation now) {
        var rule = FormulaWords.of(now.brief().plan().price());
        if (now.ballots().isEmpty()) {
            return new PriceScreenSheet(false, rule, "", List.of(), List.of());
        }
        return now.outcome().sheet().map(sheet -> new PriceScreenSheet(true, rule,
                Exact.amount(sheet.benchmark()), sheet.steps(),
                sheet.lines().stream().map(line -> line(now, line)).toList()))
                .orElse(new PriceScreenSheet(true, rule, "", List.of(), List.of()));
    }

    private static Line line(Evaluation now, PriceSheet.Line line) {
        var bidder = line.quote().bidder();
        return new Line(now.offer(bidder).map(offer -> offer.sheet().bidderName())
                .orElse(bidder.value()), line.quote().price().grouped(), line.standing(),
                line.reading().map(PriceFormula.Reading::percent)
                        .map(percent -> Exact.show(percent) + "%").orElse("—"),
                line.reading().map(PriceFormula.Reading::exact).map(Exact::show).orElse("—"),
                line.reading().map(reading -> reading.points().toString()).orElse("—"));
    }
}

package venue.evaluation.paper;

import static venue.evaluation.Say.onPaper;
import static venue.evaluation.paper.EvaluationReportPaper.head;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import venue.documents.Column;
import venue.documents.Paper;
import venue.documents.Table;
import venue.domain.base.BidderId;
import venue.domain.base.Points;
import venue.domain.evaluation.Outcome;
import venue.domain.evaluation.formula.Exact;
import venue.domain.evaluation.formula.PriceFormula;
import venue.domain.evaluation.formula.PriceSheet;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.ranking.ScoreItem;
import venue.domain.record.EvaluationReport;

/// The part of the report with the points: each member's table, the sums, the price sheet.
final class ScorePages {

    private static final String DASH = "—";
    private final EvaluationReport report;

    private ScorePages(EvaluationReport report) {
        this.report = report;
    }

    static ScorePages of(EvaluationReport report) {
        return new ScorePages(report);
    }

    Paper on(Paper paper) {
        var out = paper.section(onPaper("paper.scores"));
        out = out.subsection(onPaper("paper.scores.members"));
        for (var ballot : report.ballots()) {
            out = out.table(ballot(ballot))
                    .note(onPaper("paper.commitment", ballot.commitment()));
        }
        out = out.subsection(onPaper("paper.scores.parts"));
        for (var part : ScoreItem.Part.values()) {
            if (report.plan().scoring().stream().anyMatch(item -> item.part() == part)) {
                out = out.table(part(part));
            }
        }
        return prices(out.subsection(onPaper("paper.scores.price")));
    }

    private Table ballot(EvaluationReport.MemberBallot ballot) {
        var table = byBidder(head("factor"), 28)
                .caption(onPaper("paper.ballot", ballot.member().name()));
        for (var item : report.plan().scoring()) {
            table = table.rows(List.of(row(item.title() + "（" + item.max() + "）",
                    bidder -> Outcome.points(bidder, item.id(), ballot.scores())
                            .map(Points::toString).orElse(DASH))));
        }
        return table.total(row(onPaper("paper.sum"), bidder -> sum(bidder, ballot.scores()))
                .toArray(String[]::new));
    }

    private static String sum(BidderId bidder, List<Score> scores) {
        return scores.stream().filter(score -> score.bidder().equals(bidder)).map(Score::points)
                .reduce(Points.ZERO, Points::plus).toString();
    }

    private Table part(ScoreItem.Part part) {
        var table = byBidder(head("member"), 28)
                .caption(onPaper("paper.part", onPaper("part." + part)));
        for (var ballot : report.ballots()) {
            table = table.rows(List.of(row(ballot.member().name(),
                    bidder -> Outcome.sum(report.plan(), part, bidder, ballot.scores())
                            .map(Points::toString).orElse(DASH))));
        }
        return table.total(row(onPaper("paper.aggregate"), bidder -> aggregate(part, bidder))
                .toArray(String[]::new));
    }

    private String aggregate(ScoreItem.Part part, BidderId bidder) {
        return report.ranking().stream().map(place -> place.total())
                .filter(total -> total.bidder().equals(bidder)).findFirst()
                .map(total -> switch (part) {
                    case TECHNICAL -> total.technical();
                    case BUSINESS -> total.business();
                }).map(Points::toString).orElse(DASH);
    }

    private Table byBidder(String first, int share) {
        var columns = new ArrayList<Column>();
        columns.add(Column.left(first, share));
        report.passed().forEach(
                bidder -> columns.add(Column.right(report.nameOf(bidder), 18)));
        return Table.columns(columns.toArray(Column[]::new));
    }

    private List<String> row(String first, Function<BidderId, String> cell) {
        var cells = new ArrayList<String>();
        cells.add(first);
        report.passed().forEach(bidder -> cells.add(cell.apply(bidder)));
        return cells;
    }

    private Paper prices(Paper paper) {
        var sheet = report.sheet();
        if (sheet.isEmpty()) {
            return paper.paragraph(onPaper("paper.none"));
        }
        var steps = Table.columns(Column.left(head("step"), 26),
                Column.left(head("expression"), 50), Column.right(head("value"), 24))
                .caption(onPaper("paper.steps"));
        for (var step : sheet.get().steps()) {
            steps = steps.row(onPaper("step." + step.what()),
                    step.expression().isEmpty() ? onPaper("paper.none.short") : step.expression(),
                    step.value());
        }
        return paper.table(steps).table(lines(sheet.get()))
                .note(onPaper("paper.lines.note", Exact.amount(sheet.get().benchmark()),
                        report.plan().price().clause()));
    }

    private Table lines(PriceSheet sheet) {
        var table = Table.columns(Column.left(head("bidder"), 28), Column.right(head("price"), 18),
                Column.centre(head("standing"), 16), Column.right(head("percent"), 12),
                Column.right(head("exact"), 14), Column.right(head("price-points"), 12))
                .caption(onPaper("paper.lines"));
        for (var line : sheet.lines()) {
            table = table.row(report.nameOf(line.quote().bidder()), line.quote().price().grouped(),
                    onPaper("standing." + line.standing()),
                    line.reading().map(PriceFormula.Reading::percent)
                            .map(percent -> Exact.show(percent) + "%").orElse(DASH),
                    line.reading().map(PriceFormula.Reading::exact).map(Exact::show).orElse(DASH),
                    line.reading().map(reading -> reading.points().toString()).orElse(DASH));
        }
        return table;
    }
}

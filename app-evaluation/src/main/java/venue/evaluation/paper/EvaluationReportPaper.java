package venue.evaluation.paper;

import static venue.evaluation.Say.onPaper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.documents.Column;
import venue.documents.Fact2col;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.documents.Table;
import venue.domain.base.PersonId;
import venue.domain.evaluation.ranking.Place;
import venue.domain.record.EvaluationReport;
import venue.domain.tender.BidSheet;

/// The evaluation report (评标报告) on paper, in the order of 评标委员会和评标方法暂行规定 第四十二条.
public final class EvaluationReportPaper {

    private final EvaluationReport report;

    private EvaluationReportPaper(EvaluationReport report) {
        this.report = report;
    }

    /// The paper with these facts, ready to be signed.
    public static Paper of(EvaluationReport report) {
        return new EvaluationReportPaper(report).paper();
    }

    private Paper paper() {
        var tender = report.tender();
        var paper = Paper.titled(onPaper("paper.title")).named("evaluation-report")
                .subtitle(tender.projectName() + " " + tender.lotName())
                .number(onPaper("paper.number", tender.id())).mark(Mark.OFFICIAL)
                .at(report.concluded())
                .header(tender.projectName())
                .footer(onPaper("paper.footer", tender.id()));
        paper = committee(basics(paper));
        paper = rejections(conforming(opening(paper)));
        paper = ScorePages.of(report).on(methods(paper));
        paper = questions(candidates(ranking(paper)));
        return signatures(others(dissents(paper)));
    }

    private Paper basics(Paper paper) {
        var tender = report.tender();
        return paper.section(onPaper("paper.basics")).facts(List.of(
                fact("project", tender.projectName()), fact("lot", tender.lotName()),
                fact("lot-code", tender.id().value()), fact("deal-code", tender.dealCode()),
                fact("tenderer", tender.tenderer().name()),
                fact("agency", tender.agency().name()),
                fact("ceiling", onPaper("paper.yuan", tender.ceiling().grouped())),
                fact("opened", HallTime.second(report.opening().openedAt())),
                fact("began", HallTime.second(report.began())),
                fact("concluded", HallTime.second(report.concluded())),
                fact("method", onPaper("paper.method.comprehensive")),
                fact("rules", tender.ruleSetVersion())));
    }

    private Paper committee(Paper paper) {
        var table = Table.columns(Column.centre(head("no"), 6), Column.left(head("name"), 12),
                Column.left(head("kind"), 16), Column.left(head("unit"), 26),
                Column.centre(head("signed-in"), 20), Column.centre(head("declared"), 20));
        int no = 0;
        for (var seat : report.committee()) {
            table = table.row(String.valueOf(++no),
                    seat.person().name() + chair(seat.person().id()),
                    onPaper("paper.role." + seat.person().role()), seat.person().unit(),
                    HallTime.second(seat.signedIn()), HallTime.second(seat.declared()));
        }
        var out = paper.section(onPaper("paper.committee")).table(table);
        for (var left : report.replacements()) {
            out = out.paragraph(onPaper("paper.replaced", left.predecessor().name(),
                    onPaper("relation." + left.relation()), left.reason(),
                    HallTime.second(left.at()), left.confirmedBy(), left.substitute().name()));
        }
        return out;
    }

    private String chair(PersonId member) {
        return report.chair().equals(Optional.of(member)) ? onPaper("paper.chair") : "";
    }

    private Paper opening(Paper paper) {
        var note = report.opening();
        var out = paper.section(onPaper("paper.opening"))
                .paragraph(onPaper("paper.opening.counts", note.received(), report.bids().size(),
                        note.unopened().size()));
        for (var closed : note.unopened()) {
            out = out.paragraph(
                    onPaper("paper.opening.closed", closed.bidderName(), closed.outcome()));
        }
        for (var drawn : report.draws()) {
            out = out.paragraph(onPaper("paper.opening.drawn", drawn.title(), drawn.value()));
        }
        return out.table(prices()).note(onPaper("paper.opening.record", note.record()));
    }

    private Table prices() {
        var table = Table.columns(Column.centre(head("no"), 6), Column.left(head("bidder"), 36),
                Column.right(head("price"), 22), Column.centre(head("days"), 12),
                Column.centre(head("quality"), 12), Column.left(head("manager"), 12))
                .caption(onPaper("paper.prices"));
        int no = 0;
        for (var sheet : report.bids()) {
            table = table.row(row(++no, sheet));
        }
        return table;
    }

    private Paper conforming(Paper paper) {
        var table = Table.columns(Column.centre(head("no"), 6), Column.left(head("bidder"), 36),
                Column.right(head("price"), 22), Column.centre(head("days"), 12),
                Column.centre(head("quality"), 12), Column.left(head("manager"), 12));
        int no = 0;
        for (var sheet : report.bids()) {
            if (report.passed().contains(sheet.bidder())) {
                table = table.row(row(++no, sheet));
            }
        }
        return paper.section(onPaper("paper.conforming")).table(table);
    }

    private static String[] row(int no, BidSheet sheet) {
        return new String[]{String.valueOf(no), sheet.bidderName(), sheet.price().grouped(),
                String.valueOf(sheet.durationDays()), sheet.quality(), sheet.manager()};
    }

    private Paper rejections(Paper paper) {
        var out = paper.section(onPaper("paper.rejections"));
        if (report.rejections().isEmpty()) {
            return out.paragraph(onPaper("paper.none")).table(tally());
        }
        var table = Table.columns(Column.left(head("bidder"), 24), Column.left(head("item"), 26),
                Column.centre(head("ground"), 12), Column.centre(head("votes"), 14),
                Column.left(head("reasons"), 24));
        for (var rejection : report.rejections()) {
            var item = report.plan().review(rejection.item());
            table = table.row(report.nameOf(rejection.bidder()),
                    item.map(i -> i.title() + "（" + i.clause() + "）").orElse(rejection.item()),
                    rejection.ground() + " " + onPaper("ground." + rejection.ground()),
                    onPaper("paper.votes", rejection.votesFor(), rejection.votesAgainst()),
                    String.join("；", rejection.reasons().stream().distinct().toList()));
        }
        return out.table(table).note(onPaper("paper.rejections.basis")).table(tally());
    }

    private Table tally() {
        var columns = new ArrayList<Column>();
        columns.add(Column.left(head("item"), 30));
        report.bids().forEach(sheet -> columns.add(Column.centre(sheet.bidderName(), 14)));
        var table = Table.columns(columns.toArray(Column[]::new))
                .caption(onPaper("paper.tally"));
        for (var item : report.plan().review()) {
            var cells = new ArrayList<String>();
            cells.add(item.title());
            for (var sheet : report.bids()) {
                cells.add(report.review().stream()
                        .filter(cell -> cell.bidder().equals(sheet.bidder())
                                && cell.item().equals(item.id()))
                        .map(cell -> cell.conforming() + " / " + cell.failing()).findFirst()
                        .orElse("—"));
            }
            table = table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private Paper methods(Paper paper) {
        var table = Table.columns(Column.centre(head("part"), 10), Column.left(head("factor"), 26),
                Column.centre(head("range"), 14), Column.centre(head("objective"), 12),
                Column.left(head("standard"), 38));
        for (var item : report.plan().scoring()) {
            table = table.row(onPaper("part." + item.part()), item.title(),
                    item.min() + "～" + item.max(),
                    onPaper(item.objective() ? "paper.objective" : "paper.subjective"),
                    item.standard());
        }
        table = table.row(onPaper("part.PRICE"), onPaper("paper.price.factor"),
                "0.00～" + report.plan().price().formula().full(), onPaper("paper.objective"),
                FormulaWords.of(report.plan().price()));
        return paper.section(onPaper("paper.methods")).table(table)
                .paragraph(FormulaWords.of(report.plan().aggregation()));
    }

    private Paper ranking(Paper paper) {
        var table = Table.columns(Column.centre(head("rank"), 8), Column.left(head("bidder"), 34),
                Column.right(head("total"), 12), Column.right(head("technical"), 12),
                Column.right(head("business"), 12), Column.right(head("price-points"), 12),
                Column.right(head("price"), 20));
        for (var place : report.ranking()) {
            var total = place.total();
            table = table.row(String.valueOf(place.rank()), report.nameOf(total.bidder()),
                    total.sum().toString(), total.technical().toString(),
                    total.business().toString(), total.pricePoints().toString(),
                    total.price().grouped());
        }
        var out = paper.section(onPaper("paper.ranking")).table(table);
        return report.tie().map(tie -> out.paragraph(onPaper("paper.tie", tie.method(),
                HallTime.second(tie.at())))).orElse(out);
    }

    private Paper candidates(Paper paper) {
        var out = paper.section(onPaper("paper.candidates"));
        int no = 0;
        var table = Table.columns(Column.centre(head("candidate"), 22),
                Column.left(head("bidder"), 42), Column.right(head("price"), 22),
                Column.right(head("total"), 14));
        for (var bidder : report.candidates()) {
            var place = report.ranking().stream().map(Place::total)
                    .filter(total -> total.bidder().equals(bidder)).findFirst().orElseThrow();
            table = table.row(onPaper("paper.candidate." + ++no), report.nameOf(bidder),
                    place.price().grouped(), place.sum().toString());
        }
        return out.table(table).paragraph(onPaper("paper.before-contract"));
    }

    private Paper questions(Paper paper) {
        var out = paper.section(onPaper("paper.questions"));
        if (report.questions().isEmpty()) {
            return out.paragraph(onPaper("paper.none"));
        }
        var table = Table.columns(Column.centre(head("no"), 6), Column.left(head("bidder"), 22),
                Column.left(head("question"), 32), Column.left(head("answer"), 40));
        for (var question : report.questions()) {
            var answer = question.answer().orElse(onPaper("paper.no-answer"))
                    + question.answeredAt().map(at -> "（" + HallTime.second(at) + "）").orElse("");
            table = table.row(String.valueOf(question.number()), report.nameOf(question.bidder()),
                    question.question() + "（" + HallTime.second(question.askedAt()) + "）", answer);
        }
        return out.table(table);
    }

    private Paper dissents(Paper paper) {
        var out = paper.section(onPaper("paper.dissents"));
        if (report.dissents().isEmpty()) {
            return out.paragraph(onPaper("paper.none"));
        }
        for (var dissent : report.dissents()) {
            out = out.paragraph(onPaper("paper.dissent", dissent.member().name(),
                    HallTime.second(dissent.at()), dissent.text()));
        }
        return out;
    }

    private Paper others(Paper paper) {
        var out = paper.section(onPaper("paper.others"));
        if (report.corrections().isEmpty()) {
            out = out.paragraph(onPaper("paper.corrections.none"));
        }
        for (var correction : report.corrections()) {
            var name = report.committee().stream().map(EvaluationReport.Seat::person)
                    .filter(person -> person.id().equals(correction.member())).findFirst()
                    .map(person -> person.name()).orElse(correction.member().value());
            var item = report.plan().scoring(correction.item()).map(i -> i.title())
                    .orElse(correction.item());
            out = out.paragraph(onPaper("paper.correction", name,
                    report.nameOf(correction.bidder()), item, correction.points(),
                    correction.reason()));
        }
        return out.paragraph(onPaper("paper.commitments"));
    }

    private Paper signatures(Paper paper) {
        return paper.section(onPaper("paper.signatures")).signatures(report.committee().stream()
                .map(this::signature).toList()).note(onPaper("paper.signatures.note"));
    }

    private SignatureLine signature(EvaluationReport.Seat seat) {
        var person = seat.person();
        var role = chair(person.id()).isEmpty()
                ? onPaper("paper.role." + person.role())
                : onPaper("paper.chair.role");
        boolean dissents = report.dissents().stream()
                .anyMatch(dissent -> dissent.member().id().equals(person.id()));
        return new SignatureLine(role, person.name(), person.unit(),
                onPaper("paper.signature.file"), onPaper("paper.signature.status"), "",
                dissents ? onPaper("paper.signature.dissents") : "");
    }

    private static Fact2col fact(String key, String value) {
        return new Fact2col(onPaper("paper.fact." + key), value);
    }

    static String head(String key) {
        return onPaper("paper.head." + key);
    }
}

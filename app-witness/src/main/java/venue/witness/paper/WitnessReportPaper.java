package venue.witness.paper;

import static venue.witness.Say.onPaper;
import static venue.witness.paper.PaperFacts.fact;
import static venue.witness.paper.PaperFacts.head;
import static venue.witness.paper.PaperFacts.orDash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import venue.documents.Column;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.documents.Table;
import venue.domain.record.WitnessReport;
import venue.domain.record.WitnessReport.Case;
import venue.domain.tender.Person;

/// The witness report (见证报告) on paper: twelve parts, facts only, no score, no verdict on the award.
public final class WitnessReportPaper {

    /// Who signs the official paper, as its last part says.
    ///
    /// @param name holder of the certificate
    /// @param certificate its serial number
    public record Signer(String name, String certificate) {}

    private final WitnessReport report;
    private final Optional<Signer> signer;

    private WitnessReportPaper(WitnessReport report, Optional<Signer> signer) {
        this.report = report;
        this.signer = signer;
    }

    /// The draft with these facts.
    public static Paper draft(WitnessReport report, String number) {
        return new WitnessReportPaper(report, Optional.empty()).paper(number, Mark.DRAFT);
    }

    /// The official paper that `signer` signs.
    public static Paper official(WitnessReport report, String number, Signer signer) {
        return new WitnessReportPaper(report, Optional.of(signer)).paper(number, Mark.OFFICIAL);
    }

    private Paper paper(String number, Mark mark) {
        var paper = PaperFacts.begin(
                report.supplement() ? "paper.report.supplement" : "paper.report",
                "witness-report", report.tender(), number, mark, report.at());
        paper = paper.section(onPaper("paper.basics")).facts(PaperFacts.tender(report.tender()));
        paper = paper.section(onPaper("paper.report.scope"))
                .numbered(List.of(onPaper("paper.report.scope.1"),
                        onPaper("paper.report.scope.2"), onPaper("paper.report.scope.3")));
        paper = evaluation(opening(course(people(paper))));
        paper = evidence(suspicions(conduct(abnormal(paper))));
        return signatures(conclusion(paper));
    }

    private Paper people(Paper paper) {
        var names = report.witnesses().stream()
                .map(person -> person.name() + "（" + person.unit() + "）")
                .collect(Collectors.joining("、"));
        var stages = report.stages();
        var from = stages.isEmpty() ? "—" : HallTime.second(stages.getFirst().from());
        var until = stages.isEmpty() ? "—" : PaperFacts.second(stages.getLast().until());
        return paper.section(onPaper("paper.report.people")).facts(List.of(
                fact("witnesses", names), fact("way", onPaper("paper.report.way")),
                fact("from", from), fact("until", until)));
    }

    private Paper course(Paper paper) {
        var stages = Table.columns(Column.left(head("stage"), 14),
                Column.left(head("place"), 14), Column.centre(head("from"), 18),
                Column.centre(head("until"), 18), Column.centre(head("normal"), 8),
                Column.centre(head("abnormal"), 8), Column.centre(head("not-applicable"), 9));
        for (var note : report.stages()) {
            stages = stages.row(note.stage().title(), note.place(), HallTime.second(note.from()),
                    PaperFacts.second(note.until()), String.valueOf(note.normal()),
                    String.valueOf(note.abnormal()), String.valueOf(note.notApplicable()));
        }
        var timeline = Table.columns(Column.centre(head("at"), 26), Column.left(head("event"), 74));
        for (var milestone : report.timeline()) {
            timeline = timeline.row(HallTime.second(milestone.at()),
                    onPaper("milestone." + milestone.kind(), milestone.detail()).strip());
        }
        return paper.section(onPaper("paper.report.course"))
                .subsection(onPaper("paper.report.stages")).table(stages)
                .subsection(onPaper("paper.report.timeline")).table(timeline);
    }

    private Paper opening(Paper paper) {
        var section = paper.section(onPaper("paper.report.opening"));
        if (report.opening().isEmpty()) {
            return section.paragraph(onPaper("paper.report.not-here"));
        }
        var note = report.opening().get();
        return section.facts(List.of(fact("received", count(note.received())),
                fact("opened", count(note.opened())), fact("sealed", count(note.stayedSealed())),
                fact("drawn", orDash(String.join("；", note.drawn()))),
                fact("objections", onPaper("paper.report.answered", note.objections(),
                        note.answered())),
                fact("record-signatures", onPaper("paper.people", note.signatures())),
                fact("opening-ended", PaperFacts.second(note.ended()))));
    }

    private static String count(int bids) {
        return onPaper("paper.bids", bids);
    }

    private Paper evaluation(Paper paper) {
        var section = paper.section(onPaper("paper.report.evaluation"));
        if (report.evaluation().isEmpty()) {
            return section.paragraph(onPaper("paper.report.not-here"));
        }
        var note = report.evaluation().get();
        return section
                .facts(List.of(fact("members", onPaper("paper.people", note.members())),
                        fact("recusals", onPaper("paper.people", note.recusals())),
                        fact("replacements", onPaper("paper.people", note.replacements())),
                        fact("rejections", count(note.rejections())),
                        fact("clarifications", onPaper("paper.times", note.clarifications())),
                        fact("dissents", onPaper("paper.pieces", note.dissents())),
                        fact("report-signatures", onPaper("paper.people", note.signatures())),
                        fact("evaluation-began", PaperFacts.second(note.began())),
                        fact("evaluation-closed", PaperFacts.second(note.closed()))))
                .note(onPaper("paper.report.no-scores"));
    }

    private Paper abnormal(Paper paper) {
        var section = paper.section(onPaper("paper.report.abnormal"));
        if (report.abnormal().isEmpty()) {
            return section.paragraph(onPaper("paper.report.none"));
        }
        var table = Table.columns(Column.centre(head("item"), 10), Column.left(head("stage"), 12),
                Column.left(head("title"), 26), Column.left(head("note"), 34),
                Column.centre(head("at"), 18));
        for (var found : report.abnormal()) {
            table = table.row(found.code(), found.stage().title(), found.title(), found.note(),
                    HallTime.second(found.at()));
        }
        return section.table(table).note(onPaper("paper.report.corrected", report.corrected()));
    }

    private Paper conduct(Paper paper) {
        var section = paper.section(onPaper("paper.report.conduct"));
        if (report.conduct().isEmpty()) {
            return section.paragraph(onPaper("paper.report.none"));
        }
        var table = Table.columns(Column.centre(head("incident"), 8),
                Column.left(head("code"), 20), Column.left(head("subject"), 22),
                Column.left(head("facts"), 24), Column.left(head("handling"), 26));
        for (var one : report.conduct()) {
            table = table.row(one.incident().id().brief(),
                    one.entry().code() + " " + one.entry().title(),
                    one.incident().subject().line(), one.incident().recorded().facts()
                            + PaperFacts.lag(one.incident().lag()),
                    handling(one));
        }
        return section.table(table);
    }

    private static String handling(Case one) {
        var steps = new ArrayList<String>();
        var incident = one.incident();
        incident.notices().forEach(notice -> steps.add(onPaper("paper.step.notified",
                HallTime.second(notice.at()), notice.form().title(), notice.number())));
        incident.delivery().ifPresent(taken -> steps.add(onPaper("paper.step.delivered",
                HallTime.second(taken.at()), taken.delivery().title(), taken.receiver(),
                orDash(taken.reply()))));
        incident.report().ifPresent(told -> steps.add(onPaper("paper.step.reported",
                HallTime.second(told.at()), told.department(), told.number())));
        incident.receipt().ifPresent(taken -> steps.add(onPaper("paper.step.received",
                HallTime.second(taken.at()), taken.receiver(), taken.receiptNumber())));
        incident.closed().ifPresent(closed -> steps.add(onPaper("paper.step.closed",
                HallTime.second(closed.at()), closed.outcome())));
        return steps.isEmpty() ? onPaper("paper.step.none") : String.join("\n", steps);
    }

    private Paper suspicions(Paper paper) {
        var section = paper.section(onPaper("paper.report.suspicions"));
        if (report.suspicions().isEmpty()) {
            return section.paragraph(onPaper("paper.report.none"));
        }
        var table = Table.columns(Column.centre(head("incident"), 8),
                Column.left(head("code"), 20), Column.left(head("subject"), 20),
                Column.left(head("bases"), 24), Column.left(head("handling"), 28));
        for (var one : report.suspicions()) {
            table = table.row(one.incident().id().brief(),
                    one.entry().code() + " " + onPaper("paper.suspected", one.entry().title()),
                    one.incident().subject().line(),
                    PaperFacts.bases(one.entry().basesIn(report.tender().regime())),
                    handling(one));
        }
        return section.table(table).note(onPaper("paper.report.suspicions.note"));
    }

    private Paper evidence(Paper paper) {
        var section = paper.section(onPaper("paper.report.evidence"));
        return report.exhibits().isEmpty()
                ? section.paragraph(onPaper("paper.report.none"))
                : section.table(PaperFacts.evidence(report.exhibits()));
    }

    private Paper conclusion(Paper paper) {
        var text = report.isRegular()
                ? onPaper("paper.report.regular")
                : onPaper("paper.report.findings", report.abnormal().size(),
                        report.conduct().size(), report.suspicions().size());
        return paper.section(onPaper("paper.report.conclusion")).paragraph(text)
                .paragraph(onPaper("paper.neutral"));
    }

    private Paper signatures(Paper paper) {
        var lines = report.witnesses().stream().map(this::line).toList();
        return paper.section(onPaper("paper.report.signatures"))
                .paragraph(onPaper("paper.report.attachments", report.exhibits().size()))
                .signatures(lines);
    }

    private SignatureLine line(Person person) {
        var role = onPaper("paper.role.witness");
        return signer.filter(one -> one.name().equals(person.name()))
                .map(one -> new SignatureLine(role, person.name(), person.unit(),
                        one.certificate(), onPaper("paper.signed"),
                        HallTime.second(report.at()), ""))
                .orElseGet(() -> SignatureLine.open(role, person.name(), person.unit()));
    }
}

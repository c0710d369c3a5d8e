package venue.witness.paper;

import static venue.witness.Say.onPaper;
import static venue.witness.paper.PaperFacts.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.domain.tender.Tender;
import venue.domain.witness.Exhibit;
import venue.domain.witness.Incident;

/// The report of a suspicion to the department (涉嫌违法违规情况报告): facts, clause, evidence, handling so
/// far.
public final class SuspicionReportPaper {

    /// What stands in it.
    public record Facts(Tender tender, Incident incident, String department,
            List<Exhibit> exhibits, String witness, String certificate, Mark mark, Instant at) {
        public Facts {
            exhibits = List.copyOf(exhibits);
        }
    }

    private SuspicionReportPaper() {}

    /// The paper with these facts.
    public static Paper of(Facts facts) {
        var incident = facts.incident();
        var recorded = incident.recorded();
        return PaperFacts.begin("paper.suspicion", "suspicion-report", facts.tender(),
                incident.reportNumber(), facts.mark(), facts.at())
                .paragraph(onPaper("paper.suspicion.to", facts.department()))
                .paragraph(onPaper("paper.suspicion.lead", facts.tender().projectName(),
                        facts.tender().lotName()))
                .section(onPaper("paper.basics")).facts(PaperFacts.tender(facts.tender()))
                .section(onPaper("paper.suspicion.subject"))
                .facts(List.of(fact("subject", incident.subject().line()),
                        fact("subject-kind", incident.subject().kind().title()),
                        fact("code", incident.code() + " " + PaperFacts.title(incident)),
                        fact("occurred", HallTime.second(recorded.occurredAt())),
                        fact("recorded", HallTime.second(recorded.at())
                                + PaperFacts.lag(incident.lag())),
                        fact("place", recorded.place())))
                .section(onPaper("paper.suspicion.facts")).paragraph(recorded.facts())
                .section(onPaper("paper.suspicion.clause"))
                .paragraph(onPaper("paper.suspicion.clause.text",
                        PaperFacts.bases(PaperFacts.basesOf(incident, facts.tender()))))
                .section(onPaper("paper.suspicion.evidence"))
                .table(PaperFacts.evidence(facts.exhibits()))
                .section(onPaper("paper.suspicion.handling")).numbered(handling(facts))
                .signatures(List.of(
                        PaperFacts.signed("paper.role.witness", facts.witness(),
                                facts.certificate(), facts.mark(), facts.at())))
                .note(onPaper("paper.neutral"));
    }

    private static List<String> handling(Facts facts) {
        var incident = facts.incident();
        var lines = new ArrayList<String>();
        lines.add(onPaper("paper.handling.recorded",
                HallTime.second(incident.recorded().at())));
        incident.escalation().ifPresent(raised -> lines.add(onPaper("paper.handling.raised",
                HallTime.second(raised.at()), raised.formerCode(), raised.code(),
                raised.reason())));
        for (var exhibit : facts.exhibits()) {
            lines.add(onPaper("paper.handling.kept", PaperFacts.second(exhibit.keptAt()),
                    exhibit.id().brief(), exhibit.begun().title()));
        }
        incident.notices().forEach(notice -> lines.add(onPaper("paper.handling.notified",
                HallTime.second(notice.at()), notice.form().title())));
        if (incident.notices().isEmpty()) {
            lines.add(onPaper("paper.handling.not-notified"));
        }
        return lines;
    }
}

package venue.witness.paper;

import static venue.witness.Say.onPaper;
import static venue.witness.paper.PaperFacts.fact;
import static venue.witness.paper.PaperFacts.head;

import java.time.Instant;
import java.util.List;
import venue.documents.Column;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.documents.Table;
import venue.domain.tender.Tender;
import venue.domain.witness.Exhibit;
import venue.domain.witness.Incident;

/// The list of evidence for a hand-over (电子数据证据清单): category, format, digests, custody so far.
public final class EvidenceListPaper {

    /// What stands in it.
    public record Facts(Tender tender, Incident incident, List<Exhibit> exhibits, String witness,
            String certificate,
            Instant at) {
        public Facts {
            exhibits = List.copyOf(exhibits);
        }
    }

    private EvidenceListPaper() {}

    /// The paper with these facts.
    public static Paper of(Facts facts) {
        var incident = facts.incident();
        return PaperFacts.begin("paper.list", "evidence-list", facts.tender(),
                "QD-" + incident.id(), Mark.OFFICIAL, facts.at()).landscape()
                .facts(List.of(fact("project", facts.tender().projectName()),
                        fact("lot", facts.tender().lotName()),
                        fact("incident", incident.id().value()),
                        fact("code", incident.code() + " " + PaperFacts.title(incident))))
                .section(onPaper("paper.list.evidence"))
                .table(PaperFacts.evidence(facts.exhibits()))
                .section(onPaper("paper.list.formats")).table(formats(facts.exhibits()))
                .section(onPaper("paper.list.custody")).table(custody(facts))
                .signatures(List.of(
                        PaperFacts.signed("paper.role.giver", facts.witness(),
                                facts.certificate(), Mark.OFFICIAL, facts.at()),
                        SignatureLine.open(onPaper("paper.role.taker"), "", "")))
                .note(onPaper("paper.list.note"));
    }

    private static Table formats(List<Exhibit> exhibits) {
        var table = Table.columns(Column.centre(head("exhibit"), 10),
                Column.left(head("kind"), 18), Column.left(head("format"), 20),
                Column.centre(head("occurred"), 20), Column.left(head("place"), 20),
                Column.left(head("second"), 16));
        for (var exhibit : exhibits) {
            var begun = exhibit.begun();
            table = table.row(exhibit.id().brief(), begun.kind().title(),
                    exhibit.kept().map(kept -> kept.mediaType()).orElse("—"),
                    HallTime.second(begun.occurredAt()), PaperFacts.orDash(begun.place()),
                    begun.second().orElse("—"));
        }
        return table;
    }

    private static Table custody(Facts facts) {
        var table = Table.columns(Column.centre(head("exhibit"), 10),
                Column.centre(head("act"), 10), Column.left(head("from"), 16),
                Column.left(head("to"), 18), Column.left(head("reason"), 26),
                Column.centre(head("at"), 20));
        for (var exhibit : facts.exhibits()) {
            table = table.row(exhibit.id().brief(), onPaper("paper.taken"),
                    PaperFacts.orDash(exhibit.begun().source().device()), facts.witness(),
                    onPaper("paper.taken.reason"), PaperFacts.second(exhibit.keptAt()));
            for (var line : exhibit.custody()) {
                table = table.row(exhibit.id().brief(), line.act().title(), line.from(),
                        line.to(), line.reason(), HallTime.second(line.at()));
            }
        }
        return table;
    }
}

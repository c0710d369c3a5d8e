package venue.witness.paper;

import static venue.witness.Say.onPaper;
import static venue.witness.paper.PaperFacts.fact;

import java.time.Instant;
import java.util.List;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.domain.tender.Tender;
import venue.domain.witness.Incident;

/// The notice to a subject (提示告知书): what was recorded, what it touches, that the subject may
/// answer.
public final class NoticePaper {

    /// What stands in it.
    public record Facts(Tender tender, Incident incident, String number, String text,
            String witness, String certificate, Mark mark, Instant at) {}

    private NoticePaper() {}

    /// The paper with these facts.
    public static Paper of(Facts facts) {
        var incident = facts.incident();
        var recorded = incident.recorded();
        return PaperFacts.begin("paper.notice", "notice", facts.tender(), facts.number(),
                facts.mark(), facts.at())
                .paragraph(onPaper("paper.notice.to", incident.subject().line()))
                .paragraph(onPaper("paper.notice.lead", HallTime.minute(recorded.occurredAt()),
                        recorded.place(), incident.code() + " " + PaperFacts.title(incident)))
                .section(onPaper("paper.notice.facts")).paragraph(recorded.facts())
                .facts(List.of(fact("incident", incident.id().value()),
                        fact("code", incident.code() + " " + PaperFacts.title(incident)),
                        fact("occurred", HallTime.second(recorded.occurredAt())),
                        fact("recorded", HallTime.second(recorded.at())),
                        fact("stage", recorded.stage().title()),
                        fact("class", incident.findingClass().title()),
                        fact("bases",
                                PaperFacts.bases(PaperFacts.basesOf(incident, facts.tender())))))
                .section(onPaper("paper.notice.text")).paragraph(facts.text())
                .section(onPaper("paper.notice.rights"))
                .paragraph(onPaper("paper.notice.rights.text"))
                .section(onPaper("paper.notice.receipt"))
                .signatures(List.of(
                        PaperFacts.signed("paper.role.witness", facts.witness(),
                                facts.certificate(), facts.mark(), facts.at()),
                        SignatureLine.open(onPaper("paper.role.subject"),
                                incident.subject().name(), incident.subject().unit())))
                .note(onPaper("paper.neutral"));
    }
}

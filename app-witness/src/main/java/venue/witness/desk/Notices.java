package venue.witness.desk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.crypto.TrustList.Verdict;
import venue.documents.Document;
import venue.documents.Mark;
import venue.documents.Pdf;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.witness.Delivery;
import venue.domain.witness.Incident;
import venue.domain.witness.IncidentId;
import venue.domain.witness.NoticeForm;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessEvent.SubjectNotified;
import venue.domain.witness.WitnessRefusal;
import venue.witness.WitnessFailure;
import venue.witness.WitnessFailure.Code;
import venue.witness.paper.NoticePaper;

/// Prompts and notices (提示、告知) and their receipts.
public final class Notices {

    private final WitnessDesk desk;
    private final WrittenAct papers;

    /// Notices of `desk`.
    public Notices(WitnessDesk desk) {
        this.desk = desk;
        this.papers = new WrittenAct(desk);
    }

    /// The notice as it would be given now.
    public Document preview(IncidentId id, String text) {
        return document(incident(id), text, Mark.DRAFT);
    }

    private Incident incident(IncidentId id) {
        return desk.watch().incident(id).orElseThrow();
    }

    private Document document(Incident incident, String text, Mark mark) {
        return Pdf.render(NoticePaper.of(new NoticePaper.Facts(desk.brief().tender(), incident,
                incident.nextNoticeNumber(), text, desk.acting().name(),
                desk.present().certificate().serialHex(), mark, desk.now())));
    }

    /// Notifies in writing: the paper is made, signed by the witness and kept before the event.
    public Decision<WitnessEvent, WitnessRefusal> notifyInWriting(IncidentId id, String text) {
        var incident = incident(id);
        var probe = new WitnessCommand.NotifySubject(id, NoticeForm.WRITTEN, text,
                Optional.of(new Digest("0".repeat(64))));
        var why = desk.why(probe);
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        var document = document(incident, text, Mark.OFFICIAL);
        var stem = "notice-" + incident.nextNoticeNumber();
        var digest = papers.keep(document, stem);
        papers.sign(document, stem);
        return desk.enter(new WitnessCommand.NotifySubject(id, NoticeForm.WRITTEN, text,
                Optional.of(digest)));
    }

    /// The notice as it was given, once there is one on paper.
    public Optional<Document> given(IncidentId id) {
        return written(incident(id)).flatMap(SubjectNotified::paper)
                .map(digest -> Document.of("notice.pdf", papers.read(digest).array()));
    }

    private static Optional<SubjectNotified> written(Incident incident) {
        return incident.notices().reversed().stream().filter(notice -> notice.paper().isPresent())
                .findFirst();
    }

    /// The subject signs the receipt with the own medium. `pin` is wiped.
    public Decision<WitnessEvent, WitnessRefusal> signReceipt(IncidentId id, Path medium,
            char[] pin, String reply) {
        try (var token = FileToken.open(medium, pin)) {
            var incident = incident(id);
            var holder = token.signing();
            var verdict = desk.station().trust().check(holder, desk.now());
            if (verdict != Verdict.VALID && verdict != Verdict.UNKNOWN_REVOCATION) {
                throw new WitnessFailure(Code.SUBJECT_UNTRUSTED, holder.holder());
            }
            if (!belongs(incident, holder.holder(), holder.organisation())) {
                throw new WitnessFailure(Code.SUBJECT_OTHER, holder.holder(),
                        incident.subject().line());
            }
            var notice = written(incident).flatMap(SubjectNotified::paper);
            var signature = notice.map(digest -> papers.put(
                    Detached.sign(token, papers.read(digest).array(), desk.now())));
            return desk.enter(new WitnessCommand.EnterDelivery(id, Delivery.SIGNED,
                    holder.holder(), reply, signature));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static boolean belongs(Incident incident, String holder, String organisation) {
        var subject = incident.subject();
        return subject.name().equals(holder) || subject.name().equals(organisation)
                || subject.unit().equals(organisation) || subject.unit().equals(holder);
    }
}

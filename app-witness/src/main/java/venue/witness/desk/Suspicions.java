package venue.witness.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.documents.Document;
import venue.documents.Mark;
import venue.documents.Pdf;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.witness.CustodyAct;
import venue.domain.witness.Exhibit;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.Incident;
import venue.domain.witness.IncidentId;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.witness.Say;
import venue.witness.paper.EvidenceListPaper;
import venue.witness.paper.SuspicionReportPaper;

/// Reports of suspicions to the competent department: paper, list of evidence, signed package.
public final class Suspicions {

    private static final Digest NOTHING = new Digest("0".repeat(64));

    private final WitnessDesk desk;
    private final WrittenAct papers;

    /// Reports of `desk`.
    public Suspicions(WitnessDesk desk) {
        this.desk = desk;
        this.papers = new WrittenAct(desk);
    }

    /// The report as it would be given now.
    public Document preview(IncidentId id, String department) {
        return report(incident(id), department, Mark.DRAFT);
    }

    /// The report as it was given, once it was.
    public Optional<Document> given(IncidentId id) {
        return incident(id).report()
                .map(told -> Document.of("report.pdf", papers.read(told.paper()).array()));
    }

    private Incident incident(IncidentId id) {
        return desk.watch().incident(id).orElseThrow();
    }

    private List<Exhibit> kept(IncidentId id) {
        return desk.watch().exhibitsOf(id).stream().filter(Exhibit::isKept).toList();
    }

    private Document report(Incident incident, String department, Mark mark) {
        return Pdf.render(SuspicionReportPaper.of(new SuspicionReportPaper.Facts(
                desk.brief().tender(), incident, department, kept(incident.id()),
                desk.acting().name(), desk.present().certificate().serialHex(), mark, desk.now())));
    }

    private Document list(Incident incident) {
        return Pdf.render(EvidenceListPaper.of(new EvidenceListPaper.Facts(desk.brief().tender(),
                incident, kept(incident.id()), desk.acting().name(),
                desk.present().certificate().serialHex(), desk.now())));
    }

    /// Reports: every original is hashed again, the papers are signed, the package is signed; only
    /// then the journal says that the department was informed.
    public Decision<WitnessEvent, WitnessRefusal> inform(IncidentId id, String department) {
        var why = desk.why(new WitnessCommand.InformDepartment(id, department, NOTHING, NOTHING));
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        var incident = incident(id);
        for (var exhibit : kept(id)) {
            desk.verify(exhibit.id());
            var entered = desk.enter(new WitnessCommand.EnterCustody(exhibit.id(),
                    CustodyAct.EXPORTED, department,
                    Say.onPaper("custody.with-report", incident.reportNumber()), true,
                    Optional.empty(), Optional.empty(), Optional.empty()));
            if (entered instanceof Decision.Refused<WitnessEvent, WitnessRefusal> refused) {
                return refused;
            }
        }
        var report = report(incident, department, Mark.OFFICIAL);
        var stem = "suspicion-" + incident.reportNumber();
        var paper = papers.keep(report, stem);
        var signature = papers.sign(report, stem);
        var evidence = pack(incident(id), report, signature);
        return desk.enter(new WitnessCommand.InformDepartment(id, department, paper, evidence));
    }

    private Digest pack(Incident incident, Document report, Bytes signature) {
        var list = list(incident);
        var stem = "evidence-list-" + incident.reportNumber();
        papers.keep(list, stem);
        var listSignature = papers.sign(list, stem);
        var parts = new ArrayList<Parcel.Part>();
        parts.add(Parcel.Part.of("report.pdf", report.pdf().array()));
        parts.add(Parcel.Part.of("report.pdf.p7s", signature.array()));
        parts.add(Parcel.Part.of("evidence-list.pdf", list.pdf().array()));
        parts.add(Parcel.Part.of("evidence-list.pdf.p7s", listSignature.array()));
        var sums = new StringBuilder();
        for (var exhibit : kept(incident.id())) {
            parts.addAll(exhibit(exhibit, sums));
        }
        parts.add(Parcel.Part.of("sha256sums.txt",
                sums.toString().getBytes(StandardCharsets.UTF_8)));
        var out = papers.folder().resolve("evidence-" + incident.reportNumber() + ".parcel");
        Parcel.write(out, new Parcel.Label("evidence", desk.brief().tender().id().value(),
                Say.onPaper("evidence.parcel", incident.reportNumber())), parts,
                desk.present().token(), List.of(), desk.now());
        return desk.station().journal().blobs().put(out);
    }

    private List<Parcel.Part> exhibit(Exhibit exhibit, StringBuilder sums) {
        var folder = "exhibits/" + exhibit.id().brief() + "/";
        var digest = exhibit.sha256().orElseThrow();
        sums.append(digest).append("  ").append(folder).append("original\n");
        return List.of(Parcel.Part.of(folder + "original", papers.read(digest).array()),
                Parcel.Part.of(folder + "capture.json", Wire.write(exhibit.begun())),
                Parcel.Part.of(folder + "kept.json", Wire.write(exhibit.kept().orElseThrow())));
    }

    /// Hands an original over: hashed again, signed by the witness; the taker signs on paper.
    public Decision<WitnessEvent, WitnessRefusal> handOver(ExhibitId id, String to, String reason,
            String takerNote) {
        desk.verify(id);
        var statement = String.join("\n", "venue-custody/v1", desk.brief().tender().id().value(),
                id.value(), desk.watch().exhibit(id).orElseThrow().sha256().orElseThrow().hex(),
                to, reason);
        var signature = Detached.sign(desk.present().token(),
                statement.getBytes(StandardCharsets.UTF_8), desk.now());
        return desk.enter(new WitnessCommand.EnterCustody(id, CustodyAct.HANDED_OVER, to, reason,
                true, Optional.of(papers.put(signature)), Optional.empty(),
                Optional.of(takerNote)));
    }

    /// The original, to be looked at; a line of the ledger says so.
    public Bytes view(ExhibitId id, String reason) {
        desk.verify(id);
        var entered = desk.enter(new WitnessCommand.EnterCustody(id, CustodyAct.VIEWED,
                desk.acting().name(), reason, true, Optional.empty(), Optional.empty(),
                Optional.empty()));
        if (entered instanceof Decision.Refused<WitnessEvent, WitnessRefusal>(var why)) {
            throw new IllegalStateException("the ledger refused a look: " + why);
        }
        return papers.read(desk.watch().exhibit(id).orElseThrow().sha256().orElseThrow());
    }
}

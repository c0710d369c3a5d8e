package venue.witness.desk;

import java.util.Optional;
import venue.documents.Document;
import venue.documents.Pdf;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.record.WitnessReport;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessRefusal;
import venue.witness.paper.WitnessReportPaper;

/// The witness report (见证报告) of a desk: preview, then the official paper with a detached signature.
public final class FinalReport {

    /// Asked with, where only the answer matters.
    public static final Digest NOTHING = new Digest("0".repeat(64));

    private final WitnessDesk desk;
    private final WrittenAct papers;

    /// The report of `desk`.
    public FinalReport(WitnessDesk desk) {
        this.desk = desk;
        this.papers = new WrittenAct(desk);
    }

    /// The number of the next report of this tender.
    public String number() {
        int signed = desk.watch().reports().size();
        return "JZ-" + desk.brief().tender().id() + "-" + (signed + 1);
    }

    /// The report as it would be now.
    public Document preview() {
        return Pdf.render(WitnessReportPaper.draft(facts(), number()));
    }

    private WitnessReport facts() {
        return WitnessReport.of(desk.brief(), desk.watch(), desk.facts(), desk.now());
    }

    private Document official(String number) {
        var certificate = desk.present().certificate();
        return Pdf.render(WitnessReportPaper.official(facts(), number,
                new WitnessReportPaper.Signer(desk.acting().name(), certificate.serialHex())));
    }

    /// Makes the official paper, signs it and enters it.
    public Decision<WitnessEvent, WitnessRefusal> sign() {
        var number = number();
        var why = desk.why(new WitnessCommand.SignReport(number, NOTHING, NOTHING, NOTHING));
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        var document = official(number);
        var stem = desk.watch().reports().isEmpty()
                ? "witness-report"
                : "witness-report-" + (desk.watch().reports().size() + 1);
        var sha256 = papers.keep(document, stem);
        var cms = papers.sign(document, stem);
        return desk.enter(new WitnessCommand.SignReport(number, sha256,
                new Digest(document.sm3()), new Digest(cms.sha256())));
    }

    /// The signed paper, once there is one.
    public Optional<Document> signed() {
        var reports = desk.watch().reports();
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(Document.of("witness-report.pdf",
                        papers.read(reports.getLast().sha256()).array()));
    }
}

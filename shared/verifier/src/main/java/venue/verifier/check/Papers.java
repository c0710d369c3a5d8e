package venue.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.evaluation.EvaluationEvent.ReportDrafted;
import venue.domain.evaluation.EvaluationEvent.ReportSigned;
import venue.domain.opening.OpeningEvent.RecordDrafted;
import venue.domain.opening.OpeningEvent.RecordSigned;
import venue.domain.tender.Person;
import venue.domain.witness.WitnessEvent.WitnessReportSigned;
import venue.verifier.read.Absent;
import venue.verifier.read.Entry;

/// The papers of the archive and the signatures under them, as the journals tell of them.
final class Papers {

    private final Probe probe;

    Papers(Probe probe) {
        this.probe = probe;
    }

    /// A signature that a journal tells of.
    ///
    /// @param document the paper in the archive
    /// @param over SHA-256 of the paper that was signed
    private record Claimed(Entry entry, String document, PersonId person, Bytes cms,
            Optional<Digest> over) {}

    /// V106: each paper that was drafted last, each signature as a file.
    void complete() {
        var archive = probe.dossier().archive();
        for (var claimed : claimed()) {
            var found = archive.bySha256(claimed.cms().sha256()).isPresent();
            probe.check(found, claimed.entry().place(), "signature-file", claimed.person(),
                    claimed.document());
        }
        for (var entry : probe.dossier().entries(WitnessReportSigned.class)) {
            var signed = (WitnessReportSigned) entry.fact();
            probe.check(archive.bySha256(signed.signature().hex()).isPresent(), entry.place(),
                    "signature-file", signed.by(), Layout.WITNESS_PDF);
        }
    }

    /// V301: the papers are the ones that the journals recorded.
    void recorded() {
        var drafted = last(RecordDrafted.class);
        var record = (RecordDrafted) drafted.fact();
        var paper = probe.dossier().archive().part(Layout.OPENING_PDF);
        probe.check(paper.sha256().equals(record.sha256().hex())
                && paper.sm3().equals(record.sm3().hex()), Layout.OPENING_PDF, "not-recorded",
                drafted.place());
        var reported = last(ReportDrafted.class);
        var report = (ReportDrafted) reported.fact();
        probe.check(hash(Layout.REPORT_PDF).equals(report.pdf().hex()), Layout.REPORT_PDF,
                "not-recorded", reported.place());
        probe.check(hash("evaluation/report.json").equals(report.facts().hex()),
                "evaluation/report.json", "not-recorded", reported.place());
        var witnessed = probe.dossier().entries(WitnessReportSigned.class);
        if (witnessed.isEmpty()) {
            throw new Absent("event", "WitnessReportSigned");
        }
        var first = (WitnessReportSigned) witnessed.getFirst().fact();
        probe.check(hash(Layout.WITNESS_PDF).equals(first.sha256().hex()), Layout.WITNESS_PDF,
                "not-recorded", witnessed.getFirst().place());
    }

    private String hash(String name) {
        return probe.dossier().archive().part(name).sha256();
    }

    private Entry last(Class<? extends venue.domain.base.Fact> kind) {
        var all = probe.dossier().entries(kind);
        if (all.isEmpty()) {
            throw new Absent("event", kind.getSimpleName());
        }
        return all.getLast();
    }

    /// V207: each signature under a paper of the archive fits and is its person's.
    void signatures() {
        var archive = probe.dossier().archive();
        for (var claimed : claimed()) {
            if (!archive.has(claimed.document())) {
                probe.hinder("missing", claimed.document());
            } else if (claimed.over().isEmpty()
                    || claimed.over().get().hex().equals(hash(claimed.document()))) {
                signature(claimed.entry(), claimed.person(), claimed.cms(),
                        archive.bytes(claimed.document()));
            }
        }
        for (var entry : probe.dossier().entries(WitnessReportSigned.class)) {
            var signed = (WitnessReportSigned) entry.fact();
            var file = archive.bySha256(signed.signature().hex());
            var paper = archive.bySha256(signed.sha256().hex());
            if (file.isPresent() && paper.isPresent()) {
                signature(entry, signed.by(), Bytes.of(archive.bytes(file.get().name())),
                        archive.bytes(paper.get().name()));
            }
        }
        if (probe.trust().certificates().isEmpty()) {
            probe.hinder("no-trust");
        }
    }

    /// One detached signature: the mathematics, the person's certificate, the way to a trusted
    /// root.
    void signature(Entry entry, PersonId person, Bytes cms, byte[] content) {
        new Consent(probe, this).check(entry.place(), person, cms, content, entry.leaf().at(),
                true);
    }

    /// Somebody of either brief.
    Optional<Person> person(PersonId id) {
        return probe.dossier().openingBrief().person(id)
                .or(() -> probe.dossier().evaluationBrief().person(id));
    }

    /// Signatures under the last version of the opening record and the last report.
    private List<Claimed> claimed() {
        var all = new ArrayList<Claimed>();
        int version = probe.dossier().facts(RecordDrafted.class).stream()
                .mapToInt(RecordDrafted::version).max().orElse(0);
        for (var entry : probe.dossier().entries(RecordSigned.class)) {
            var signed = (RecordSigned) entry.fact();
            if (signed.version() == version) {
                all.add(new Claimed(entry, Layout.OPENING_PDF, signed.person(), cms(signed.cms()),
                        Optional.empty()));
            }
        }
        var reports = probe.dossier().facts(ReportDrafted.class);
        for (var entry : probe.dossier().entries(ReportSigned.class)) {
            var signed = (ReportSigned) entry.fact();
            if (!reports.isEmpty() && reports.getLast().pdf().equals(signed.pdf())) {
                all.add(new Claimed(entry, Layout.REPORT_PDF, signed.member(),
                        cms(signed.signature()), Optional.of(signed.pdf())));
            }
        }
        return all;
    }

    private static Bytes cms(String base64) {
        try {
            return Bytes.fromBase64(base64);
        } catch (IllegalArgumentException _) {
            return Bytes.of(new byte[0]);
        }
    }
}

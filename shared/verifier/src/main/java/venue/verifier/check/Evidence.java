package venue.verifier.check;

import static venue.verifier.Check.V103;
import static venue.verifier.Check.V204;
import static venue.verifier.Check.V205;
import static venue.verifier.Check.V401;
import static venue.verifier.Check.V402;
import static venue.verifier.Check.V403;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;
import venue.domain.witness.CustodyAct;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.WitnessEvent.CaptureBegan;
import venue.domain.witness.WitnessEvent.CaptureEnded;
import venue.domain.witness.WitnessEvent.CustodyEntered;
import venue.domain.witness.WitnessEvent.DepartmentInformed;
import venue.domain.witness.WitnessEvent.NoticeDelivered;
import venue.domain.witness.WitnessEvent.SubjectNotified;
import venue.verifier.read.Entry;

/// V4xx 证据: are the originals there unchanged, and is it known who held them?
public final class Evidence {

    private final Probe probe;

    public Evidence(Probe probe) {
        this.probe = probe;
    }

    /// Runs all of them.
    public void run() {
        var facts = List.of(V103, V204, V205);
        probe.run(V401, facts, this::originals);
        probe.run(V402, facts, this::custody);
        probe.run(V403, facts, this::papers);
    }

    private void originals() {
        var kept = probe.dossier().entries(CaptureEnded.class);
        for (var entry : kept) {
            var exhibit = (CaptureEnded) entry.fact();
            var folder = "witness/exhibits/" + exhibit.exhibit() + "/";
            var archive = probe.dossier().archive();
            var files = archive.names(folder);
            probe.check(!files.isEmpty(), entry.place(), "original-missing", exhibit.exhibit());
            for (var name : files) {
                var part = archive.part(name);
                probe.check(part.sha256().equals(exhibit.sha256().hex())
                        && part.sm3().equals(exhibit.sm3().hex())
                        && part.size() == exhibit.sizeBytes(), name, "original-changed",
                        exhibit.exhibit());
            }
        }
        if (kept.isEmpty()) {
            probe.nothingToDo();
        }
    }

    private void custody() {
        var begun = new HashSet<ExhibitId>();
        var kept = new HashSet<ExhibitId>();
        for (var entry : probe.dossier().entries()) {
            switch (entry.fact()) {
                case CaptureBegan e -> probe.check(begun.add(e.exhibit()), entry.place(),
                        "exhibit-twice", e.exhibit());
                case CaptureEnded e -> {
                    probe.check(begun.contains(e.exhibit()), entry.place(), "not-begun",
                            e.exhibit());
                    kept.add(e.exhibit());
                }
                case CustodyEntered e -> line(entry, e, kept.contains(e.exhibit()));
                default -> {
                    // only evidence is looked at here
                }
            }
        }
        if (begun.isEmpty()) {
            probe.nothingToDo();
        }
    }

    private void line(Entry entry, CustodyEntered line, boolean kept) {
        probe.check(kept, entry.place(), "not-kept", line.exhibit());
        boolean moved = line.act() == CustodyAct.HANDED_OVER || line.act() == CustodyAct.EXPORTED;
        probe.check(!moved || line.hashVerified(), entry.place(), "not-verified", line.exhibit());
        probe.check(
                line.act() != CustodyAct.HANDED_OVER || line.giverSigned().isPresent()
                        && (line.takerSigned().isPresent() || line.takerRefused().isPresent()),
                entry.place(), "custody-signature", line.exhibit());
    }

    private void papers() {
        var cited = new ArrayList<Digest>();
        for (var entry : probe.dossier().entries()) {
            switch (entry.fact()) {
                case SubjectNotified e -> e.paper().ifPresent(cited::add);
                case NoticeDelivered e -> e.signature().ifPresent(cited::add);
                case DepartmentInformed e -> cited.addAll(List.of(e.paper(), e.evidence()));
                case CustodyEntered e -> List.of(e.giverSigned(), e.takerSigned()).stream()
                        .flatMap(Optional::stream).forEach(cited::add);
                default -> {
                    // cites no paper
                }
            }
        }
        var absent = cited.stream()
                .filter(d -> probe.dossier().archive().bySha256(d.hex()).isEmpty()).toList();
        cited.stream().filter(d -> !absent.contains(d))
                .forEach(d -> probe.check(true, d.brief(), "missing"));
        if (!absent.isEmpty()) {
            probe.hinder("papers", absent.size(), absent.getFirst().brief());
        } else if (cited.isEmpty()) {
            probe.nothingToDo();
        }
    }
}

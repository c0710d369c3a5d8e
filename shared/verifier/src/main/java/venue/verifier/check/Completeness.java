package venue.verifier.check;

import static venue.verifier.Check.V101;
import static venue.verifier.Check.V102;
import static venue.verifier.Check.V103;
import static venue.verifier.Check.V104;
import static venue.verifier.Check.V105;
import static venue.verifier.Check.V106;
import static venue.verifier.Check.V107;

import java.util.List;
import java.util.TreeSet;
import venue.domain.evaluation.EvaluationEvent.BallotCommitted;
import venue.domain.evaluation.EvaluationEvent.BallotRevealed;
import venue.domain.opening.OpeningEvent.BidDecrypted;
import venue.verifier.read.Absent;
import venue.verifier.read.LogFolder;
import venue.verifier.read.Tree;
import venue.verifier.read.Unreadable;

/// V1xx 完整性: is everything there?
public final class Completeness {

    private static final List<String> DRAFTS = List.of("evaluation.ballot-drafted",
            "evaluation.review-drafted");

    private final Probe probe;

    public Completeness(Probe probe) {
        this.probe = probe;
    }

    /// Runs all of them.
    public void run() {
        probe.run(V101, List.of(), this::mandatory);
        probe.run(V102, List.of(), this::asListed);
        probe.run(V103, List.of(), this::readable);
        probe.run(V104, List.of(V103), this::contiguous);
        probe.run(V105, List.of(V103), this::disclosed);
        probe.run(V106, List.of(V103), () -> new Papers(probe).complete());
        probe.run(V107, List.of(V103), this::sheets);
    }

    private void mandatory() {
        var archive = probe.dossier().archive();
        probe.check(archive.manifest().kind().equals("archive"), "manifest.json", "kind",
                archive.manifest().kind());
        Layout.MANDATORY.forEach(name -> probe.check(archive.has(name), name, "missing"));
        var names = LogFolder.names(archive);
        probe.check(!names.isEmpty(), "journals/", "no-logs");
        try {
            for (var seat : probe.dossier().evaluationBrief().seats()) {
                probe.check(names.stream().anyMatch(n -> n.startsWith(seat.value() + "-g")),
                        "journals/" + seat, "no-log");
            }
        } catch (Absent | Unreadable e) {
            probe.hinder("seats");
        }
    }

    private void asListed() {
        var archive = probe.dossier().archive();
        archive.manifest().parts().forEach(part -> probe
                .check(!archive.changed().contains(part.name()), part.name(), "changed"));
        archive.missing().forEach(name -> probe.check(false, name, "listed-missing"));
        archive.unlisted().forEach(name -> probe.check(false, name, "unlisted"));
        archive.twice().forEach(name -> probe.check(false, name, "twice"));
    }

    private void readable() {
        var dossier = probe.dossier();
        List<Runnable> files = List.of(dossier::openingBrief, dossier::evaluationBrief,
                dossier::openingRecord, dossier::report, dossier::logs);
        for (var file : files) {
            try {
                file.run();
                probe.check(true, "", "unreadable");
            } catch (Unreadable e) {
                probe.check(false, e.what(), "unreadable");
            } catch (Absent e) {
                probe.notRun(probe.say(e));
            }
        }
        entries();
    }

    private void entries() {
        try {
            probe.dossier().entries();
        } catch (Unreadable e) {
            probe.check(false, "journals/ " + e.what(), "unreadable");
        } catch (Absent e) {
            probe.notRun(probe.say(e));
        }
    }

    private void contiguous() {
        for (var log : probe.dossier().logs()) {
            var rows = log.rows();
            long before = -1;
            for (int i = 0; i < rows.size(); i++) {
                var leaf = rows.get(i).leaf();
                probe.check(leaf.seq() == i && leaf.gen() == log.generation(),
                        log.name() + " #" + i,
                        "sequence", leaf.seq());
                probe.check(leaf.hybrid() > before, log.name() + " #" + i, "hybrid");
                before = leaf.hybrid();
            }
            for (var tree : Tree.values()) {
                var checkpoint = log.checkpoint(tree);
                probe.check(checkpoint.origin().equals(log.origin(tree)), log.name() + " " + tree,
                        "origin", checkpoint.origin());
                probe.check(checkpoint.size() == rows.size(), log.name() + " " + tree, "size",
                        rows.size(), checkpoint.size());
            }
        }
    }

    private void disclosed() {
        var committed = new TreeSet<String>();
        var revealed = new TreeSet<String>();
        for (var log : probe.dossier().logs()) {
            for (var row : log.rows()) {
                boolean draft = DRAFTS.contains(row.leaf().type());
                probe.check(draft || row.payload().isPresent(),
                        log.name() + " #" + row.leaf().seq(), "withheld", row.leaf().type());
            }
        }
        probe.dossier().facts(BallotCommitted.class)
                .forEach(e -> committed.add(e.member().value()));
        probe.dossier().facts(BallotRevealed.class).forEach(e -> revealed.add(e.member().value()));
        committed.forEach(
                member -> probe.check(revealed.contains(member), member, "ballot-not-revealed"));
    }

    private void sheets() {
        for (var entry : probe.dossier().entries(BidDecrypted.class)) {
            var bid = (BidDecrypted) entry.fact();
            for (var file : bid.files()) {
                var name = Layout.bid(bid.bidder().value()) + file.name();
                var archive = probe.dossier().archive();
                if (file.name().endsWith(".json")) {
                    probe.check(archive.has(name), name, "missing");
                }
            }
        }
    }
}

package venue.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import venue.verifier.VerifierKey;
import venue.verifier.read.ArchiveFile;
import venue.verifier.read.Checkpoint;
import venue.verifier.read.LogFolder;
import venue.verifier.read.LogProof;
import venue.verifier.read.TileFile;
import venue.verifier.read.Tree;
import venue.verifier.read.Unreadable;

/// V215: proofs of single entries (`*.tlog-proof`) and tiles (`journals/<log>/tiles/`) say the same
/// as the logs that lie beside them.
final class Proofs {

    private static final String PROOF = ".tlog-proof";
    private static final String TILES = "/tiles/";

    private final Probe probe;
    private final ArchiveFile archive;

    Proofs(Probe probe) {
        this.probe = probe;
        this.archive = probe.dossier().archive();
    }

    void run() {
        boolean any = false;
        for (var name : archive.names("")) {
            if (name.endsWith(PROOF)) {
                any = true;
                proof(name);
            }
        }
        for (var log : probe.dossier().logs()) {
            var folder = "journals/" + log.name() + TILES;
            if (!archive.names(folder).isEmpty()) {
                any = true;
                tiles(log, folder);
            }
        }
        if (!any) {
            probe.nothingToDo();
        }
    }

    private void proof(String name) {
        try {
            var proof = LogProof
                    .parse(new String(archive.bytes(name), StandardCharsets.UTF_8));
            var note = proof.note();
            var log = log(note.origin());
            boolean known = log.isPresent() && isOf(log.get(), tree(note.origin()), note);
            if (probe.check(known, name, "proof-checkpoint", note.origin(), note.size())) {
                var leaf = log.orElseThrow().rows().get(Math.toIntExact(proof.index())).bytes();
                probe.check(proof.holds(tree(note.origin()), leaf), name, "proof", proof.index());
            }
        } catch (Unreadable e) {
            probe.check(false, name, "unreadable");
        }
    }

    private static Tree tree(String origin) {
        return origin.endsWith(Tree.SM3.suffix()) ? Tree.SM3 : Tree.SHA256;
    }

    private Optional<LogFolder> log(String origin) {
        return probe.dossier().logs().stream()
                .filter(log -> log.origin(tree(origin)).equals(origin)).findFirst();
    }

    /// Whether the workstation signed this checkpoint and the log leads to it.
    private boolean isOf(LogFolder log, Tree tree, Checkpoint note) {
        var key = probe.trust().log(log.origin(Tree.SHA256)).or(log::key);
        return key.isPresent() && note.origin().equals(log.origin(tree))
                && note.isSignedBy(key.get().named(note.origin()))
                && note.size() <= log.rows().size() && tree
                        .root(log.leaves().subList(0, Math.toIntExact(note.size())))
                        .equals(note.root());
    }

    private void tiles(LogFolder log, String folder) {
        for (var tree : Tree.values()) {
            var sub = tree == Tree.SM3 ? folder + "sm3/" : folder;
            var names = archive.names(sub).stream()
                    .filter(name -> tree == Tree.SM3 || !name.startsWith(folder + "sm3/")).toList();
            if (names.isEmpty()) {
                continue;
            }
            var checkpoint = sub + "checkpoint";
            if (!probe.check(archive.has(checkpoint), checkpoint, "missing")) {
                continue;
            }
            try {
                var note = Checkpoint
                        .parse(new String(archive.bytes(checkpoint), StandardCharsets.UTF_8));
                if (probe.check(isOf(log, tree, note), checkpoint, "proof-checkpoint",
                        note.origin(), note.size())) {
                    var wanted = TileFile.all(tree, log.leaves(), Math.toIntExact(note.size()));
                    wanted.keySet().forEach(
                            path -> probe.check(archive.has(sub + path), sub + path, "missing"));
                    names.stream().filter(name -> !name.equals(checkpoint))
                            .forEach(name -> tile(name, wanted.get(name.substring(sub.length()))));
                }
            } catch (Unreadable e) {
                probe.check(false, checkpoint, "unreadable");
            }
        }
    }

    private void tile(String name, byte @org.jspecify.annotations.Nullable [] wanted) {
        probe.check(wanted != null && java.util.Arrays.equals(wanted, archive.bytes(name)), name,
                "tile");
    }
}

package venue.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import venue.journal.proof.Note;
import venue.journal.proof.Tiles;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;

/// Logs as plain files: exact leaf bytes, payloads, checkpoints, countersignatures.
final class Export {

    private static final int PAGE = 500;

    private final Setting setting;
    private final Path dir;

    Export(Setting setting, Path dir) {
        this.setting = setting;
        this.dir = dir;
    }

    Path run(Collection<Log> logs) {
        try {
            Files.createDirectories(dir);
            for (var log : logs) {
                var folder = folder(log);
                Files.createDirectories(folder);
                writeLeaves(log, folder);
                writeNotes(log, folder);
            }
            return dir;
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        }
    }

    private static void writeLeaves(Log log, Path folder) throws IOException {
        try (var leaves = Files.newOutputStream(folder.resolve("leaves.jsonl"));
                var payloads = Files.newOutputStream(folder.resolve("payloads.jsonl"))) {
            for (long from = 0; from < log.size(); from += PAGE) {
                for (var row : log.table.rows(from, Math.min(log.size(), from + PAGE))) {
                    writeLine(leaves, row.leaf());
                    var kind = Leaf.parse(row.leaf()).type();
                    var payload = Audiences.of(kind) == Audience.OWN_DESK
                            ? null
                            : log.payload(row);
                    writeLine(payloads, payload == null ? new byte[0] : payload);
                }
            }
        }
    }

    private static void writeLine(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private void writeNotes(Log log, Path folder) throws IOException {
        for (var hash : TreeHash.values()) {
            var file = hash == TreeHash.SHA256 ? "checkpoint.txt" : "checkpoint-sm3.txt";
            var note = log.newestNote(hash);
            if (note.isPresent()) {
                write(folder.resolve(file), countersigned(log, hash, note.get()).text());
            }
        }
        var key = setting.keyOf(log.origin.device());
        if (key.isPresent()) {
            write(folder.resolve("vkey.txt"), new VerifierKey(log.origin.name(),
                    VerifierKey.Kind.ED25519, key.get()).text() + "\n");
        }
        if (log.own) {
            write(folder.resolve("vkey-sm2.txt"), new VerifierKey(log.origin.name(),
                    VerifierKey.Kind.SM2, setting.sm2Key.pub()).text() + "\n");
        }
        var receipts = folder.resolve("receipts");
        for (var each : log.table.countersignatures()) {
            var hash = TreeHash.of(each.alg());
            var signed = log.table.at(each.alg(), each.size());
            if (signed.isPresent()) {
                Files.createDirectories(receipts);
                var name = each.size() + (hash == TreeHash.SHA256 ? "" : "-sm3") + ".txt";
                write(receipts.resolve(name),
                        countersigned(log, hash, Note.parse(signed.get().note())).text());
            }
        }
    }

    private static Note countersigned(Log log, TreeHash hash, Note note) {
        long size = note.checkpoint().size();
        var all = note;
        for (var each : log.table.countersignatures()) {
            if (each.alg() == hash.code() && each.size() == size) {
                all = all.with(Note.Line.parse(each.line()));
            }
        }
        return all;
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a log as tiles (C2SP tlog-tiles), both trees, into the folder `tiles` of its export.
    void tiles(Log log) {
        for (var hash : TreeHash.values()) {
            var note = log.newestNote(hash);
            if (note.isEmpty()) {
                continue;
            }
            try {
                Tiles.write(folder(log).resolve("tiles"), hash, log.tree(hash),
                        seq -> log.table.rows(seq, seq + 1).getFirst().leaf(),
                        note.get().text());
            } catch (IOException e) {
                throw JournalFailure.disk(dir, e);
            }
        }
    }

    private Path folder(Log log) {
        return dir.resolve(log.origin.device().value() + "-g" + log.origin.generation());
    }

    /// Writes the proof of one leaf beside the log.
    void proofFile(Log log, long seq) {
        try {
            write(Files.createDirectories(folder(log).resolve("proofs"))
                    .resolve(seq + ".tlog-proof"), proof(log, seq));
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        }
    }

    /// One leaf's proof as a text file.
    static String proof(Log log, long seq) {
        var note = log.newestNote(TreeHash.SHA256);
        if (note.isEmpty() || seq < 0 || seq >= note.get().checkpoint().size()) {
            throw JournalFailure.gap(log.origin, log.size(), seq);
        }
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        text.append("index ").append(seq).append('\n');
        log.tree(TreeHash.SHA256)
                .inclusion(Math.toIntExact(seq), Math.toIntExact(note.get().checkpoint().size()))
                .forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(countersigned(log, TreeHash.SHA256, note.get()).text())
                .toString();
    }
}

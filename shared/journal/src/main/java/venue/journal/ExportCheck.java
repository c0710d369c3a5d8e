package venue.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;
import venue.journal.Inspection.Found;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;

/// Checks exported logs with nothing but the files. The key in `vkey.txt` proves only that the files
/// belong together; who it is must be known by another way.
public final class ExportCheck {

    private ExportCheck() {}

    /// Whether `dir` looks like an export.
    public static boolean isExport(Path dir) {
        return !folders(dir).isEmpty();
    }

    /// Checks every log of the export.
    ///
    /// @throws JournalFailure DAMAGED with the first place that does not fit
    public static List<Found> of(Path dir) {
        return folders(dir).stream().map(ExportCheck::check).toList();
    }

    private static List<Path> folders(Path dir) {
        try (var files = Files.list(dir)) {
            return files.filter(folder -> Files.isRegularFile(folder.resolve("leaves.jsonl")))
                    .sorted().toList();
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        }
    }

    private static Found check(Path folder) {
        try {
            var key = VerifierKey.parse(Files.readString(folder.resolve("vkey.txt")));
            var origin = Origin.parse(key.name());
            var trees = List.of(new MerkleTree(TreeHash.SHA256), new MerkleTree(TreeHash.SM3));
            var leaves = lines(folder.resolve("leaves.jsonl"));
            var payloads = lines(folder.resolve("payloads.jsonl"));
            if (leaves.size() != payloads.size()) {
                throw JournalFailure.damaged(origin, payloads.size(), "payloads.jsonl");
            }
            for (int seq = 0; seq < leaves.size(); seq++) {
                check(origin, seq, leaves.get(seq), payloads.get(seq));
                for (var tree : trees) {
                    tree.append(leaves.get(seq));
                }
            }
            for (var tree : trees) {
                checkNote(folder, origin, tree, key.key());
            }
            return new Found(origin, leaves.size(), trees.getFirst().root(),
                    trees.getLast().root(), List.of());
        } catch (IOException e) {
            throw JournalFailure.disk(folder, e);
        } catch (IllegalArgumentException e) {
            throw JournalFailure.unreadable(folder.toString(), e);
        }
    }

    private static void check(Origin origin, long seq, byte[] data, byte[] payload) {
        try {
            var leaf = Leaf.parse(data);
            if (leaf.seq() != seq || leaf.gen() != origin.generation()) {
                throw JournalFailure.damaged(origin, seq, "leaf order");
            }
            if (payload.length > 0 && !leaf.binds(Bytes.of(payload))) {
                throw JournalFailure.damaged(origin, seq, "payload digest");
            }
        } catch (IllegalArgumentException e) {
            throw JournalFailure.damaged(origin, seq, "leaf");
        }
    }

    private static void checkNote(Path folder, Origin origin, MerkleTree tree, Bytes key)
            throws IOException {
        var hash = tree.hash();
        var name = hash == TreeHash.SHA256 ? "checkpoint.txt" : "checkpoint-sm3.txt";
        var note = Note.parse(Files.readString(folder.resolve(name)));
        var checkpoint = note.checkpoint();
        var signer = new VerifierKey(origin.name() + hash.suffix(), VerifierKey.Kind.ED25519, key);
        if (!checkpoint.origin().equals(signer.name()) || !note.isSignedBy(signer)) {
            throw JournalFailure.damaged(origin, checkpoint.size(), hash.title() + " signature");
        }
        if (checkpoint.size() > tree.size() || !tree.root(Math.toIntExact(checkpoint.size()))
                .equals(checkpoint.root())) {
            throw JournalFailure.damaged(origin, checkpoint.size(), hash.title() + " root");
        }
    }

    private static List<byte[]> lines(Path file) throws IOException {
        var lines = new ArrayList<byte[]>();
        var text = Files.readString(file, StandardCharsets.UTF_8);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end).getBytes(StandardCharsets.UTF_8));
            from = end + 1;
        }
        if (from != text.length()) {
            throw new IllegalArgumentException("the last line of " + file + " is cut off");
        }
        return lines;
    }
}

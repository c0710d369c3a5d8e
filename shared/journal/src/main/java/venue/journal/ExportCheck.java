package venue.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.journal.Inspection.Found;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;

/// Checks exported logs with nothing but the files. The key in `vkey.txt` proves only that the
/// files belong together; who it is must be known by another way.
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
            var chain = new SessionChain(origin, () -> Optional.of(key.key()));
            var leaves = lines(folder.resolve("leaves.jsonl"));
            var payloads = lines(folder.resolve("payloads.jsonl"));
            if (leaves.size() != payloads.size()) {
                throw JournalFailure.damaged(origin, payloads.size(), "payloads.jsonl");
            }
            long hybrid = 0;
            for (int seq = 0; seq < leaves.size(); seq++) {
                var leaf = leaf(origin, seq, hybrid, leaves.get(seq), payloads.get(seq));
                hybrid = leaf.hybrid();
                if (leaf.type().startsWith("session.") && payloads.get(seq).length > 0) {
                    chain.after(seq, Payload.fact(Families.house(), leaf.type(),
                            payloads.get(seq)));
                }
                for (var tree : trees) {
                    tree.append(leaves.get(seq));
                }
            }
            for (var tree : trees) {
                checkNotes(folder, tree, key.key(), chain);
            }
            return new Found(origin, leaves.size(), trees.getFirst().root(),
                    trees.getLast().root(), List.of());
        } catch (IOException e) {
            throw JournalFailure.disk(folder, e);
        } catch (IllegalArgumentException e) {
            throw JournalFailure.unreadable(folder.toString(), e);
        }
    }

    private static Leaf leaf(Origin origin, long seq, long hybrid, byte[] data, byte[] payload) {
        try {
            var leaf = Leaf.parse(data);
            if (leaf.seq() != seq || leaf.gen() != origin.generation()
                    || leaf.hybrid() <= hybrid) {
                throw JournalFailure.damaged(origin, seq, "leaf order");
            }
            if (payload.length > 0 && !leaf.binds(Bytes.of(payload))) {
                throw JournalFailure.damaged(origin, seq, "payload digest");
            }
            return leaf;
        } catch (IllegalArgumentException e) {
            throw JournalFailure.damaged(origin, seq, "leaf: " + e.getMessage());
        }
    }

    private static void checkNotes(Path folder, MerkleTree tree, Bytes key, SessionChain chain)
            throws IOException {
        boolean sm3 = tree.hash() == TreeHash.SM3;
        checkNote(folder.resolve(sm3 ? "checkpoint-sm3.txt" : "checkpoint.txt"), tree, key, chain);
        var receipts = folder.resolve("receipts");
        if (Files.isDirectory(receipts)) {
            try (var files = Files.list(receipts)) {
                for (var file : files.sorted().toList()) {
                    if (file.getFileName().toString().endsWith("-sm3.txt") == sm3) {
                        checkNote(file, tree, key, chain);
                    }
                }
            }
        }
    }

    private static void checkNote(Path file, MerkleTree tree, Bytes key, SessionChain chain)
            throws IOException {
        var title = tree.hash().title();
        var note = Note.parse(Files.readString(file));
        var checkpoint = note.checkpoint();
        var signer = new VerifierKey(chain.origin().name() + tree.hash().suffix(),
                VerifierKey.Kind.ED25519, key);
        if (!checkpoint.origin().equals(signer.name()) || !note.isSignedBy(signer)
                || !chain.signed(note)) {
            throw JournalFailure.damaged(chain.origin(), checkpoint.size(), title + " signature");
        }
        if (checkpoint.size() > tree.size() || !tree.root(Math.toIntExact(checkpoint.size()))
                .equals(checkpoint.root())) {
            throw JournalFailure.damaged(chain.origin(), checkpoint.size(), title + " root");
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

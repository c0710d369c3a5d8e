package venue.verifier.read;

import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;

/// A proof that one leaf stands in a log (存在性证明, C2SP tlog-proof), read from its text.
///
/// @param path from the leaf's sibling up to the child of the root
public record LogProof(long index, List<Bytes> path, Checkpoint note) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        path = List.copyOf(path);
    }

    /// Reads the file.
    public static LogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < HEAD.length() || !text.startsWith(HEAD)) {
            throw new Unreadable("not a proof");
        }
        var lines = new ArrayList<>(text.substring(HEAD.length(), end).lines().toList());
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            lines.removeFirst();
        }
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,14})")) {
            throw new Unreadable("not a proof: no index");
        }
        long index = Long.parseLong(lines.removeFirst().substring(INDEX.length()));
        var note = Checkpoint.parse(text.substring(end + 2));
        try {
            var path = lines.stream().map(Bytes::fromBase64).toList();
            if (index >= note.size() || path.stream().anyMatch(hash -> hash.length() != 32)) {
                throw new Unreadable("not a proof");
            }
            return new LogProof(index, path, note);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not a proof", e);
        }
    }

    /// Whether the path leads from `leaf` to the root of the checkpoint (RFC 9162 section 2.1.3.2).
    public boolean holds(Tree tree, Bytes leaf) {
        long at = index;
        long last = note.size() - 1;
        var hash = tree.leafHash(leaf.array());
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                hash = tree.node(sibling.array(), hash);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = tree.node(hash, sibling.array());
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Bytes.of(hash).equals(note.root());
    }
}

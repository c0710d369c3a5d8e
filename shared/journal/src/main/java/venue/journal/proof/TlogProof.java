package venue.journal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;

/// The proof that one leaf stands in a log (存在性证明, C2SP tlog-proof): everything but the leaf
/// itself, in one text file that can be checked without a network.
///
/// @param path from the leaf's sibling up to the child of the root
/// @param note a signed checkpoint
/// @param extra what the reader needs besides; nobody signs it
public record TlogProof(long index, List<Bytes> path, Note note, Optional<Bytes> extra) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || index >= note.checkpoint().size()
                || path.stream().anyMatch(hash -> hash.length() != TreeHash.LENGTH)) {
            throw new IllegalArgumentException("not a proof: index " + index);
        }
    }

    /// A proof with nothing besides.
    public TlogProof(long index, List<Bytes> path, Note note) {
        this(index, path, note, Optional.empty());
    }

    /// The proof of leaf `index` under `note`, whose checkpoint must be one of `tree`.
    public static TlogProof of(MerkleTree tree, int index, Note note) {
        return new TlogProof(index,
                tree.inclusion(index, Math.toIntExact(note.checkpoint().size())), note);
    }

    /// The file.
    public String text() {
        var text = new StringBuilder(HEAD);
        extra.ifPresent(bytes -> text.append(EXTRA).append(bytes.base64()).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note.text()).toString();
    }

    /// Reads the file.
    ///
    /// @throws IllegalArgumentException if it is not exactly what [#text] writes
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(HEAD)) {
            throw new IllegalArgumentException("not a proof");
        }
        var head = text.substring(HEAD.length(), Math.max(HEAD.length(), end));
        var lines = new ArrayList<>(List.of(head.split("\n", -1)));
        var extra = Optional.<Bytes>empty();
        if (lines.getFirst().startsWith(EXTRA)) {
            extra = Optional.of(Bytes.fromBase64(lines.removeFirst().substring(EXTRA.length())));
        }
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,14})")) {
            throw new IllegalArgumentException("not a proof: no index");
        }
        long index = Long.parseLong(lines.removeFirst().substring(INDEX.length()));
        var proof = new TlogProof(index, lines.stream().map(Bytes::fromBase64).toList(),
                Note.parse(text.substring(end + 2)), extra);
        if (!proof.text().equals(text)) {
            throw new IllegalArgumentException("not a proof as published");
        }
        return proof;
    }

    /// Whether `leafData` stands at the index of the log, and every key of `required` signed its
    /// checkpoint. One of them must bear the log's own name: others vouch for a time, not for the
    /// log.
    public boolean check(TreeHash hash, byte[] leafData, List<VerifierKey> required) {
        var checkpoint = note.checkpoint();
        return required.stream().anyMatch(key -> key.name().equals(checkpoint.origin()))
                && required.stream().allMatch(note::isSignedBy)
                && Proofs.includes(hash, index, checkpoint.size(), hash.leaf(leafData), path,
                        checkpoint.root());
    }
}

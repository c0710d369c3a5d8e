package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.CryptoFailure;
import venue.domain.base.Fact;
import venue.journal.proof.Checkpoint;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// One log as far as it is held: its rows on the disk and its two trees in memory.
final class Log {

    final Origin origin;
    final boolean own;
    final LogTable table;
    final SessionChain sessions;
    private final Setting setting;
    private final MerkleTree sha256 = new MerkleTree(TreeHash.SHA256);
    private final MerkleTree sm3 = new MerkleTree(TreeHash.SM3);
    private long hybrid;

    Log(Setting setting, Database db, Origin origin, boolean own) {
        this.setting = setting;
        this.origin = origin;
        this.own = own;
        this.table = new LogTable(db, origin, own);
        this.sessions = new SessionChain(origin, () -> setting.keyOf(origin.device()));
    }

    long size() {
        return sha256.size();
    }

    long hybrid() {
        return hybrid;
    }

    MerkleTree tree(TreeHash hash) {
        return hash == TreeHash.SHA256 ? sha256 : sm3;
    }

    /// The origin line of a tree.
    String name(TreeHash hash) {
        return origin.name() + hash.suffix();
    }

    Checkpoint checkpoint(TreeHash hash) {
        return new Checkpoint(name(hash), size(), tree(hash).root());
    }

    Optional<Note> newestNote(TreeHash hash) {
        return table.newest(hash.code()).map(signed -> Note.parse(signed.note()));
    }

    /// Whether the key of its device is known here; only then can signatures be checked.
    boolean isKnown() {
        return setting.keyOf(origin.device()).isPresent();
    }

    /// Whether the device and the session in force signed `note`.
    boolean signed(TreeHash hash, Note note) {
        return signedByDevice(hash, note) && sessions.signed(note);
    }

    /// Whether the device signed `note`.
    boolean signedByDevice(TreeHash hash, Note note) {
        return setting.keyOf(origin.device()).map(
                key -> note.isSignedBy(new VerifierKey(name(hash), VerifierKey.Kind.ED25519, key)))
                .orElse(false);
    }

    /// Whether this log's device signed `note` of its log `other` (SHA-256).
    boolean signedByDevice(Origin other, Note note) {
        return setting.keyOf(origin.device())
                .map(key -> note.isSignedBy(
                        new VerifierKey(other.name(), VerifierKey.Kind.ED25519, key)))
                .orElse(false);
    }

    /// A leaf with its payload as they go to the disk.
    LogTable.Row row(long seq, byte[] leaf, byte @Nullable [] payload) {
        return new LogTable.Row(seq, leaf, TreeHash.SHA256.leafHash(leaf),
                TreeHash.SM3.leafHash(leaf), payload == null ? null : seal(seq, payload));
    }

    byte[] seal(long seq, byte[] payload) {
        return setting.box.seal(payload, aad(seq));
    }

    /// The payload of a row; null if it is not held. What comes out is what went in: the box is
    /// bound to this log and this place.
    byte @Nullable [] payload(LogTable.Row row) {
        var box = row.box();
        return box == null ? null : setting.box.open(box, aad(row.seq()));
    }

    private byte[] aad(long seq) {
        return ("payload|" + origin.name() + "|" + seq + "|1").getBytes(StandardCharsets.UTF_8);
    }

    /// The entry of a row; its content is compared with the digest in the leaf.
    ///
    /// @throws JournalFailure DAMAGED
    Entry entry(LogTable.Row row) {
        try {
            var payload = payload(row);
            if (payload == null && own) {
                throw JournalFailure.damaged(origin, row.seq(), "payload missing");
            }
            var leaf = Leaf.parse(row.leaf());
            if (payload != null && !leaf.binds(payload)) {
                throw JournalFailure.damaged(origin, row.seq(), "payload digest");
            }
            return entry(leaf, payload);
        } catch (CryptoFailure | IllegalArgumentException e) {
            var failure = JournalFailure.damaged(origin, row.seq(), "content");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    Entry entry(Leaf leaf, byte @Nullable [] payload) {
        var fact = payload == null
                ? new Withheld(leaf.type(), leaf.at())
                : Payload.fact(setting.families, leaf.type(), payload);
        return new Entry(leaf.stamp(origin), fact);
    }

    /// Takes note of a row that is on the disk.
    void grow(LogTable.Row row, Stamp stamp, Fact fact) {
        sha256.appendLeaf(row.sha256());
        sm3.appendLeaf(row.sm3());
        hybrid = stamp.hybrid();
        sessions.after(row.seq(), fact);
    }

    /// Takes note of where the clock of this log stands.
    void reached(long hybrid) {
        this.hybrid = hybrid;
    }
}

package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
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
    private MerkleTree sha256 = new MerkleTree(TreeHash.SHA256);
    private MerkleTree sm3 = new MerkleTree(TreeHash.SM3);
    private long hybrid;

    Log(Setting setting, Database db, Origin origin) {
        this.setting = setting;
        this.origin = origin;
        this.own = origin.device().equals(setting.device);
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

    /// A leaf with its payload as they go to the disk.
    LogTable.Row row(Leaf leaf, byte[] bytes, @Nullable Bytes payload) {
        return new LogTable.Row(leaf.seq(), Bytes.of(bytes), TreeHash.SHA256.leaf(bytes),
                TreeHash.SM3.leaf(bytes),
                Optional.ofNullable(payload).map(plain -> seal(leaf.seq(), plain)));
    }

    Bytes seal(long seq, Bytes payload) {
        return Bytes.of(setting.box.seal(payload.array(), aad(seq)));
    }

    /// The payload of a row; empty if it is not held.
    Optional<Bytes> payload(LogTable.Row row) {
        return row.box().map(box -> Bytes.of(setting.box.open(box.array(), aad(row.seq()))));
    }

    private byte[] aad(long seq) {
        return ("payload|" + origin.name() + "|" + seq + "|1").getBytes(StandardCharsets.UTF_8);
    }

    /// The entry of a row.
    Entry entry(LogTable.Row row) {
        var leaf = Leaf.parse(row.leaf().array());
        return entry(leaf, payload(row).orElse(null));
    }

    Entry entry(Leaf leaf, @Nullable Bytes payload) {
        var fact = payload == null
                ? new Withheld(leaf.type(), leaf.at())
                : Payload.fact(setting.families, leaf.type(), payload);
        return new Entry(leaf.stamp(origin), fact);
    }

    /// Takes note of a row that is on the disk.
    void grow(LogTable.Row row, Entry entry) {
        sha256.appendLeaf(row.sha256());
        sm3.appendLeaf(row.sm3());
        hybrid = entry.stamp().hybrid();
        sessions.after(row.seq(), entry.fact());
    }
}

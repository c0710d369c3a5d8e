package venue.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.journal.SessionEvent.ForkSeen;
import venue.journal.proof.MerkleTree;
import venue.journal.proof.Note;
import venue.journal.proof.Proofs;
import venue.journal.proof.TreeHash;
import venue.journal.projection.Projections;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// Takes in a range of another device's log and believes nothing of it that cannot be checked.
final class Intake {

    /// How far another device's clock may be ahead.
    static final Duration DRIFT_MOST = Duration.ofSeconds(60);

    private final Setting setting;
    private final Log log;
    private final LogRange range;

    /// Two histories of one device came to light.
    static final class Fork extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient ForkSeen seen;

        Fork(ForkSeen seen) {
            super("fork of " + seen.origin(), null, false, false);
            this.seen = seen;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Checked(LogTable.Row row, Entry entry, byte @Nullable [] payload) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Late(Entry entry, byte[] payload) {}

    Intake(Setting setting, Log log, LogRange range) {
        this.setting = setting;
        this.log = log;
        this.range = range;
    }

    /// Checks and stores; returns the entries that are new.
    List<Entry> run(Database db, Projections projections) {
        if (setting.keyOf(log.origin.device()).isEmpty()) {
            throw JournalFailure.unknownDevice(log.origin);
        }
        if (range.from() > log.size()) {
            throw JournalFailure.gap(log.origin, log.size(), range.from());
        }
        var late = compareKnown();
        var fresh = checkNew();
        var sha256 = checkNote(TreeHash.SHA256, range.note(), range.proof(), fresh);
        var sm3 = checkNote(TreeHash.SM3, range.sm3Note(), range.sm3Proof(), fresh);
        if (sha256.checkpoint().size() != sm3.checkpoint().size()) {
            throw bad(range.to(), "checkpoints of two sizes");
        }
        db.transact(() -> {
            for (var each : fresh) {
                log.table.add(each.row());
                projections.entry(each.entry().stamp(), each.payload());
            }
            for (var each : late) {
                long seq = each.entry().stamp().seq();
                log.table.addPayload(seq, log.seal(seq, each.payload()));
                projections.content(each.entry().stamp(), each.payload());
            }
            if (sha256.checkpoint().size() == range.to()) {
                log.table.sign(new LogTable.Signed(0, range.to(), sha256.text()));
                log.table.sign(new LogTable.Signed(1, range.to(), sm3.text()));
            }
            return fresh.size();
        });
        fresh.forEach(each -> log.grow(each.row(), each.entry().stamp(), each.entry().fact()));
        var news = new ArrayList<Entry>();
        late.forEach(each -> news.add(each.entry()));
        fresh.forEach(each -> news.add(each.entry()));
        return news;
    }

    /// What is held already must be the same; content that was withheld before may come now.
    private List<Late> compareKnown() {
        var late = new ArrayList<Late>();
        long known = Math.min(range.to(), log.size());
        for (var row : log.table.rows(range.from(), known)) {
            var item = range.items().get(Math.toIntExact(row.seq() - range.from()));
            var shown = item.leaf();
            if (!shown.equals(Bytes.of(row.leaf()))) {
                requireSigned();
                throw new Fork(new ForkSeen(log.origin, row.seq(),
                        new Digest(Bytes.of(row.sha256()).hex()),
                        new Digest(TreeHash.SHA256.leaf(shown.array()).hex()), range.note(),
                        setting.now()));
            }
            var payload = item.payload().orElse(null);
            if (payload != null && row.box() == null) {
                var leaf = Leaf.parse(shown.array());
                requireBound(leaf, payload);
                late.add(new Late(entry(leaf, payload.array()), payload.array()));
            }
        }
        return late;
    }

    private void requireSigned() {
        if (!log.signedByDevice(TreeHash.SHA256, parse(range.note()))) {
            throw bad(range.from(), "signature");
        }
    }

    private List<Checked> checkNew() {
        var fresh = new ArrayList<Checked>();
        long hybrid = log.hybrid();
        long most = (setting.now().toEpochMilli() + DRIFT_MOST.toMillis()) << Ticker.COUNTER_BITS;
        for (long seq = log.size(); seq < range.to(); seq++) {
            var item = range.items().get(Math.toIntExact(seq - range.from()));
            var leaf = leaf(item.leaf(), seq);
            if (leaf.hybrid() <= hybrid) {
                throw bad(seq, "leaf order");
            }
            if (!setting.mayWrite(log.origin.device(), leaf.type())) {
                throw JournalFailure.wrongWriter(log.origin, seq, leaf.type());
            }
            if (leaf.hybrid() > most) {
                throw JournalFailure.clockAhead(log.origin,
                        ((leaf.hybrid() >> Ticker.COUNTER_BITS) - setting.now().toEpochMilli())
                                / 1000);
            }
            hybrid = leaf.hybrid();
            item.payload().ifPresent(payload -> requireBound(leaf, payload));
            var payload = item.payload().map(Bytes::array).orElse(null);
            fresh.add(new Checked(log.row(seq, item.leaf().array(), payload),
                    entry(leaf, payload), payload));
        }
        return fresh;
    }

    private Leaf leaf(Bytes bytes, long seq) {
        try {
            var leaf = Leaf.parse(bytes.array());
            if (leaf.seq() != seq || leaf.gen() != log.origin.generation()) {
                throw bad(seq, "sequence");
            }
            return leaf;
        } catch (IllegalArgumentException e) {
            throw bad(seq, "leaf");
        }
    }

    private Entry entry(Leaf leaf, byte @Nullable [] payload) {
        try {
            return log.entry(leaf, payload);
        } catch (IllegalArgumentException e) {
            throw bad(leaf.seq(), "content");
        }
    }

    private void requireBound(Leaf leaf, Bytes payload) {
        if (payload.length() > Payload.SIZE_MOST || !leaf.binds(payload)) {
            throw bad(leaf.seq(), "payload digest");
        }
    }

    private Note checkNote(TreeHash hash, String text, List<Bytes> proof, List<Checked> fresh) {
        var note = parse(text);
        var checkpoint = note.checkpoint();
        var tree = log.tree(hash).copy();
        fresh.forEach(each -> tree.appendLeaf(
                hash == TreeHash.SHA256 ? each.row().sha256() : each.row().sm3()));
        if (!checkpoint.origin().equals(log.name(hash)) || !holds(tree, checkpoint.size(), proof,
                checkpoint.root())) {
            throw bad(range.to(), hash.title() + " root");
        }
        var chain = log.sessions.copy();
        fresh.forEach(each -> chain.after(each.row().seq(), each.entry().fact()));
        boolean whole = checkpoint.size() == range.to() && range.to() >= log.size();
        if (!log.signedByDevice(hash, note) || (whole && !chain.signed(note))) {
            throw bad(range.to(), hash.title() + " signature");
        }
        return note;
    }

    private boolean holds(MerkleTree tree, long size, List<Bytes> proof, Bytes root) {
        int to = Math.toIntExact(range.to());
        if (size < to) {
            return false;
        }
        return to == 0 || Proofs.consistent(tree.hash(), to, size, proof, tree.root(to), root);
    }

    private Note parse(String text) {
        try {
            var note = Note.parse(text);
            note.checkpoint();
            return note;
        } catch (IllegalArgumentException e) {
            throw bad(range.to(), "checkpoint");
        }
    }

    private JournalFailure bad(long seq, String finding) {
        return JournalFailure.badRange(log.origin, seq, finding);
    }
}

package venue.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.Fact;
import venue.journal.SessionEvent.Sighting;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// The writing end of the own log: leaf and payload in one transaction, then the checkpoint.
final class Writing {

    private final Setting setting;
    private final Database db;
    private final Log own;
    private final Ticker ticker;
    private final Session session;
    private final String boot = Bytes.random(8).hex();
    private final long started = System.nanoTime();

    private record Draft(Author who, Fact fact) {}

    private record Written(LogTable.Row row, Entry entry) {}

    Writing(Setting setting, Database db, Log own, Ticker ticker) {
        this.setting = setting;
        this.db = db;
        this.own = own;
        this.ticker = ticker;
        this.session = new Session(own.origin, setting.deviceKey);
    }

    void begin(Optional<String> lastReceipt, List<Sighting> seen) {
        var opened = session.opened(own, lastReceipt, seen, setting.now());
        write(List.of(new Draft(station(), opened)));
        sign();
    }

    void end(List<Sighting> seen) {
        write(List.of(new Draft(station(), session.closed(seen, setting.now()))));
        sign();
        session.erase();
    }

    List<Entry> append(Author who, List<? extends Fact> facts, List<Sighting> seen) {
        if (facts.isEmpty()) {
            return List.of();
        }
        var now = setting.now();
        var drafts = new ArrayList<Draft>();
        boolean rotates = session.isDue(own.size(), now);
        if (rotates) {
            drafts.add(new Draft(station(), session.rotated(own, seen, now)));
        }
        facts.forEach(fact -> drafts.add(new Draft(who, fact)));
        var entries = write(drafts);
        if (rotates) {
            session.rotate(own.size(), now);
        }
        sign();
        return entries.subList(entries.size() - facts.size(), entries.size());
    }

    private Author station() {
        return Author.station(setting.device);
    }

    private List<Entry> write(List<Draft> drafts) {
        var written = new ArrayList<Written>();
        for (var draft : drafts) {
            written.add(written(draft, own.size() + written.size()));
        }
        db.transact(() -> {
            for (var each : written) {
                own.table.add(each.row());
                own.table.place(each.entry().stamp());
            }
            return written.size();
        });
        written.forEach(each -> own.grow(each.row(), each.entry()));
        return written.stream().map(Written::entry).toList();
    }

    private Written written(Draft draft, long seq) {
        var kind = setting.families.kind(draft.fact());
        if (!setting.mayWrite(setting.device, kind)) {
            throw JournalFailure.wrongWriter(own.origin, seq, kind);
        }
        var payload = Payload.of(draft.who().name(), draft.fact());
        if (payload.length() > Payload.SIZE_MOST) {
            throw JournalFailure.tooLarge(kind, payload.length(), Payload.SIZE_MOST);
        }
        var now = setting.now();
        var leaf = new Leaf(draft.who().person(), now, boot, own.origin.generation(),
                ticker.tick(now), Leaf.digest(payload.sha256()), Leaf.digest(payload.sm3()),
                (System.nanoTime() - started) / 1_000_000, draft.who().role(), seq,
                draft.who().tender(), kind, 1);
        return new Written(own.row(leaf, leaf.bytes(), payload),
                new Entry(leaf.stamp(own.origin), draft.fact()));
    }

    private void sign() {
        var notes = new ArrayList<LogTable.Signed>();
        for (var hash : TreeHash.values()) {
            var note = session.sign(new Note(own.checkpoint(hash).body(), List.of()));
            notes.add(new LogTable.Signed(hash.code(), own.size(), note.text()));
        }
        db.transact(() -> {
            for (var note : notes) {
                own.table.sign(note);
            }
            return notes.size();
        });
    }

    Head head() {
        return new Head(own.origin, own.size(), own.tree(TreeHash.SHA256).root(),
                own.tree(TreeHash.SM3).root(), note(TreeHash.SHA256), note(TreeHash.SM3));
    }

    private String note(TreeHash hash) {
        return own.newestNote(hash).map(Note::text).orElse("");
    }
}

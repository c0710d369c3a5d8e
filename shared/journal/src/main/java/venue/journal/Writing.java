package venue.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import venue.crypto.Bytes;
import venue.domain.base.Fact;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.SessionEvent.Sighting;
import venue.journal.projection.Projections;
import venue.journal.store.Database;
import venue.journal.store.LogTable;

/// The writing end of the own log: leaves, payloads and projections of all who wait, in one
/// transaction.
final class Writing {

    private final Setting setting;
    private final Database db;
    private final Log own;
    private final Ticker ticker;
    private final Projections projections;
    private final Session session;
    private final String boot = Bytes.random(8).hex();
    private final long started = System.nanoTime();

    /// A fact that is ready but for its place in the log. Made by whoever calls, beside the others.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(Author who, Fact fact, String kind, byte[] payload, Bytes sha256, Bytes sm3) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(LogTable.Row row, Entry entry, byte[] payload) {}

    Writing(Setting setting, Database db, Log own, Ticker ticker, Projections projections) {
        this.setting = setting;
        this.db = db;
        this.own = own;
        this.ticker = ticker;
        this.projections = projections;
        this.session = new Session(own.origin, setting);
    }

    Session session() {
        return session;
    }

    /// Begins a session; the first of a new generation begins with the reason for it.
    void begin(Optional<GenerationBegun> generation, Optional<String> lastReceipt,
            List<Sighting> seen) {
        generation.ifPresent(fact -> write(List.of(station(fact))));
        write(List.of(station(session.opened(own, lastReceipt, seen, setting.now()))));
    }

    void end(List<Sighting> seen) {
        write(List.of(station(session.closed(seen, setting.now()))));
    }

    Draft station(Fact fact) {
        return draft(Author.station(setting.device), fact);
    }

    /// Makes a fact ready; needs no lock.
    Draft draft(Author who, Fact fact) {
        var kind = setting.families.kind(fact);
        if (!setting.mayWrite(setting.device, kind)) {
            throw JournalFailure.wrongWriter(own.origin, own.size(), kind);
        }
        var payload = Payload.of(who.name(), fact);
        if (payload.length > Payload.SIZE_MOST) {
            throw JournalFailure.tooLarge(kind, payload.length, Payload.SIZE_MOST);
        }
        return new Draft(who, fact, kind, payload, Digesting.sha256(payload),
                Digesting.sm3(payload));
    }

    /// Writes the drafts; the session's key is changed first if its time is over.
    List<Entry> append(List<Draft> drafts, Supplier<List<Sighting>> seen) {
        var now = setting.now();
        boolean rotates = session.isDue(own.size(), now);
        if (!rotates) {
            return write(drafts);
        }
        var all = new ArrayList<Draft>(drafts.size() + 1);
        all.add(station(session.rotated(own, seen.get(), now)));
        all.addAll(drafts);
        var entries = write(all);
        session.rotate(own.size(), now);
        return entries.subList(1, entries.size());
    }

    private List<Entry> write(List<Draft> drafts) {
        var written = new ArrayList<Written>(drafts.size());
        for (var draft : drafts) {
            written.add(written(draft, own.size() + written.size()));
        }
        db.transact(() -> {
            for (var each : written) {
                own.table.add(each.row());
                projections.entry(each.entry().stamp(), each.payload());
            }
            return written.size();
        });
        var entries = new ArrayList<Entry>(written.size());
        for (var each : written) {
            own.grow(each.row(), each.entry().stamp(), each.entry().fact());
            entries.add(each.entry());
        }
        return List.copyOf(entries);
    }

    private Written written(Draft draft, long seq) {
        var now = setting.now();
        var leaf = leaf(draft, seq, now);
        return new Written(own.row(seq, leaf.bytes(), draft.payload()),
                new Entry(leaf.stamp(own.origin), draft.fact()), draft.payload());
    }

    private Leaf leaf(Draft draft, long seq, Instant now) {
        return new Leaf(draft.who().person(), now, boot, own.origin.generation(),
                ticker.tick(now), draft.sha256(), draft.sm3(),
                (System.nanoTime() - started) / 1_000_000, draft.who().role(), seq,
                draft.who().tender(), draft.kind(), 1);
    }
}

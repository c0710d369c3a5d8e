package venue.centre.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Sealing;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.sync.wire.Cursor;
import venue.sync.wire.Protocol;

/// The logs of all devices: leaves as their exact bytes, payloads sealed at rest, and both trees
/// over them. A range is stored only when it leads to a checkpoint that the device has signed.
public final class LogStore {

    /// What a leaf says of itself, enough to decide who may have its payload.
    public record Mark(Origin origin, TenderId tender, String kind, Instant at) {}

    /// A countersigned checkpoint: the device's note and the centre's line below it.
    public record Countersigned(long size, Bytes root, String note, String line) {}

    private final Database database;
    private final Sealing sealing;
    private final Map<Origin, Trees> trees = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    public LogStore(Database database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /// Does `work` while no other request changes a log: checking and keeping are one step.
    public <T> T alone(java.util.function.Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /// How many leaves of a log are here.
    public long size(Origin origin) {
        return alone(() -> trees(origin).size());
    }

    /// The root over the first `size` leaves.
    public Bytes root(Origin origin, TreeHash hash, long size) {
        return alone(() -> trees(origin).of(hash).root(Math.toIntExact(size)));
    }

    /// The exact bytes of one leaf, if it is here.
    public Optional<Bytes> leaf(Origin origin, long seq) {
        return database.read(c -> Database.one(c,
                "SELECT data FROM leaf WHERE device = ? AND generation = ? AND seq = ?",
                row -> Bytes.of(row.getBytes(1)), origin.device().value(), origin.generation(),
                seq));
    }

    /// The newest generation of a device's log; 0 if there is none.
    public int newestGeneration(DeviceId device) {
        return database.read(c -> Database.one(c,
                "SELECT ifnull(max(generation), 0) FROM leaf WHERE device = ?",
                row -> row.getInt(1), device.value())).orElse(0);
    }

    /// A leaf with its content.
    public record Row(Leaf leaf, Optional<Bytes> payload) {}

    /// What a log says about itself among its first `size` leaves, in order.
    public List<Row> remarks(Origin origin, long size) {
        return database.read(c -> Database.rows(c, """
                SELECT seq, data, payload FROM leaf WHERE device = ? AND generation = ?
                AND seq < ? AND kind >= 'session.' AND kind < 'session/' ORDER BY seq""",
                row -> {
                    var leaf = Leaf.parse(row.getBytes(2));
                    return new Row(leaf, Optional.ofNullable(row.getBytes(3)).map(
                            box -> Bytes.of(sealing.open(box, place(origin, leaf.seq())))));
                },
                origin.device().value(), origin.generation(), size));
    }

    /// Adds the leaves of `range` that are not here yet, if with them the log leads to both of its
    /// checkpoints. Answers whether it does; if not, nothing is kept.
    public boolean add(LogRange range, List<Mark> marks) {
        return alone(() -> {
            var held = trees(range.origin());
            long from = held.size();
            for (long seq = from; seq < range.to(); seq++) {
                held.append(item(range, seq).leaf().array());
            }
            boolean kept = false;
            try {
                var fits = held.leadsTo(TreeHash.SHA256, Note.parse(range.note()).checkpoint(),
                        range.proof())
                        && held.leadsTo(TreeHash.SM3, Note.parse(range.sm3Note()).checkpoint(),
                                range.sm3Proof());
                if (fits) {
                    insert(range, from, marks);
                    trees.put(range.origin(), held);
                    kept = true;
                }
                return fits;
            } finally {
                if (!kept) {
                    trees.remove(range.origin());
                }
            }
        });
    }

    private void insert(LogRange range, long from, List<Mark> marks) {
        database.write(c -> {
            for (long seq = from; seq < range.to(); seq++) {
                int i = Math.toIntExact(seq - range.from());
                Database.run(c, "INSERT INTO leaf VALUES(?,?,?,?,?,?,?,?)",
                        range.origin().device().value(), range.origin().generation(), seq,
                        item(range, seq).leaf().array(),
                        sealed(range.origin(), seq, item(range, seq).payload()),
                        marks.get(i).tender().value(), marks.get(i).kind(),
                        marks.get(i).at().toString());
            }
            return range.to();
        });
    }

    private byte @Nullable [] sealed(Origin origin, long seq, Optional<Bytes> payload) {
        return payload.isEmpty()
                ? null
                : sealing.seal(payload.get().array(), place(origin, seq));
    }

    /// A piece of a log up to the newest checkpoint that both trees share; empty if there is
    /// nothing from `from` on. Payloads that `mayHave` refuses stay here.
    public Optional<LogRange> read(Origin origin, long from, int most, Predicate<Mark> mayHave) {
        return alone(() -> {
            var sm3Name = origin.name() + TreeHash.SM3.suffix();
            long common = common(origin.name(), sm3Name);
            if (from >= common) {
                return Optional.empty();
            }
            var sha256 = at(origin.name(), common);
            var sm3 = at(sm3Name, common);
            var items = items(origin, from, Math.min(from + most, sha256.size()), mayHave);
            int to = Math.toIntExact(from + items.size());
            int size = Math.toIntExact(sha256.size());
            var held = trees(origin);
            return Optional.of(new LogRange(origin, from, items, whole(sha256),
                    whole(sm3), held.of(TreeHash.SHA256).consistency(to, size),
                    held.of(TreeHash.SM3).consistency(to, size)));
        });
    }

    private List<LogRange.Item> items(Origin origin, long from, long to,
            Predicate<Mark> mayHave) {
        var all = database.read(c -> Database.rows(c, """
                SELECT seq, data, payload, tender, kind, at FROM leaf
                WHERE device = ? AND generation = ? AND seq >= ? AND seq < ? ORDER BY seq""",
                row -> item(origin, row, mayHave), origin.device().value(), origin.generation(),
                from, to));
        var fitting = new ArrayList<LogRange.Item>();
        long bytes = 0;
        for (var item : all) {
            bytes += item.leaf().length() + item.payload().map(Bytes::length).orElse(0);
            if (bytes > Protocol.BATCH_BYTES_MAX && !fitting.isEmpty()) {
                break;
            }
            fitting.add(item);
        }
        return fitting;
    }

    private LogRange.Item item(Origin origin, ResultSet row, Predicate<Mark> mayHave)
            throws SQLException {
        var mark = new Mark(origin, new TenderId(row.getString(4)), row.getString(5),
                Instant.parse(row.getString(6)));
        var box = row.getBytes(3);
        var payload = box == null || !mayHave.test(mark)
                ? Optional.<Bytes>empty()
                : Optional.of(Bytes.of(sealing.open(box, place(origin, row.getLong(1)))));
        return new LogRange.Item(Bytes.of(row.getBytes(2)), payload);
    }

    /// The last checkpoint countersigned for an origin line.
    public Optional<Countersigned> newest(String origin) {
        return database.read(c -> Database.one(c,
                "SELECT size, root, note, line FROM checkpoint WHERE origin = ?"
                        + " ORDER BY size DESC LIMIT 1",
                LogStore::countersigned, origin));
    }

    /// The largest size at which both trees are countersigned.
    private long common(String origin, String sm3) {
        return database.read(c -> Database.one(c, """
                SELECT ifnull(max(a.size), 0) FROM checkpoint a JOIN checkpoint b
                ON b.size = a.size AND b.origin = ? WHERE a.origin = ?""", row -> row.getLong(1),
                sm3, origin)).orElse(0L);
    }

    private Countersigned at(String origin, long size) {
        return database.read(c -> Database.one(c,
                "SELECT size, root, note, line FROM checkpoint WHERE origin = ? AND size = ?",
                LogStore::countersigned, origin, size)).orElseThrow();
    }

    /// Keeps a countersigned checkpoint; call it inside [#alone] with the checks.
    public void keep(String origin, Countersigned checkpoint, String at) {
        database.write(c -> Database.run(c, "INSERT INTO checkpoint VALUES(?,?,?,?,?,?)", origin,
                checkpoint.size(), checkpoint.root().array(), checkpoint.note(),
                checkpoint.line(), at));
    }

    /// All logs and how far they are held and countersigned.
    public List<Cursor> cursors() {
        return database.read(c -> Database.rows(c,
                "SELECT device, generation, max(seq) + 1 FROM leaf GROUP BY 1, 2 ORDER BY 1, 2",
                row -> {
                    var origin = new Origin(new DeviceId(row.getString(1)), row.getInt(2));
                    return new Cursor(origin.device().value(), origin.generation(),
                            row.getLong(3),
                            newest(origin.name()).map(Countersigned::size).orElse(0L),
                            common(origin.name(), origin.name() + TreeHash.SM3.suffix()));
                }));
    }

    /// The trees of a log; those of a log that nobody has begun are not remembered.
    private Trees trees(Origin origin) {
        var known = trees.get(origin);
        if (known != null) {
            return known;
        }
        var built = new Trees();
        database.read(c -> Database.rows(c,
                "SELECT data FROM leaf WHERE device = ? AND generation = ? ORDER BY seq",
                row -> row.getBytes(1), origin.device().value(), origin.generation()))
                .forEach(built::append);
        if (built.size() > 0) {
            trees.put(origin, built);
        }
        return built;
    }

    private static LogRange.Item item(LogRange range, long seq) {
        return range.items().get(Math.toIntExact(seq - range.from()));
    }

    private static String whole(Countersigned checkpoint) {
        return checkpoint.note() + checkpoint.line() + "\n";
    }

    private static byte[] place(Origin origin, long seq) {
        return (origin.name() + "/" + seq).getBytes(StandardCharsets.UTF_8);
    }

    private static Countersigned countersigned(ResultSet row) throws SQLException {
        return new Countersigned(row.getLong(1), Bytes.of(row.getBytes(2)), row.getString(3),
                row.getString(4));
    }
}

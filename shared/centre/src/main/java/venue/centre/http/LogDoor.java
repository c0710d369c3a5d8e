package venue.centre.http;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import venue.centre.Device;
import venue.centre.store.LogStore;
import venue.centre.store.RequestBook;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.Audience;
import venue.journal.Audiences;
import venue.journal.Author;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.sync.wire.Batch;
import venue.sync.wire.Malformed;
import venue.sync.wire.Protocol;

/// Where logs come in and go out. A device brings only its own; it gets the leaves of its
/// neighbours, and of their payloads only those meant for it.
final class LogDoor {

    private final House house;
    private final Generations generations;
    private final Remarks remarks;

    LogDoor(House house) {
        this.house = house;
        this.generations = new Generations(house.logs());
        this.remarks = new Remarks(house);
    }

    Answer push(Visit visit) throws IOException {
        var origin = origin(visit);
        if (!origin.device().equals(visit.device().id())) {
            throw new Rejected(403, "NOT_YOUR_LOG", origin);
        }
        var range = Batch.read(visit.body(Protocol.BATCH_BYTES_MAX));
        if (!range.origin().equals(origin)) {
            throw new Malformed("the batch is of " + range.origin() + ", the address of " + origin);
        }
        requireSigned(visit.device(), range);
        var marks = marks(range);
        return house.logs().alone(() -> take(visit.device(), range, marks));
    }

    private Answer take(Device device, LogRange range, List<LogStore.Mark> marks) {
        long held = house.logs().size(range.origin());
        long signed = checkpointSize(range.note());
        if (signed < held) {
            alarm(device, "ROLLED_BACK", signed + " < " + held, range);
            return Answer.size(409, held);
        }
        if (range.from() > held) {
            return Answer.size(409, held);
        }
        for (long seq = range.from(); seq < Math.min(held, range.to()); seq++) {
            var mine = house.logs().leaf(range.origin(), seq);
            var theirs = range.items().get((int) (seq - range.from())).leaf();
            if (!mine.equals(java.util.Optional.of(theirs))) {
                throw forked(device, range, seq);
            }
        }
        if (range.to() > held) {
            requireOpen(device, range, held);
            if (!house.logs().add(range, marks)) {
                throw forked(device, range, held);
            }
            for (var found : remarks.in(range, held)) {
                alarm(found.device(), found.code(), found.detail(), found.proof());
            }
        }
        return Answer.size(200, Math.max(held, range.to()));
    }

    private void requireOpen(Device device, LogRange range, long held) {
        try {
            generations.require(device, range, held);
        } catch (Generations.Refused refused) {
            alarm(device, refused.alarm(), range.origin().name() + " " + range.to(), range);
            throw refused.answer();
        }
    }

    private Rejected forked(Device device, LogRange range, long seq) {
        alarm(device, "FORKED", range.origin().name() + " " + seq, range);
        return new Rejected(422, "FORKED", range.origin(), seq);
    }

    private void alarm(Device device, String code, String detail, LogRange range) {
        alarm(device.id().value(), code, detail, Bytes.of(Batch.write(range)));
    }

    private void alarm(String device, String code, String detail, Bytes proof) {
        house.book().alarm(new RequestBook.Alarm(
                house.clock().instant().truncatedTo(ChronoUnit.MILLIS), device, code, detail),
                proof);
    }

    private static long checkpointSize(String note) {
        return Note.parse(note).checkpoint().size();
    }

    /// Both checkpoints are of this log, of one size not below the range, and signed by the device.
    private static void requireSigned(Device device, LogRange range) {
        for (var hash : TreeHash.values()) {
            var name = range.origin().name() + hash.suffix();
            var text = hash == TreeHash.SHA256 ? range.note() : range.sm3Note();
            var note = WitnessDoor.note(text);
            var checkpoint = WitnessDoor.checkpoint(note);
            if (!checkpoint.origin().equals(name) || checkpoint.size() < range.to()
                    || checkpoint.size() > Integer.MAX_VALUE) {
                throw new Malformed("the checkpoint does not cover the batch: " + name);
            }
            if (!note.isSignedBy(
                    new VerifierKey(name, VerifierKey.Kind.ED25519, device.key()))) {
                throw new Rejected(403, "NOT_SIGNED", name);
            }
        }
        if (checkpointSize(range.note()) != checkpointSize(range.sm3Note())) {
            throw new Malformed("the two checkpoints have different sizes");
        }
    }

    /// Reads what each leaf says and refuses what must not come here.
    private static List<LogStore.Mark> marks(LogRange range) {
        var marks = new ArrayList<LogStore.Mark>();
        long seq = range.from();
        for (var item : range.items()) {
            var leaf = leaf(item.leaf(), seq);
            if (leaf.seq() != seq || leaf.gen() != range.origin().generation()) {
                throw new Malformed("leaf " + seq + " says that it is another");
            }
            if (item.payload().isPresent()) {
                if (Audiences.of(leaf.type()) == Audience.OWN_DESK) {
                    throw new Rejected(400, "OWN_DESK", seq);
                }
                if (!leaf.binds(item.payload().get())) {
                    throw new Malformed("payload " + seq + " is not what the leaf binds");
                }
            }
            marks.add(new LogStore.Mark(range.origin(), leaf.tender(), leaf.type(), leaf.at()));
            seq++;
        }
        return marks;
    }

    private static Leaf leaf(Bytes bytes, long seq) {
        try {
            return Leaf.parse(bytes.array());
        } catch (IllegalArgumentException e) {
            throw new Malformed("leaf " + seq + ": " + e.getMessage(), e);
        }
    }

    Answer pull(Visit visit) {
        var origin = origin(visit);
        var reader = visit.device();
        var writer = house.registry().byId(origin.device())
                .filter(device -> device.id().equals(reader.id()) || device.shares(reader))
                .orElseThrow(() -> new Rejected(403, "NOT_FOR_YOU", origin));
        long from = Visit.number("from", visit.query("from"));
        return house.logs()
                .read(origin, from, Protocol.BATCH_LEAVES_MAX, mayHave(reader, writer))
                .map(range -> Answer.batch(Batch.write(range)))
                .orElseThrow(() -> new Rejected(404, "NOTHING_NEW", origin, from));
    }

    private static Predicate<LogStore.Mark> mayHave(Device reader, Device writer) {
        return mark -> {
            boolean tender = mark.tender().equals(Author.NO_TENDER)
                    || reader.tenders().contains(mark.tender());
            return tender && switch (Audiences.of(mark.kind())) {
                case EVERYBODY -> true;
                case ROOM -> reader.sitsWith(writer);
                case OWN_DESK -> false;
            };
        };
    }

    private static Origin origin(Visit visit) {
        try {
            return new Origin(new DeviceId(visit.path().get(2)),
                    Integer.parseInt(visit.path().get(3)));
        } catch (IllegalArgumentException e) {
            throw new Rejected(404, "NO_SUCH_THING");
        }
    }
}

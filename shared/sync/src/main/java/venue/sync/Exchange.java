package venue.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.domain.base.DeviceId;
import venue.journal.Audience;
import venue.journal.Audiences;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.Receipt;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.sync.CentreLine.Conflict;
import venue.sync.wire.Addition;
import venue.sync.wire.Cursor;
import venue.sync.wire.Hello;
import venue.sync.wire.Peer;
import venue.sync.wire.Protocol;
import venue.sync.wire.Welcome;

/// One round with the centre, from hello to the last leaf. Holds nothing that the journal or the
/// centre does not know: a round that breaks off anywhere is simply done again.
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int TRIES = 4;

    private final Journal journal;
    private final CentreLine line;
    private final Link link;
    private final Consumer<ClockReading> clock;
    private long held;
    private int pushed;
    private int pulled;
    private String message = "OK";
    private String detail;

    Exchange(Journal journal, CentreLine line, Link link, Consumer<ClockReading> clock) {
        this.journal = journal;
        this.line = line;
        this.link = link;
        this.clock = clock;
        this.detail = line.address();
    }

    /// What it came to; troubles that stop the round are thrown, those of one peer are in the
    /// message.
    record Outcome(int pushed, int pulled, String message, String detail) {}

    Outcome run() {
        var welcome = greet();
        var own = welcome.cursors().stream().filter(this::isOwn).findFirst().orElse(
                new Cursor(journal.origin().device().value(), journal.origin().generation(), 0, 0,
                        0));
        held = own.size();
        requireNotSetBack(held);
        for (var hash : TreeHash.values()) {
            countersign(hash, own.witnessed());
        }
        learn(welcome.peers());
        for (var cursor : welcome.cursors()) {
            if (!cursor.device().equals(journal.origin().device().value())) {
                pull(cursor, welcome);
            }
        }
        return new Outcome(pushed, pulled, message, detail);
    }

    private Welcome greet() {
        var own = journal.origin();
        var nonce = Bytes.random(16).hex();
        long asked = System.nanoTime();
        var welcome = line.hello(new Hello(Protocol.VERSION, Protocol.SOFTWARE,
                own.device().value(), own.generation(), journal.size(), nonce));
        long answered = System.nanoTime();
        if (!Protocol.speaks(welcome.protocol())) {
            throw new SyncFailure(SyncFailure.VERSION, null, line.address(), welcome.protocol());
        }
        var witness = witness(welcome);
        journal.learnWitness(witness);
        clock.accept(reading(welcome, nonce, witness, asked, answered));
        return welcome;
    }

    private VerifierKey witness(Welcome welcome) {
        try {
            var shown = VerifierKey.parse(welcome.witness());
            var known = link.witness().or(() -> journal.witnessKey(shown.name()));
            if (known.isEmpty() || known.get().equals(shown)) {
                return shown;
            }
            throw bad("another witness key than the one enrolled");
        } catch (IllegalArgumentException e) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, e, line.address(), "witness key");
        }
    }

    private ClockReading reading(Welcome welcome, String nonce, VerifierKey witness, long asked,
            long answered) {
        var sample = welcome.clock();
        if (!sample.nonce().equals(nonce) || !Ed25519.verify(witness.key().array(),
                sample.message(), sample.signatureBytes())) {
            throw bad("clock signature");
        }
        try {
            return new ClockReading(Instant.parse(sample.at()), asked, answered, sample);
        } catch (DateTimeException e) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, e, line.address(), "clock");
        }
    }

    private boolean isOwn(Cursor cursor) {
        return cursor.device().equals(journal.origin().device().value())
                && cursor.generation() == journal.origin().generation();
    }

    /// Somebody has more of our log than we have: this disk shows an older state. Nothing is sent.
    private void requireNotSetBack(long held) {
        if (held > journal.size()) {
            throw new SyncFailure(SyncFailure.ROLLED_BACK, null, held, journal.size());
        }
    }

    /// Sends what the centre lacks and has one tree's checkpoint countersigned.
    private void countersign(TreeHash hash, long witnessed) {
        long old = witnessed;
        for (int tries = 0; tries < TRIES; tries++) {
            var head = journal.range(journal.origin(), old, 0, Audience.ROOM);
            var note = hash == TreeHash.SHA256 ? head.note() : head.sm3Note();
            var proof = hash == TreeHash.SHA256 ? head.proof() : head.sm3Proof();
            long size = Note.parse(note).checkpoint().size();
            push(size);
            if (isReceived(hash, size)) {
                return;
            }
            try {
                var answer = line.countersign(new Addition(old, proof, note));
                answer.lines().forEach(each -> journal.receipt(journal.origin(),
                        new Receipt(hash, size, each)));
                return;
            } catch (Conflict conflict) {
                requireNotSetBack(conflict.size());
                if (conflict.size() == size) {
                    throw new SyncFailure(SyncFailure.FORKED, conflict, line.address(), size);
                }
                old = conflict.size();
            }
        }
        throw new SyncFailure(SyncFailure.RETRY, null, line.address());
    }

    private boolean isReceived(TreeHash hash, long size) {
        return journal.receipts().stream()
                .anyMatch(receipt -> receipt.hash() == hash && receipt.size() == size);
    }

    /// Sends own leaves until the centre has at least `size`.
    private void push(long size) {
        int most = Protocol.BATCH_LEAVES_MAX;
        while (held < size) {
            var range = journal.range(journal.origin(), held, most, Audience.ROOM);
            if (bytes(range) > Protocol.BATCH_BYTES_MAX / 2 && most > 1) {
                most /= 2;
                continue;
            }
            try {
                long now = line.push(range);
                if (now <= held) {
                    throw bad("the log did not grow");
                }
                pushed += (int) (now - held);
                held = now;
            } catch (Conflict conflict) {
                requireNotSetBack(conflict.size());
                if (conflict.size() == held) {
                    throw new SyncFailure(SyncFailure.RETRY, conflict, line.address());
                }
                held = conflict.size();
            }
        }
    }

    private static long bytes(LogRange range) {
        return range.items().stream().mapToLong(
                item -> item.leaf().length() + item.payload().map(Bytes::length).orElse(0)).sum();
    }

    /// Keys of devices that this desk does not know yet. One that it knows is never replaced by
    /// what the centre says: that would let the centre speak for a device.
    private void learn(List<Peer> peers) {
        for (var peer : peers) {
            try {
                var device = new DeviceId(peer.device());
                var key = Bytes.fromBase64(peer.key());
                var known = journal.deviceKey(device);
                if (known.isEmpty()) {
                    journal.learnDevice(device, key);
                } else if (!known.get().equals(key)) {
                    LOG.error("the centre names another key than the enrolled one: {}", device);
                    message = "PEER_KEY";
                    detail = device.value();
                }
            } catch (IllegalArgumentException e) {
                throw new SyncFailure(SyncFailure.BAD_ANSWER, e, line.address(), "peer");
            }
        }
    }

    /// Fetches what is new of one log. Trouble with one peer does not keep the others from coming.
    private void pull(Cursor cursor, Welcome welcome) {
        var origin = origin(cursor);
        try {
            long have = journal.cursors().getOrDefault(origin, 0L);
            while (have < cursor.readable()) {
                var range = line.pull(origin, have);
                if (!range.origin().equals(origin) || range.from() != have
                        || range.items().isEmpty()) {
                    throw bad("another range than asked for: " + range.origin());
                }
                var accepted = journal.accept(withoutSecrets(range, cursor, welcome));
                pulled += accepted.added().size();
                have = accepted.size();
            }
        } catch (JournalFailure e) {
            if (!isOfPeer(e)) {
                throw e;
            }
            LOG.warn("a log was not accepted: {} {}", e.code(), origin);
            message = e.code().equals("FORK") ? "PEER_FORKED" : "PEER_REFUSED";
            detail = origin.toString();
        }
    }

    private static boolean isOfPeer(JournalFailure e) {
        return switch (e.code()) {
            case "FORK", "BAD_RANGE", "CLOCK_AHEAD", "UNKNOWN_DEVICE", "GAP" -> true;
            default -> false;
        };
    }

    /// The centre should not have sent a payload that is not for this desk. If it does, it goes no
    /// further than here, and a person hears of it.
    private LogRange withoutSecrets(LogRange range, Cursor cursor, Welcome welcome) {
        boolean sameRoom = welcome.peers().stream()
                .anyMatch(peer -> peer.device().equals(cursor.device())
                        && peer.room().equals(welcome.room())
                        && peer.kind().equals(welcome.kind()));
        var cleared = sameRoom ? Audience.ROOM : Audience.EVERYBODY;
        var items = new ArrayList<LogRange.Item>();
        for (var item : range.items()) {
            boolean mayStay = item.payload().isEmpty() || Audiences.of(kind(item)).allows(cleared);
            if (!mayStay) {
                LOG.error("a payload came that is not for this desk: {}", range.origin());
                message = "LEAKED";
                detail = range.origin().toString();
            }
            items.add(mayStay ? item : new LogRange.Item(item.leaf(), Optional.empty()));
        }
        return new LogRange(range.origin(), range.from(), items, range.note(), range.sm3Note(),
                range.proof(), range.sm3Proof());
    }

    private String kind(LogRange.Item item) {
        try {
            return Leaf.parse(item.leaf().array()).type();
        } catch (IllegalArgumentException e) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, e, line.address(), "leaf");
        }
    }

    private Origin origin(Cursor cursor) {
        try {
            return new Origin(new DeviceId(cursor.device()), cursor.generation());
        } catch (IllegalArgumentException e) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, e, line.address(), "cursor");
        }
    }

    private SyncFailure bad(String what) {
        return new SyncFailure(SyncFailure.BAD_ANSWER, null, line.address(), what);
    }
}

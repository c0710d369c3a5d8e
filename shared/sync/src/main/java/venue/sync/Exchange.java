package venue.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import venue.journal.proof.VerifierKey;
import venue.sync.wire.Cursor;
import venue.sync.wire.Hello;
import venue.sync.wire.Peer;
import venue.sync.wire.Protocol;
import venue.sync.wire.Welcome;

/// One round with the centre, from hello to the last leaf. Holds nothing that the journal or the
/// centre does not know: a round that breaks off anywhere is simply done again.
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Journal journal;
    private final CentreLine line;
    private final Link link;
    private final Set<Origin> forked;
    private final Consumer<ClockReading> clock;
    private int pulled;
    private String message = "OK";
    private String detail;

    /// @param forked logs of which another history was seen: they are left alone from then on
    Exchange(Journal journal, CentreLine line, Link link, Set<Origin> forked,
            Consumer<ClockReading> clock) {
        this.journal = journal;
        this.line = line;
        this.link = link;
        this.forked = forked;
        this.clock = clock;
        this.detail = line.address();
    }

    /// What it came to; troubles that stop the round are thrown, those of one peer are in the
    /// message.
    record Outcome(int pushed, int pulled, String message, String detail) {}

    Outcome run() {
        var welcome = greet();
        requireNewest(welcome);
        var sending = new Sending(journal, line, welcome.cursors());
        sending.run().ifPresent(forked::add);
        learn(welcome.peers());
        for (var cursor : welcome.cursors()) {
            if (!origin(cursor).equals(journal.origin())) {
                pull(cursor, welcome);
            }
        }
        return new Outcome(sending.pushed(), pulled, message, detail);
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

    /// The log that this disk writes was ended by a newer generation: this is a disk of the past.
    private void requireNewest(Welcome welcome) {
        var own = journal.origin();
        var newest = welcome.cursors().stream()
                .filter(cursor -> cursor.device().equals(own.device().value()))
                .mapToInt(Cursor::generation).max().orElse(own.generation());
        if (newest > own.generation()) {
            throw new SyncFailure(SyncFailure.SUPERSEDED, null, own, newest);
        }
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

    /// Fetches what is new of one log; of this desk itself only what an older generation had and
    /// a restored disk lacks. Trouble with one peer does not keep the others from coming.
    private void pull(Cursor cursor, Welcome welcome) {
        var origin = origin(cursor);
        if (forked.contains(origin)) {
            message = "PEER_FORKED";
            detail = origin.toString();
            return;
        }
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
            var code = looked(origin, cursor, welcome, e);
            LOG.warn("a log was not accepted: {} {}", code, origin);
            message = "PEER_REFUSED";
            if (code.equals("FORK")) {
                message = "PEER_FORKED";
                forked.add(origin);
            }
            detail = origin.toString();
        }
    }

    /// What is wrong with a log. Leaves that do not continue what is held may be of another
    /// history; that shows, and is written down with its proof, when the last leaf that is held is
    /// shown beside them.
    private String looked(Origin origin, Cursor cursor, Welcome welcome, JournalFailure first) {
        if (!isOfPeer(first)) {
            throw first;
        }
        long have = journal.cursors().getOrDefault(origin, 0L);
        if (have > 0 && first.code().equals("BAD_RANGE")) {
            try {
                journal.accept(withoutSecrets(line.pull(origin, have - 1), cursor, welcome));
            } catch (JournalFailure second) {
                if (!isOfPeer(second)) {
                    throw second;
                }
                return second.code();
            }
        }
        return first.code();
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
        boolean sameRoom = isOfThisDesk(cursor) || welcome.peers().stream()
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

    private boolean isOfThisDesk(Cursor cursor) {
        return cursor.device().equals(journal.origin().device().value());
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

package venue.centre.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.centre.store.LogStore;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Detached;
import venue.domain.base.Role;
import venue.journal.Leaf;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.journal.SessionEvent;
import venue.journal.SessionEvent.ForkSeen;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.SessionEvent.KeyCertified;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.Wire;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.proof.VerifierKey;
import venue.sync.wire.Malformed;
import venue.sync.wire.Remark;

/// Reads what the logs say about themselves and finds what a person has to hear: a fork that a
/// desk saw of another, a new generation, a session in which people wrote though nobody certified
/// its key.
final class Remarks {

    /// What is to be raised.
    ///
    /// @param device whom it concerns
    record Found(String device, String code, String detail, Bytes proof) {}

    private static final class Session {

        private final String name;
        private final Map<String, Bytes> keys = new HashMap<>();
        private boolean certified;
        private boolean used;
        private boolean told;

        Session(String name) {
            this.name = name;
        }

        void take(Origin origin, SessionEvent remark) {
            if (remark instanceof KeyRotated rotated) {
                keys.put(rotated.session(), rotated.key());
            } else if (remark instanceof KeyCertified fact) {
                certified |= holds(origin, fact);
            }
        }

        /// Whether the signature fits the key; whether the person is to be believed, the verifier
        /// asks.
        private boolean holds(Origin origin, KeyCertified fact) {
            var key = keys.get(fact.session());
            if (key == null) {
                return false;
            }
            var statement = SessionEvent.operatorStatement(origin, fact.session(), key,
                    fact.person(),
                    fact.at());
            try {
                return Detached.verify(fact.cms(), statement.getBytes(StandardCharsets.UTF_8))
                        .valid();
            } catch (CryptoFailure _) {
                return false;
            }
        }
    }

    private final House house;
    private final Map<Origin, Session> sessions = new HashMap<>();

    Remarks(House house) {
        this.house = house;
    }

    /// What a piece of a log that was just stored has to tell. Call it in the order of the log,
    /// while no other request changes it.
    ///
    /// @param held how much of the log was here before
    List<Found> in(LogRange range, long held) {
        var found = new ArrayList<Found>();
        var session = sessions.containsKey(range.origin())
                ? sessions.get(range.origin())
                : remembered(range.origin(), held);
        for (long seq = held; seq < range.to(); seq++) {
            var item = range.items().get(Math.toIntExact(seq - range.from()));
            var leaf = Leaf.parse(item.leaf().array());
            var remark = remark(leaf.type(), item.payload());
            remark.flatMap(event -> told(range.origin(), event)).ifPresent(found::add);
            session = after(session, range.origin(), leaf, remark);
        }
        if (session != null) {
            sessions.put(range.origin(), session);
            uncertified(range.origin(), session).ifPresent(found::add);
        }
        return found;
    }

    /// The session in force where the log stood, read from the store after a restart.
    private @Nullable Session remembered(Origin origin, long held) {
        Session session = null;
        for (var row : house.logs().remarks(origin, held)) {
            session = after(session, origin, row.leaf(),
                    remark(row.leaf().type(), row.payload()));
        }
        return session;
    }

    private static Optional<SessionEvent> remark(String kind, Optional<Bytes> payload) {
        try {
            return Remark.is(kind)
                    ? payload.map(content -> Remark.read(kind, content.array()))
                    : Optional.empty();
        } catch (Malformed _) {
            // a remark of a later version says nothing that this centre could judge
            return Optional.empty();
        }
    }

    private static @Nullable Session after(@Nullable Session session, Origin origin, Leaf leaf,
            Optional<SessionEvent> remark) {
        if (remark.isPresent() && remark.get() instanceof SessionOpened opened) {
            var begun = new Session(opened.session());
            begun.keys.put(opened.session(), opened.key());
            return begun;
        }
        if (session != null && remark.isEmpty() && !Remark.is(leaf.type())) {
            session.used |= leaf.role() != Role.SYSTEM;
        } else if (session != null && remark.isPresent()) {
            session.take(origin, remark.get());
        }
        return session;
    }

    private static Optional<Found> uncertified(Origin origin, Session session) {
        if (!session.used || session.certified || session.told) {
            return Optional.empty();
        }
        session.told = true;
        return Optional.of(new Found(origin.device().value(), "UNCERTIFIED",
                origin.name() + " " + session.name, Bytes.of(new byte[0])));
    }

    private Optional<Found> told(Origin by, SessionEvent event) {
        return switch (event) {
            case ForkSeen fork -> Optional.of(fork(by, fork));
            case GenerationBegun begun -> Optional.of(generation(by, begun));
            default -> Optional.empty();
        };
    }

    private Found generation(Origin by, GenerationBegun begun) {
        var generations = new Generations(house.logs());
        return new Found(by.device().value(),
                generations.agrees(begun) ? "GENERATION_BEGUN" : "GENERATION_FORKED",
                generations.told(by, begun), Bytes.of(Wire.write(begun)));
    }

    /// The note that a desk was shown proves the fork to anybody if the accused signed it and it
    /// is not of the log that is held here; otherwise it is the desk's word.
    private Found fork(Origin by, ForkSeen fork) {
        boolean proven = isAnother(fork);
        return new Found(proven ? fork.origin().device().value() : by.device().value(),
                proven ? "FORK_SEEN" : "FORK_CLAIMED",
                fork.origin().name() + " " + fork.seq() + " (" + by + ")",
                Bytes.of(fork.note().getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isAnother(ForkSeen fork) {
        var device = house.registry().byId(fork.origin().device());
        try {
            var note = Note.parse(fork.note());
            var checkpoint = note.checkpoint();
            var name = fork.origin().name();
            return device.isPresent() && checkpoint.origin().equals(name)
                    && note.isSignedBy(new VerifierKey(name, VerifierKey.Kind.ED25519,
                            device.get().key()))
                    && checkpoint.size() <= house.logs().size(fork.origin())
                    && !house.logs().root(fork.origin(), TreeHash.SHA256, checkpoint.size())
                            .equals(checkpoint.root());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

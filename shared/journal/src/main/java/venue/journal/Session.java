package venue.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.Ed25519;
import venue.crypto.Token;
import venue.domain.base.PersonId;
import venue.journal.SessionEvent.KeyCertified;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionClosed;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.SessionEvent.Sighting;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;

/// The key that signs for a while beside the device's keys. Lives in memory only, and is filled
/// with zeros when its time is over.
final class Session {

    private static final int LEAVES_MOST = 256;
    private static final Duration AGE_MOST = Duration.ofMinutes(15);

    private final Origin origin;
    private final Setting setting;
    private Ed25519.Erasable key = Ed25519.Erasable.generate();
    private Ed25519.@Nullable Erasable next;
    private String id = newId();
    private String nextId = "";
    private long since;
    private Instant begun = Instant.MIN;

    Session(Origin origin, Setting setting) {
        this.origin = origin;
        this.setting = setting;
    }

    private static String newId() {
        return Bytes.random(8).hex();
    }

    Ed25519.Erasable key() {
        return key;
    }

    SessionOpened opened(Log log, Optional<String> lastReceipt, List<Sighting> seen, Instant now) {
        since = log.size();
        begun = now;
        var root = log.tree(TreeHash.SHA256).root();
        var statement = SessionEvent.statement(origin, id, key.pub(), log.size(), root);
        var certificate = setting.deviceKey.sign(statement.getBytes(StandardCharsets.UTF_8));
        return new SessionOpened(id, key.pub(), certificate, log.size(), root,
                !log.sessions.closed(), lastReceipt, seen, now);
    }

    boolean isDue(long size, Instant now) {
        return size - since >= LEAVES_MOST || now.isAfter(begun.plus(AGE_MOST));
    }

    /// The event that hands over to a new key; the key changes with [#rotate].
    KeyRotated rotated(Log log, List<Sighting> seen, Instant now) {
        var fresh = Ed25519.Erasable.generate();
        if (next != null) {
            next.close();
        }
        next = fresh;
        nextId = newId();
        var root = log.tree(TreeHash.SHA256).root();
        var statement = SessionEvent.statement(origin, nextId, fresh.pub(), log.size(), root);
        var certificate = key.sign(statement.getBytes(StandardCharsets.UTF_8));
        return new KeyRotated(nextId, fresh.pub(), certificate, log.size(), root, seen, now);
    }

    /// The rotation is on the disk: the old private key is erased.
    void rotate(long size, Instant now) {
        var fresh = next;
        if (fresh != null) {
            key.close();
            key = fresh;
            id = nextId;
            next = null;
            since = size;
            begun = now;
        }
    }

    KeyCertified certified(PersonId person, Token operator, Instant now) {
        var statement = SessionEvent.operatorStatement(origin, id, key.pub(), person, now);
        return new KeyCertified(id, person,
                Detached.sign(operator, statement.getBytes(StandardCharsets.UTF_8), now), now);
    }

    SessionClosed closed(List<Sighting> seen, Instant now) {
        return new SessionClosed(id, seen, now);
    }

    /// The note with the lines of the device (Ed25519 and SM2) and of this session.
    Note sign(Note note) {
        var name = note.checkpoint().origin();
        return note.signed(name, setting.deviceKey).signed(name, setting.sm2Key)
                .signed(SessionChain.lineName(name, id), key);
    }

    /// Erases the key: from now on nobody can sign as this session.
    void erase() {
        key.close();
        if (next != null) {
            next.close();
        }
    }
}

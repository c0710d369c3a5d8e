package venue.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionClosed;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.SessionEvent.Sighting;
import venue.journal.proof.Note;

/// The key that signs for a while beside the device key. Lives in memory only.
final class Session {

    private static final int LEAVES_MOST = 256;
    private static final Duration AGE_MOST = Duration.ofMinutes(15);

    private final Origin origin;
    private final Ed25519.Key deviceKey;
    private Ed25519.Key key = Ed25519.generate();
    private Ed25519.@Nullable Key next;
    private String id = newId();
    private String nextId = "";
    private long since;
    private Instant begun = Instant.MIN;

    Session(Origin origin, Ed25519.Key deviceKey) {
        this.origin = origin;
        this.deviceKey = deviceKey;
    }

    private static String newId() {
        return Bytes.random(8).hex();
    }

    SessionOpened opened(Log log, Optional<String> lastReceipt, List<Sighting> seen, Instant now) {
        since = log.size();
        begun = now;
        var root = log.tree(venue.journal.proof.TreeHash.SHA256).root();
        var statement = SessionEvent.statement(origin, id, key.pub(), log.size(), root);
        var certificate = deviceKey.sign(statement.getBytes(StandardCharsets.UTF_8));
        return new SessionOpened(id, key.pub(), certificate, log.size(), root,
                !log.sessions.closed(), lastReceipt, seen, now);
    }

    boolean isDue(long size, Instant now) {
        return size - since >= LEAVES_MOST || now.isAfter(begun.plus(AGE_MOST));
    }

    /// The event that hands over to a new key; the key changes with [#rotate].
    KeyRotated rotated(Log log, List<Sighting> seen, Instant now) {
        var fresh = Ed25519.generate();
        next = fresh;
        nextId = newId();
        var root = log.tree(venue.journal.proof.TreeHash.SHA256).root();
        var statement = SessionEvent.statement(origin, nextId, fresh.pub(), log.size(), root);
        var certificate = key.sign(statement.getBytes(StandardCharsets.UTF_8));
        return new KeyRotated(nextId, fresh.pub(), certificate, log.size(), root, seen, now);
    }

    /// The rotation is on the disk: the old private key is erased.
    void rotate(long size, Instant now) {
        var fresh = next;
        if (fresh != null) {
            key = fresh;
            id = nextId;
            next = null;
            since = size;
            begun = now;
        }
    }

    SessionClosed closed(List<Sighting> seen, Instant now) {
        return new SessionClosed(id, seen, now);
    }

    /// The note with the lines of the device and of this session.
    Note sign(Note note) {
        var name = note.checkpoint().origin();
        return note.signed(name, deviceKey).signed(SessionChain.lineName(name, id), key);
    }

    /// Forgets the key: from now on nobody can sign as this session.
    void erase() {
        key = Ed25519.generate();
    }
}

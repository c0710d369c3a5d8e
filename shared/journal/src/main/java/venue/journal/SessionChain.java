package venue.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.domain.base.Fact;
import venue.journal.SessionEvent.KeyRotated;
import venue.journal.SessionEvent.SessionClosed;
import venue.journal.SessionEvent.SessionOpened;
import venue.journal.proof.Note;
import venue.journal.proof.VerifierKey;

/// Which session key had to sign at which size: follows `session.session-opened` and
/// `session.key-rotated`. A thief of the device key alone cannot sign the past anew.
final class SessionChain {

    private record Link(long seq, String session, Bytes key, boolean certified) {}

    private final Origin origin;
    private final @Nullable Bytes deviceKey;
    private final List<Link> links = new ArrayList<>();
    private boolean closed = true;

    SessionChain(Origin origin, @Nullable Bytes deviceKey) {
        this.origin = origin;
        this.deviceKey = deviceKey;
    }

    SessionChain copy() {
        var copy = new SessionChain(origin, deviceKey);
        copy.links.addAll(links);
        copy.closed = closed;
        return copy;
    }

    void after(long seq, Fact fact) {
        switch (fact) {
            case SessionOpened opened -> {
                closed = false;
                add(seq, opened.session(), opened.key(), opened.certificate(), deviceKey,
                        SessionEvent.statement(origin, opened.session(), opened.key(),
                                opened.previousSize(), opened.previousRoot()));
            }
            case KeyRotated rotated -> add(seq, rotated.session(), rotated.key(),
                    rotated.certificate(), links.isEmpty() ? null : links.getLast().key(),
                    SessionEvent.statement(origin, rotated.session(), rotated.key(),
                            rotated.previousSize(), rotated.previousRoot()));
            case SessionClosed _ -> closed = true;
            default -> {
                // other facts say nothing about keys
            }
        }
    }

    private void add(long seq, String session, Bytes key, Bytes certificate,
            @Nullable Bytes certifier, String statement) {
        boolean certified = certifier != null && Ed25519.verify(certifier.array(),
                statement.getBytes(StandardCharsets.UTF_8), certificate.array());
        links.add(new Link(seq, session, key, certified));
    }

    /// Whether the last session ended in good order.
    boolean closed() {
        return closed;
    }

    /// Whether the session key in force at the note's size signed it; true before the first session.
    boolean signed(Note note) {
        var checkpoint = note.checkpoint();
        Link link = null;
        for (var each : links) {
            if (each.seq() < checkpoint.size()) {
                link = each;
            }
        }
        return link == null || (link.certified() && note.isSignedBy(
                new VerifierKey(lineName(checkpoint.origin(), link.session()),
                        VerifierKey.Kind.ED25519, link.key())));
    }

    /// The name of a session's signature line.
    static String lineName(String origin, String session) {
        return origin + "/s/" + session;
    }
}

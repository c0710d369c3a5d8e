package venue.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.base.Fact;

/// What the journal writes about itself: keys that sign only for a while, and what was seen of
/// others.
public sealed interface SessionEvent extends Fact {

    /// What is held of another device's log: so a history cut there is found from here.
    record Sighting(Origin origin, long size, Bytes root) {}

    /// Work began. The fresh key signs checkpoints beside the device key until it is rotated; its
    /// private half never touches the disk.
    ///
    /// @param key Ed25519, 32 bytes
    /// @param certificate the device key's signature over [#statement]
    /// @param unclean the session before was not closed (power cut, crash)
    /// @param lastReceipt the newest countersignature known: a lower bound in time
    record SessionOpened(String session, Bytes key, Bytes certificate, long previousSize,
            Bytes previousRoot, boolean unclean, Optional<String> lastReceipt,
            List<Sighting> seen, Instant at) implements SessionEvent {
        public SessionOpened {
            seen = List.copyOf(seen);
        }
    }

    /// A new key took over; the old private key was erased.
    ///
    /// @param certificate the old session key's signature over [#statement]
    record KeyRotated(String session, Bytes key, Bytes certificate, long previousSize,
            Bytes previousRoot, List<Sighting> seen, Instant at) implements SessionEvent {
        public KeyRotated {
            seen = List.copyOf(seen);
        }
    }

    /// Work ended in good order.
    record SessionClosed(String session, List<Sighting> seen, Instant at) implements SessionEvent {
        public SessionClosed {
            seen = List.copyOf(seen);
        }
    }

    /// A countersignature was looked at by a person or printed on a record.
    record CheckpointReceived(Origin origin, long size, String witness, Instant at)
            implements
                SessionEvent {}

    /// A device presented another leaf than the one held: two histories under one signature.
    ///
    /// @param held hash of the leaf that is held here
    /// @param shown hash of the leaf that was presented
    /// @param note the checkpoint presented with it, signed: transferable proof
    record ForkSeen(Origin origin, long seq, Digest held, Digest shown, String note, Instant at)
            implements
                SessionEvent {}

    /// What certifies a session key: signed by the device key or the key before.
    static String statement(Origin origin, String session, Bytes key, long previousSize,
            Bytes previousRoot) {
        return "venue-session/v1\n" + origin.name() + "\n" + session + "\n" + key.base64() + "\n"
                + previousSize + "\n" + previousRoot.base64() + "\n";
    }
}

package venue.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.journal.json.CanonicalJson;

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

    /// A person who works here certified the session key with their own token: from here on the
    /// device key alone, which is on this disk, cannot make another history.
    ///
    /// @param cms detached signature (CMS, DER) over [#operatorStatement]
    record KeyCertified(String session, PersonId person, Bytes cms, Instant at)
            implements
                SessionEvent {}

    /// The first entry of a new generation: the disk was restored, or a damaged log was given up
    /// by two persons' decision.
    ///
    /// @param before the log that ended
    /// @param size how many of its entries were carried over, all of them checked
    /// @param root SHA-256 root over them
    /// @param note the last checkpoint known of the log before, wherever it was found; empty text
    /// if there was none
    /// @param finding what was wrong
    /// @param reason why it was decided to go on like this
    record GenerationBegun(Origin before, long size, Bytes root, String note, String finding,
            String reason, List<Approval> approvals, Instant at) implements SessionEvent {
        public GenerationBegun {
            approvals = List.copyOf(approvals);
        }
    }

    /// One person's consent to a new generation.
    ///
    /// @param cms detached signature (CMS, DER) over the statement of the restoration
    record Approval(PersonId person, String name, Bytes cms) {}

    /// A file that was being taken in when the program ended: what of it reached the disk was
    /// kept.
    ///
    /// @param part name of the unfinished file
    /// @param bytes how much of the content could be kept
    /// @param sha256 under which digest it stands among the blobs
    /// @param whole whether it was complete
    record BlobRecovered(String part, long bytes, Digest sha256, boolean whole, Instant at)
            implements
                SessionEvent {}

    /// Something about this journal that people should know, found at start-up; work goes on.
    ///
    /// @param code what, e.g. `MEMORY_MISSING`
    record IncidentNoted(String code, String finding, Instant at) implements SessionEvent {}

    /// What certifies a session key: signed by the device key or the key before.
    static String statement(Origin origin, String session, Bytes key, long previousSize,
            Bytes previousRoot) {
        return "venue-session/v1\n" + origin.name() + "\n" + session + "\n" + key.base64() + "\n"
                + previousSize + "\n" + previousRoot.base64() + "\n";
    }

    /// What the operator's token signs.
    static String operatorStatement(Origin origin, String session, Bytes key, PersonId person,
            Instant at) {
        return "venue-session-operator/v1\n" + origin.name() + "\n" + session + "\n"
                + key.base64() + "\n" + person.value() + "\n" + CanonicalJson.instant(at) + "\n";
    }
}

package venue.centre;

import java.util.Set;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.sync.DeviceKind;

/// A workstation that the centre lets in (入网工位).
///
/// @param key the 32 bytes of the Ed25519 key that signs its checkpoints
/// @param certificate SHA-256 of its TLS certificate (DER), lower-case hexadecimal
/// @param tenders the lots it works on; it sees nothing of any other
public record Device(DeviceId id, DeviceKind kind, String room, Bytes key, String certificate,
        Set<TenderId> tenders) {

    public Device {
        tenders = Set.copyOf(tenders);
        if (room.isBlank() || room.length() > 80) {
            throw new IllegalArgumentException("not a room: " + room);
        }
        if (key.length() != 32) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        if (!certificate.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + certificate);
        }
    }

    /// Whether the two work on a common lot.
    public boolean shares(Device other) {
        return tenders.stream().anyMatch(other.tenders::contains);
    }

    /// Whether the two sit in the same room for the same kind of work.
    public boolean sitsWith(Device other) {
        return room.equals(other.room) && kind == other.kind;
    }
}

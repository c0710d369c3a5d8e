package venue.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.journal.JournalFailure;
import venue.journal.JournalKeys;
import venue.journal.Wire;
import venue.journal.proof.VerifierKey;

/// Whom a workstation believes (`devices.json`): the journal keys of the other workstations and
/// of the centre that countersigns. Entered by the technician, not learnt from the network.
///
/// @param devices workstations
/// @param witnesses verifier keys `name+id+base64` of those who may countersign
public record Peers(List<Peer> devices, List<String> witnesses) {

    /// Another workstation.
    ///
    /// @param key Ed25519, 32 bytes
    /// @param kind decides which family of events it may write
    public record Peer(DeviceId device, Station.Kind kind, Bytes key) {}

    public Peers {
        devices = List.copyOf(devices);
        witnesses = List.copyOf(witnesses);
        witnesses.forEach(VerifierKey::parse);
    }

    /// Nobody yet.
    public static Peers none() {
        return new Peers(List.of(), List.of());
    }

    /// These and a workstation.
    public Peers with(Station station) {
        var more = new ArrayList<>(devices);
        more.add(new Peer(station.device(), station.kind(), station.key()));
        return new Peers(more, witnesses);
    }

    /// These and a witness.
    public Peers witnessedBy(VerifierKey witness) {
        var more = new ArrayList<>(witnesses);
        more.add(witness.text());
        return new Peers(devices, more);
    }

    /// Enters them at the workstation in `dir`.
    public void write(Path dir) {
        try {
            Files.write(file(dir), Wire.write(this));
        } catch (IOException e) {
            throw StationFailure.readOnly(dir, e);
        }
    }

    static Peers read(Path dir) {
        try {
            return Wire.read(Files.readAllBytes(file(dir)), Peers.class);
        } catch (IOException | JournalFailure e) {
            throw StationFailure.damaged(file(dir), e);
        }
    }

    JournalKeys into(JournalKeys keys, DeviceId self) {
        var all = keys;
        for (var peer : devices) {
            if (!peer.device().equals(self)) {
                all = all.knowing(peer.device(), peer.key())
                        .writing(peer.device(), peer.kind().writes());
            }
        }
        for (var witness : witnesses) {
            all = all.witnessedBy(VerifierKey.parse(witness));
        }
        return all;
    }

    private static Path file(Path dir) {
        return dir.resolve("devices.json");
    }
}

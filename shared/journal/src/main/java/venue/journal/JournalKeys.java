package venue.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Sm2;
import venue.domain.base.DeviceId;
import venue.journal.proof.VerifierKey;

/// The keys a journal works with, and the keys of others that it believes.
///
/// @param device signs checkpoints, stays the same for the life of the workstation
/// @param dataKey 32 bytes, encrypts payloads and blobs on the disk
/// @param devices public Ed25519 keys of the other workstations
/// @param witnesses who may countersign (the centre)
/// @param writes per device, which families of events it may write; a device not named may write
/// all
public record JournalKeys(Ed25519.Key device, Bytes dataKey, Map<DeviceId, Bytes> devices,
        List<VerifierKey> witnesses, Map<DeviceId, Set<String>> writes) {

    public JournalKeys {
        devices = Map.copyOf(devices);
        witnesses = List.copyOf(witnesses);
        writes = Map.copyOf(writes);
        if (dataKey.length() != 32) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
    }

    /// Keys of a workstation that knows nobody yet.
    public static JournalKeys of(Ed25519.Key device, Bytes dataKey) {
        return new JournalKeys(device, dataKey, Map.of(), List.of(), Map.of());
    }

    /// The SM2 key that signs checkpoints beside the Ed25519 key. It follows from the device's
    /// seed, so that a workstation has one secret to keep: HMAC-SHA-256 of the seed over
    /// `venue sm2 device key`, the highest bit cleared, which is below the order of the group.
    public Sm2.Key sm2() {
        var seed = device.seed().array();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            var scalar = mac.doFinal("venue sm2 device key".getBytes(StandardCharsets.US_ASCII));
            scalar[0] &= 0x7f;
            var key = Sm2.Key.of(scalar);
            Arrays.fill(scalar, (byte) 0);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /// New random keys, for a workstation being enrolled.
    public static JournalKeys fresh() {
        return of(Ed25519.generate(), Bytes.random(32));
    }

    /// These keys, and another workstation's.
    public JournalKeys knowing(DeviceId other, Bytes publicKey) {
        var more = new HashMap<>(devices);
        more.put(other, publicKey);
        return new JournalKeys(device, dataKey, more, witnesses, writes);
    }

    /// These keys, and a witness.
    public JournalKeys witnessedBy(VerifierKey witness) {
        var more = new ArrayList<>(witnesses);
        more.add(witness);
        return new JournalKeys(device, dataKey, devices, more, writes);
    }

    /// These keys, where `writer` may write these families (`opening`, `evaluation`, `witness`)
    /// and no other; the journal's own family is open to everybody. Each fact has one writer.
    public JournalKeys writing(DeviceId writer, Set<String> families) {
        var more = new HashMap<>(writes);
        more.put(writer, Set.copyOf(families));
        return new JournalKeys(device, dataKey, devices, witnesses, more);
    }

    @Override
    public String toString() {
        return "JournalKeys of " + devices.keySet();
    }
}

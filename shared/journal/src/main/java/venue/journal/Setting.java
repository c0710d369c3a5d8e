package venue.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Sealing;
import venue.crypto.Sm2;
import venue.domain.base.DeviceId;
import venue.journal.proof.VerifierKey;
import venue.journal.store.Database;

/// What the parts of one open journal share.
final class Setting {

    final Path dir;
    final DeviceId device;
    final Families families;
    final Sealing box;
    final Ed25519.Key deviceKey;
    final Sm2.Key sm2Key;
    private final InstantSource clock;
    private final Map<DeviceId, Bytes> devices = new ConcurrentHashMap<>();
    private final Map<DeviceId, Set<String>> writes;
    private final Map<String, VerifierKey> witnesses = new ConcurrentHashMap<>();

    Setting(Path dir, DeviceId device, JournalKeys keys, Families families, InstantSource clock) {
        this.dir = dir;
        this.device = device;
        this.families = families;
        this.clock = clock;
        this.box = new Sealing(keys.dataKey().array());
        this.deviceKey = keys.device();
        this.sm2Key = keys.sm2();
        this.writes = keys.writes();
        devices.putAll(keys.devices());
        devices.put(device, keys.device().pub());
        keys.witnesses().forEach(this::learn);
    }

    void learn(DeviceId other, Bytes publicKey) {
        if (other.equals(device)) {
            throw new IllegalArgumentException("the own key is not learnt: " + other);
        }
        devices.put(other, publicKey);
    }

    void learn(VerifierKey witness) {
        witnesses.put(witness.name(), witness);
    }

    Optional<Bytes> keyOf(DeviceId other) {
        return Optional.ofNullable(devices.get(other));
    }

    /// Whether events of `kind` are the business of `writer`.
    boolean mayWrite(DeviceId writer, String kind) {
        var family = kind.substring(0, Math.max(0, kind.indexOf('.')));
        var allowed = writes.get(writer);
        return allowed == null || family.equals("session") || allowed.contains(family);
    }

    Optional<VerifierKey> witness(String name) {
        return Optional.ofNullable(witnesses.get(name));
    }

    /// Writes into a new database whose it is, and refuses one that is another's. The answer is the
    /// own log: this device and the generation of this disk.
    ///
    /// @throws JournalFailure WRONG_KEYS
    Origin claim(Database db) {
        var owner = device.value() + " " + deviceKey.pub().base64();
        var found = meta(db, "owner");
        if (found.isEmpty()) {
            db.transact(() -> {
                db.update("INSERT INTO meta VALUES('owner',?)", owner);
                return db.update("INSERT INTO meta VALUES('generation','1')");
            });
        } else if (!found.get().equals(owner)) {
            throw JournalFailure.wrongKeys(dir);
        }
        return new Origin(device, meta(db, "generation").map(Integer::parseInt).orElse(1));
    }

    static Optional<String> meta(Database db, String name) {
        return db.query(row -> row.getString(1), "SELECT value FROM meta WHERE name=?", name)
                .stream().findFirst();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

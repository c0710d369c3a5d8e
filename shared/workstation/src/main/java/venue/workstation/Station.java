package venue.workstation;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Vault;
import venue.domain.base.DeviceId;
import venue.journal.Folder;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.words.Words;

/// A workstation (工位) as the venue's technician set it up: a folder with `station.json` (what it
/// is), `station.vault` (its secrets under the station PIN), `device.p12` (for the network),
/// `trust/` (authorities and revocation lists) and `devices.json` (keys of the others).
///
/// @param room 开标室、评标室 … as on the door
/// @param seat 座位
/// @param key public Ed25519 key of its journal
public record Station(Path dir, DeviceId device, Kind kind, String room, String seat,
        @Nullable URI centre, Bytes key) {

    /// In the vault: 32 bytes, the seed of the journal's device key.
    public static final String SEED = "device.seed";
    /// In the vault: 32 bytes, encrypts what is on the disk.
    public static final String DATA_KEY = "data.key";
    /// In the vault: the PIN of `device.p12` in UTF-8; empty if there is none.
    public static final String DEVICE_PIN = "device.pin";

    /// What a workstation is for.
    public enum Kind {
        /// 开标
        BIDOPEN,
        /// 评标
        EVALUATION,
        /// 见证
        WITNESS;

        /// The families of events that such a workstation writes.
        Set<String> writes() {
            return switch (this) {
                case BIDOPEN -> Set.of("opening");
                case EVALUATION -> Set.of("evaluation");
                case WITNESS -> Set.of("witness");
            };
        }

        /// As shown.
        public String say() {
            return Words.of("venue.workstation", Station.class).say("kind." + name());
        }
    }

    /// What a technician enters.
    ///
    /// @param deviceFile the device's certificate with its key (PKCS#12), for the network
    /// @param devicePin its PIN
    /// @param trust folder with authorities (`*.crt`, `*.pem`) and revocation lists (`*.crl`)
    public record Enrolment(DeviceId device, Kind kind, String room, String seat,
            Optional<URI> centre, Optional<Path> deviceFile, String devicePin,
            Optional<Path> trust) {}

    /// What stands in `station.json`.
    public record Sheet(DeviceId device, Kind kind, String room, String seat, Optional<URI> centre,
            Bytes key) {}

    /// Sets a workstation up in an empty folder, with fresh keys.
    ///
    /// @throws StationFailure STATION_ENROLLED, DATA_READ_ONLY
    public static Station enrol(Path dir, Enrolment what, char[] pin) {
        if (Files.exists(sheetFile(dir))) {
            throw StationFailure.enrolled(dir);
        }
        try {
            Files.createDirectories(dir.resolve("trust"));
            if (what.trust().isPresent()) {
                copyFiles(what.trust().get(), dir.resolve("trust"));
            }
            if (what.deviceFile().isPresent()) {
                Files.copy(what.deviceFile().get(), dir.resolve("device.p12"));
            }
            var key = Ed25519.generate();
            Vault.create(dir.resolve("station.vault"), pin, Map.of(SEED, key.seed().array(),
                    DATA_KEY, Bytes.random(32).array(), DEVICE_PIN,
                    what.devicePin().getBytes(StandardCharsets.UTF_8))).close();
            var sheet = new Sheet(what.device(), what.kind(), what.room(), what.seat(),
                    what.centre(), key.pub());
            Files.write(sheetFile(dir), Wire.write(sheet));
            Peers.none().write(dir);
            return of(dir, sheet);
        } catch (IOException e) {
            throw StationFailure.readOnly(dir, e);
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// Reads what a folder holds, without its secrets.
    ///
    /// @throws StationFailure STATION_MISSING, STATION_DAMAGED
    public static Station read(Path dir) {
        var file = sheetFile(dir);
        if (!Files.isRegularFile(file)) {
            throw StationFailure.missing(dir);
        }
        try {
            return of(dir, Wire.read(Files.readAllBytes(file), Sheet.class));
        } catch (IOException | JournalFailure e) {
            throw StationFailure.damaged(file, e);
        }
    }

    private static Station of(Path dir, Sheet sheet) {
        return new Station(dir, sheet.device(), sheet.kind(), sheet.room(), sheet.seat(),
                sheet.centre().orElse(null), sheet.key());
    }

    private static Path sheetFile(Path dir) {
        return dir.resolve("station.json");
    }

    /// The certificate file for the network.
    public Path deviceFile() {
        return dir.resolve("device.p12");
    }

    /// The folder of authorities and revocation lists.
    public Path trustFolder() {
        return dir.resolve("trust");
    }

    /// The folder of the journal.
    public Path journalFolder() {
        return dir.resolve("journal");
    }

    /// Where the journal stands: its memory of the last checkpoint lies outside of its folder, so
    /// that a folder put back to an older state does not bring its own memory along.
    public Folder journalPlace() {
        return new Folder(journalFolder(), dir.resolve("journal.head"));
    }

    /// The folder for files fetched or being made: project packages, bids, papers.
    public Path workFolder() {
        return dir.resolve("work");
    }

    /// The others that this workstation knows.
    public Peers peers() {
        return Peers.read(dir);
    }
}

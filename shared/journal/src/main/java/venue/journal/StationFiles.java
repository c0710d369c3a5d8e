package venue.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Vault;
import venue.domain.base.DeviceId;
import venue.journal.json.CanonicalJson;

/// Where a workstation keeps its journal and its keys.
///
/// @param home the folder of `station.json` and `station.vault`
/// @param journal the folder of the journal and its memory
record StationFiles(Path home, Folder journal) {

    /// The workstation that `dir`, its own folder or that of its journal, belongs to.
    static StationFiles of(Path dir) {
        var given = dir.toAbsolutePath().normalize();
        var above = given.getParent();
        boolean inside = !Files.exists(given.resolve("station.json")) && above != null
                && Files.exists(above.resolve("station.json"));
        var home = inside && above != null ? above : given;
        var journal = inside ? given : home.resolve("journal");
        var beside = home.resolve("journal.head");
        boolean within = !Files.exists(beside)
                && Files.exists(journal.resolve("journal.head"));
        return new StationFiles(home,
                within ? Folder.of(journal) : new Folder(journal, beside));
    }

    boolean isStation() {
        return Files.isRegularFile(home.resolve("station.json"));
    }

    DeviceId device() {
        try {
            var sheet = CanonicalJson.read(Files.readAllBytes(home.resolve("station.json")));
            return new DeviceId(sheet.path("device").asText());
        } catch (IOException e) {
            throw JournalFailure.disk(home, e);
        } catch (IllegalArgumentException e) {
            throw JournalFailure.unreadable("station.json", e);
        }
    }

    JournalKeys keys(char[] pin) {
        try (var vault = Vault.open(home.resolve("station.vault"), pin)) {
            var seed = vault.secret("device.seed");
            var keys = JournalKeys.of(Ed25519.Key.of(seed), Bytes.of(vault.secret("data.key")));
            Arrays.fill(seed, (byte) 0);
            return keys;
        }
    }
}

package venue.centre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.TenderId;
import venue.sync.DeviceKind;
import venue.sync.wire.Json;
import venue.sync.wire.Malformed;

/// What an administrator lays into the data directory before the start: `devices/*.json` (who is
/// let in) and `assignments/*.json` (which file is for whom). Read at each start; the same again
/// changes nothing.
final class Lists {

    private static final int BYTES_MAX = 64 * 1024;

    private final Path dir;

    Lists(Path dir) {
        this.dir = dir;
    }

    /// A device as written in its file.
    ///
    /// @param key Ed25519 public key, base 64
    /// @param certificate SHA-256 of the TLS certificate in hexadecimal
    record DeviceFile(String id, String kind, String room, String key, String certificate,
            List<String> tenders) {

        static DeviceFile of(Device device) {
            return new DeviceFile(device.id().value(), device.kind().name(), device.room(),
                    device.key().base64(), device.certificate(),
                    device.tenders().stream().map(TenderId::value).sorted().toList());
        }

        Device device() {
            return new Device(new DeviceId(id), DeviceKind.valueOf(kind), room,
                    Bytes.fromBase64(key), certificate,
                    tenders.stream().map(TenderId::new).collect(Collectors.toSet()));
        }
    }

    /// An assignment as written in its file.
    ///
    /// @param file relative to the folder of this file
    record AssignmentFile(String tender, String kind, String title, String file,
            List<String> devices) {}

    void apply(Centre centre) {
        for (var file : files("devices")) {
            read(file, DeviceFile.class, each -> centre.admit(each.device()));
        }
        for (var file : files("assignments")) {
            read(file, AssignmentFile.class, each -> {
                Set<DeviceId> devices = new HashSet<>();
                each.devices().forEach(id -> devices.add(new DeviceId(id)));
                var content = dir.resolve("assignments").resolve(each.file());
                centre.assign(new TenderId(each.tender()), each.kind(), each.title(), content,
                        devices);
            });
        }
    }

    private interface Reader<T> {
        void take(T value);
    }

    private static <T> void read(Path file, Class<T> type, Reader<T> reader) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new CentreFailure(CentreFailure.LIST_BROKEN, null, file);
            }
            reader.take(Json.read(Files.readAllBytes(file), type));
        } catch (IOException | Malformed | IllegalArgumentException e) {
            throw new CentreFailure(CentreFailure.LIST_BROKEN, e, file);
        }
    }

    private List<Path> files(String name) {
        var folder = dir.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.LIST_BROKEN, e, folder);
        }
    }
}

package venue.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.crypto.CryptoFailure;
import venue.crypto.TrustList;
import venue.verifier.read.Unreadable;

/// What the one who verifies believes beforehand: authorities' certificates with lists of revoked
/// ones, and the keys of workstations and of the centre. It must reach him by another way than the
/// archive; a key found inside proves nothing.
public final class Trust {

    private static final int KEY_FILE_MAX = 64 * 1024;

    private final Optional<TrustList> certificates;
    private final List<VerifierKey> keys;

    private Trust(Optional<TrustList> certificates, List<VerifierKey> keys) {
        this.certificates = certificates;
        this.keys = List.copyOf(keys);
    }

    /// Nobody: what needs trust will not run.
    public static Trust none() {
        return new Trust(Optional.empty(), List.of());
    }

    /// A folder with `*.crt`, `*.cer`, `*.pem`, `*.crl`, and `*.vkey` (one verifier key a line).
    public static Trust read(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.vkey")) {
            var keys = new ArrayList<VerifierKey>();
            for (var file : files) {
                if (Files.size(file) > KEY_FILE_MAX) {
                    throw new VerifierFailure("TRUST_UNREADABLE", null, file);
                }
                Files.readString(file, StandardCharsets.UTF_8).lines().map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> keys.add(VerifierKey.parse(line)));
            }
            return new Trust(Optional.of(TrustList.read(folder)), keys);
        } catch (IOException | Unreadable | CryptoFailure e) {
            throw new VerifierFailure("TRUST_UNREADABLE", e, folder);
        }
    }

    /// The authorities, if any were given.
    public Optional<TrustList> certificates() {
        return certificates.filter(list -> !list.authorities().isEmpty());
    }

    /// The Ed25519 key of a log: a workstation keeps its key through all generations of its disk,
    /// so the key of another generation will do.
    public Optional<VerifierKey> log(String origin) {
        return key(VerifierKey.ED25519, origin);
    }

    /// The SM2 key of a log, likewise.
    public Optional<VerifierKey> sm2(String origin) {
        return key(VerifierKey.SM2, origin);
    }

    private Optional<VerifierKey> key(int type, String origin) {
        var device = origin.substring(0, origin.lastIndexOf('/') + 1);
        return keys.stream().filter(key -> key.type() == type)
                .filter(key -> key.name().startsWith(device)
                        && key.name().substring(device.length()).matches("g[1-9][0-9]{0,5}"))
                .min(Comparator.comparing(key -> !key.name().equals(origin)))
                .map(key -> key.named(origin));
    }

    /// The keys of witnesses.
    public List<VerifierKey> witnesses() {
        return keys.stream().filter(key -> key.type() == VerifierKey.COSIGNATURE).toList();
    }
}

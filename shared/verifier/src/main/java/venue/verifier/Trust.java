package venue.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// The keys of logs by origin.
    public Optional<VerifierKey> log(String origin) {
        return keys.stream()
                .filter(key -> key.type() == VerifierKey.ED25519 && key.name().equals(origin))
                .findFirst();
    }

    /// The keys of witnesses.
    public List<VerifierKey> witnesses() {
        return keys.stream().filter(key -> key.type() == VerifierKey.COSIGNATURE).toList();
    }
}

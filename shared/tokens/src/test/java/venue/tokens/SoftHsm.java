package venue.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import venue.crypto.Authority;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;

/// A real PKCS#11 library (SoftHSM 2) with tokens of its own in one folder; keys get into it by
/// its own programs.
final class SoftHsm {

    static final String PIN = "24681357";
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    private final Path folder;
    private final Map<String, String> environment;

    private SoftHsm(Path folder) {
        this.folder = folder;
        this.environment = Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    }

    static SoftHsm in(Path folder) throws IOException {
        Programs.need("softhsm2-util", "pkcs11-tool");
        Programs.need(LIBRARIES.stream().anyMatch(Files::exists), "the library libsofthsm2.so");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens")
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n"
                        + "slots.removable = true\n");
        return new SoftHsm(folder);
    }

    static Path library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    Map<String, String> environment() {
        return environment;
    }

    TokenSpec.Pkcs11 spec(String token) {
        return new TokenSpec.Pkcs11("SoftHSM " + token, library(), token, environment);
    }

    /// A token with one key for everything.
    KeyEntry token(String label) throws IOException {
        var entry = Authority.root(Suite.RSA, "Root", NOON, NOON.plusSeconds(9_000_000)).issue(
                new Authority.Subject("持有人" + label, "某某公司", "91310000123456789X"),
                Authority.Use.BOTH, NOON, NOON.plusSeconds(8_000_000));
        empty(label);
        load(label, "01", entry);
        return entry;
    }

    void empty(String label) throws IOException {
        Programs.run(folder, environment, "softhsm2-util", "--init-token", "--free", "--label",
                label, "--so-pin", "12345678", "--pin", PIN);
    }

    void load(String label, String id, KeyEntry entry) throws IOException {
        var key = folder.resolve(label + id + ".key");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(entry.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
        var certificate = folder.resolve(label + id + ".der");
        Files.write(certificate, entry.certificate().der().array());
        Programs.run(folder, environment, "softhsm2-util", "--import", key.toString(), "--token",
                label, "--label", "key" + id, "--id", id, "--pin", PIN);
        Programs.run(folder, environment, "pkcs11-tool", "--module", library().toString(),
                "--token-label", label, "--login", "--pin", PIN, "--write-object",
                certificate.toString(), "--type", "cert", "--id", id, "--label", "key" + id);
    }

    /// Takes all tokens out at once.
    void removeAll() throws IOException {
        try (var all = Files.walk(folder.resolve("tokens"))) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder.resolve("tokens"))) {
                    Files.delete(each);
                }
            }
        }
    }
}

package venue.tokens;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.util.BigIntegers;
import venue.crypto.Authority;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;

/// The SKF driver of our own (`skf-double.c`) with media in one folder, compiled when it is
/// needed.
final class SkfDouble {

    static final String PIN = "97531864";
    static final Charset GBK = Charset.forName("GBK");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final Map<String, Path> COMPILED = new HashMap<>();

    private final Path folder;
    private final Path library;

    private SkfDouble(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    /// @param defines of the C compiler: `WIDE`, `FLAG`, `PRIVATE`
    static SkfDouble in(Path folder, String... defines) throws IOException {
        var media = Files.createDirectories(folder.resolve("media"));
        return new SkfDouble(media, compile("skf-double", "-l:libcrypto.so.3", defines));
    }

    /// Each library once for all tests of this JVM.
    static synchronized Path compile(String name, String link, String... defines)
            throws IOException {
        Programs.need("gcc");
        var wanted = name + String.join("", defines) + ".so";
        var known = COMPILED.get(wanted);
        if (known != null) {
            return known;
        }
        var folder = Files.createTempDirectory("venue-drivers");
        var source = folder.resolve(name + ".c");
        try (var stream = SkfDouble.class.getResourceAsStream(name + ".c")) {
            Files.write(source, Objects.requireNonNull(stream).readAllBytes());
        }
        var library = folder.resolve(wanted);
        var command = new ArrayList<>(List.of("gcc", "-O1", "-shared", "-fPIC", "-o",
                library.toString(), source.toString()));
        Arrays.stream(defines).forEach(each -> command.add("-D" + each));
        command.add(link);
        try {
            Programs.run(folder, Map.of(), command.toArray(String[]::new));
        } catch (IOException e) {
            Programs.need(!String.valueOf(e.getMessage()).contains("cannot find -l"),
                    "what gcc links with " + link);
            throw e;
        }
        for (var each : List.of(folder, source, library)) {
            each.toFile().deleteOnExit();
        }
        COMPILED.put(wanted, library);
        return library;
    }

    TokenSpec.Skf spec(String device, TokenSpec.SkfShape shape) {
        return new TokenSpec.Skf("测试介质 " + device, library, device, "", "", shape,
                Map.of("VENUE_SKF_DOUBLE", folder.toString()));
    }

    TokenSpec.Skf spec(String device) {
        return spec(device, TokenSpec.SkfShape.USUAL);
    }

    /// A medium with a pair of certificates.
    List<KeyEntry> medium(String device) throws IOException {
        var root = Authority.root(Suite.SM, "Root", NOON, NOON.plusSeconds(9_000_000));
        var who = new Authority.Subject("持有人" + device, "某某公司", "91310000123456789X");
        var pair = List.of(
                root.issue(who, Authority.Use.SIGN, NOON, NOON.plusSeconds(8_000_000)),
                root.issue(who, Authority.Use.ENCRYPT, NOON, NOON.plusSeconds(8_000_000)));
        medium(device, pair);
        return pair;
    }

    void medium(String device, List<KeyEntry> pair) throws IOException {
        var place = place(device);
        Files.createDirectories(place);
        Files.write(place.resolve("name"), device.getBytes(GBK));
        Files.writeString(place.resolve("pin"), PIN);
        write(place, "sign", pair.getFirst());
        write(place, "encrypt", pair.getLast());
        Files.writeString(place.resolve("tries"), "6");
    }

    private static void write(Path place, String name, KeyEntry entry) throws IOException {
        var scalar = ((ECPrivateKey) entry.key()).getS();
        Files.write(place.resolve(name + ".key"), BigIntegers.asUnsignedByteArray(32, scalar));
        Files.write(place.resolve(name + ".der"), entry.certificate().der().array());
    }

    Path place(String device) {
        return folder.resolve("m" + HexFormat.of().formatHex(device.getBytes(GBK)));
    }

    /// Lines of `FUNCTION WHAT [NUMBER]`; none makes it well-behaved again.
    void misbehave(String... lines) throws IOException {
        Files.write(folder.resolve("fault"), List.of(lines), StandardCharsets.US_ASCII);
    }

    /// Pulls the medium out.
    void remove(String device) throws IOException {
        Files.delete(place(device).resolve("tries"));
    }

    void insert(String device) throws IOException {
        Files.writeString(place(device).resolve("tries"), "6");
    }

    /// Handles that the driver has given out and not got back.
    int held() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("held")).strip());
    }
}

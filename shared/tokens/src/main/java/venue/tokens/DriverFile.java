package venue.tokens;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// What a venue sets up for one vendor: a `NAME.token` file (UTF-8 properties) in the driver
/// folder of the machine. It names a library to run, so that one from anywhere else, a bidder's
/// stick for example, is refused.
public final class DriverFile {

    private static final String ENDING = ".token";
    private static final String ENVIRONMENT = "environment.";
    private static final Set<String> PKCS11 = Set.of("kind", "name", "library", "token");
    private static final Set<String> SKF = Set.of("kind", "name", "library", "device",
            "application", "container", "ulong", "names", "decrypting");
    private static final int BYTES_MAX = 65_536;

    private final Path file;
    private final Properties lines = new Properties();

    private DriverFile(Path file) {
        this.file = file;
    }

    /// Whether `medium` is such a file by its name.
    public static boolean isOne(Path medium) {
        return String.valueOf(medium.getFileName()).endsWith(ENDING);
    }

    /// All settings in `folder`, by name; none when there is no such folder.
    public static List<TokenSpec> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var found = new ArrayList<TokenSpec>();
            for (var each : files.filter(DriverFile::isOne).sorted(Comparator.naturalOrder())
                    .toList()) {
                found.add(read(folder, each));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new TokenFailure(Code.DRIVER_UNSET, e, folder.getFileName(),
                    TokenWords.BOOK.say("setting.unreadable"));
        }
    }

    /// The setting in `file`, which must lie in `folder`.
    public static TokenSpec read(Path folder, Path file) {
        var setting = new DriverFile(file);
        try {
            if (!folder.toRealPath().equals(file.toRealPath().getParent())) {
                throw setting.wrong("setting.elsewhere");
            }
            if (Files.size(file) > BYTES_MAX) {
                throw setting.wrong("setting.unreadable");
            }
            try (var reader = Files.newBufferedReader(file)) {
                setting.lines.load(reader);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new TokenFailure(Code.DRIVER_UNSET, e, file.getFileName(),
                    TokenWords.BOOK.say("setting.unreadable"));
        }
        return setting.spec();
    }

    private TokenSpec spec() {
        return switch (text("kind")) {
            case "pkcs11" -> {
                check(PKCS11);
                yield new TokenSpec.Pkcs11(name(), library(), text("token"), environment());
            }
            case "skf" -> {
                check(SKF);
                yield new TokenSpec.Skf(name(), library(), text("device"), text("application"),
                        text("container"), shape(), environment());
            }
            default -> throw wrong("setting.value", "kind");
        };
    }

    private TokenSpec.SkfShape shape() {
        var ulong = switch (text("ulong")) {
            case "", "32" -> TokenSpec.Ulong.BITS_32;
            case "64" -> TokenSpec.Ulong.BITS_64;
            default -> throw wrong("setting.value", "ulong");
        };
        var decrypting = switch (text("decrypting")) {
            case "", "ECCDecrypt" -> TokenSpec.Decrypting.ECC_DECRYPT;
            case "ECCDecrypt-flag" -> TokenSpec.Decrypting.ECC_DECRYPT_FLAG;
            case "PrvKeyDecrypt" -> TokenSpec.Decrypting.PRV_KEY_DECRYPT;
            default -> throw wrong("setting.value", "decrypting");
        };
        return new TokenSpec.SkfShape(ulong, names(), decrypting);
    }

    private Charset names() {
        try {
            var names = text("names");
            return names.isEmpty() ? TokenSpec.SkfShape.USUAL.names() : Charset.forName(names);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong("setting.value", "names");
        }
    }

    private String name() {
        var name = text("name");
        return name.isEmpty() ? String.valueOf(file.getFileName()).replace(ENDING, "") : name;
    }

    private Path library() {
        var library = Path.of(text("library"));
        if (!library.isAbsolute()) {
            throw wrong("setting.value", "library");
        }
        return library;
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        for (var key : lines.stringPropertyNames()) {
            if (key.startsWith(ENVIRONMENT)) {
                environment.put(key.substring(ENVIRONMENT.length()), text(key));
            }
        }
        return environment;
    }

    /// A misspelt line is no silent default.
    private void check(Set<String> known) {
        for (var key : lines.stringPropertyNames()) {
            if (!known.contains(key) && !key.startsWith(ENVIRONMENT)) {
                throw wrong("setting.unknown", key);
            }
        }
    }

    private String text(String key) {
        return lines.getProperty(key, "").strip();
    }

    private TokenFailure wrong(String key, Object... arguments) {
        return new TokenFailure(Code.DRIVER_UNSET, file.getFileName(),
                TokenWords.BOOK.say(key, arguments));
    }
}

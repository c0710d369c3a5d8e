package venue.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.crypto.Vault;
import venue.domain.base.DeviceId;
import venue.journal.json.CanonicalJson;
import venue.words.Failure;
import venue.words.Words;

/// `journal verify` and `journal tail`: looks at the journal of a workstation, or at an export.
public final class JournalCommand {

    private static final Words WORDS = Words.of("venue.journal", JournalCommand.class);

    private final PrintStream out;
    private final UnaryOperator<@Nullable String> environment;

    JournalCommand(PrintStream out, UnaryOperator<@Nullable String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /// Runs the command; the exit code is 0 if everything holds, 1 if not, 2 for a wrong call.
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new JournalCommand(out, name -> name == null ? null : System.getenv(name))
                .run(List.of(args)));
    }

    int run(List<String> args) {
        var words = new ArrayList<>(args);
        String variable = null;
        int option = words.indexOf("--pin-env");
        if (option >= 0 && option + 1 < words.size()) {
            words.remove(option);
            variable = words.remove(option);
        }
        boolean verify = words.size() == 2 && words.getFirst().equals("verify");
        boolean tail = words.size() >= 2 && words.size() <= 3
                && words.getFirst().equals("tail");
        if (!verify && !tail) {
            out.println(WORDS.say("command.usage"));
            return words.contains("--help") ? 0 : 2;
        }
        try {
            int count = tail ? words.size() == 3 ? Integer.parseInt(words.get(2)) : 20 : 0;
            return look(Path.of(words.get(1)), variable, count);
        } catch (Failure e) {
            out.println(e.getMessage());
            return 1;
        } catch (NumberFormatException _) {
            out.println(WORDS.say("command.usage"));
            return 2;
        }
    }

    private int look(Path dir, @Nullable String variable, int count) {
        if (Files.isDirectory(dir) && ExportCheck.isExport(dir)) {
            return print(ExportCheck.of(dir));
        }
        var station = Files.exists(dir.resolve(Journal.FILE)) ? dir.resolveSibling(".") : dir;
        var folder = Files.exists(dir.resolve(Journal.FILE)) ? dir : dir.resolve("journal");
        if (!Files.exists(folder.resolve(Journal.FILE))) {
            out.println(WORDS.say("command.missing", dir));
            return 2;
        }
        var pin = environment.apply(variable);
        if (pin == null) {
            out.println(WORDS.say("command.pin", variable == null ? "--pin-env" : variable));
            return 2;
        }
        try (var vault = Vault.open(station.resolve("station.vault"), pin.toCharArray())) {
            var sheet = CanonicalJson.read(Files.readAllBytes(station.resolve("station.json")));
            var seed = vault.secret("device.seed");
            var keys = JournalKeys.of(Ed25519.Key.of(seed), Bytes.of(vault.secret("data.key")));
            Arrays.fill(seed, (byte) 0);
            return print(Inspection.of(folder, keys, new DeviceId(sheet.path("device").asText()),
                    count, _ -> {}));
        } catch (IOException e) {
            throw JournalFailure.disk(station, e);
        }
    }

    private int print(List<Inspection.Found> found) {
        for (var log : found) {
            out.println(WORDS.say("command.log", log.origin(), log.size(),
                    log.sha256Root().base64(), log.sm3Root().base64()));
            for (var entry : log.newest()) {
                var stamp = entry.stamp();
                out.println(WORDS.say("command.entry", stamp.at(), stamp.origin(), stamp.seq(),
                        stamp.kind(), stamp.actor(), stamp.role()));
            }
        }
        out.println(WORDS.say("command.ok"));
        return 0;
    }
}

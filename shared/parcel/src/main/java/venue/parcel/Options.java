package venue.parcel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was written after a command: `--name value` pairs and free words.
final class Options {

    private final Map<String, String> named = new HashMap<>();
    private Optional<String> free = Optional.empty();

    /// A command line that cannot be understood; the sentence says why.
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        Misused(String key, Object... arguments) {
            super(ParcelWords.BOOK.say(key, arguments));
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    static Options of(String[] arguments, List<String> known, boolean word) throws Misused {
        var options = new Options();
        for (int i = 0; i < arguments.length; i++) {
            var name = arguments[i];
            if (word && !name.startsWith("--") && options.free.isEmpty()) {
                options.free = Optional.of(name);
            } else if (!known.contains(name)) {
                throw new Misused("command.unknown", name);
            } else if (i + 1 == arguments.length) {
                throw new Misused("command.valueless", name);
            } else if (options.named.put(name, arguments[++i]) != null) {
                throw new Misused("command.twice", name);
            }
        }
        return options;
    }

    String must(String name) throws Misused {
        var value = named.get(name);
        if (value == null) {
            throw new Misused("command.missing", name);
        }
        return value;
    }

    Optional<String> may(String name) {
        return Optional.ofNullable(named.get(name));
    }

    Optional<String> word() {
        return free;
    }

    static boolean asksForHelp(String[] arguments) {
        return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
    }
}

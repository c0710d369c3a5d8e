package venue.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import venue.words.Words;

/// The words of a call of `journal`: the verb, what it works on, and options.
///
/// @param options per name, with the two dashes, the values in the order given; a switch has the
/// value ""
record CommandLine(String verb, List<String> operands, Map<String, List<String>> options) {

    private static final Words WORDS = Words.of("venue.journal", CommandLine.class);
    private static final Set<String> SWITCHES = Set.of("--tiles", "--help");
    private static final Map<String, Set<String>> OPTIONS = Map.of("verify",
            Set.of("--pin-env", "--station"), "tail", Set.of("--pin-env"), "export",
            Set.of("--pin-env", "--tiles", "--proofs"), "backup", Set.of("--pin-env"), "restore",
            Set.of("--pin-env", "--reason", "--approve"), "compact", Set.of("--pin-env"),
            "forecast", Set.of());

    /// A call that is not understood.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String key, Object... arguments) {
            super(WORDS.say(key, arguments));
        }
    }

    /// @throws Wrong for an unknown verb, option, or an option without its value
    static CommandLine of(List<String> args) {
        if (args.isEmpty()) {
            throw new Wrong("command.usage");
        }
        var verb = args.getFirst();
        var known = OPTIONS.get(verb);
        if (known == null) {
            throw new Wrong("command.verb", verb);
        }
        var operands = new ArrayList<String>();
        var options = new HashMap<String, List<String>>();
        for (int i = 1; i < args.size(); i++) {
            var word = args.get(i);
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            if (!known.contains(word)) {
                throw new Wrong("command.option", word, verb);
            }
            boolean alone = SWITCHES.contains(word);
            if (!alone && i + 1 == args.size()) {
                throw new Wrong("command.value", word);
            }
            options.computeIfAbsent(word, _ -> new ArrayList<>())
                    .add(alone ? "" : args.get(++i));
        }
        return new CommandLine(verb, List.copyOf(operands), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    /// @throws Wrong if there are fewer or more
    void requireOperands(int least, int most) {
        if (operands.size() < least || operands.size() > most) {
            throw new Wrong("command.operands", verb);
        }
    }
}

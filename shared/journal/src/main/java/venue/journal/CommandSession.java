package venue.journal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import venue.words.Words;

/// What the verbs of `journal` share: where to write, the environment, the words of the call.
final class CommandSession {

    static final Words WORDS = Words.of("venue.journal", CommandSession.class);
    private static final long SHOWN_EVERY = TimeUnit.SECONDS.toNanos(1);

    final CommandLine line;
    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<@Nullable String> environment;
    private String step = "";
    private long shown;

    CommandSession(PrintStream out, PrintStream err, UnaryOperator<@Nullable String> environment,
            CommandLine line) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.line = line;
    }

    void say(String key, Object... arguments) {
        out.println(WORDS.say(key, arguments));
    }

    void print(String text) {
        out.println(text);
    }

    /// Shows each step when it begins, and then once a second.
    void progress(Progress progress) {
        long now = System.nanoTime();
        boolean fresh = !progress.step().equals(step);
        if (fresh || now - shown > SHOWN_EVERY) {
            step = progress.step();
            shown = now;
            err.println(WORDS.say("command.progress", WORDS.say("progress." + step),
                    progress.total() == 0 ? 0 : progress.done() * 100 / progress.total()));
        }
    }

    Path operand(int index) {
        return Path.of(line.operands().get(index));
    }

    /// The PIN of the workstation from the variable that `--pin-env` names.
    char[] pin() {
        return secret(line.option("--pin-env")
                .orElseThrow(() -> new CommandLine.Wrong("command.pin", "--pin-env")));
    }

    /// @throws CommandLine.Wrong if the variable is not set
    char[] secret(String variable) {
        var value = environment.apply(variable);
        if (value == null) {
            throw new CommandLine.Wrong("command.pin", variable);
        }
        return value.toCharArray();
    }

    /// The workstation that an operand names.
    StationFiles station(int index) {
        var station = StationFiles.of(operand(index));
        if (!station.isStation()) {
            throw new CommandLine.Wrong("command.missing", operand(index));
        }
        return station;
    }
}

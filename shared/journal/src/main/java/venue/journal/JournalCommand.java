package venue.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import venue.words.Failure;
import venue.words.Language;
import venue.words.Words;

/// `journal verify`, `tail`, `export`, `backup`, `restore`, `compact`, `forecast`: looks at the
/// journal of a workstation, a backup or an export, and keeps it.
public final class JournalCommand {

    private static final Words WORDS = Words.of("venue.journal", JournalCommand.class);

    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<@Nullable String> environment;

    JournalCommand(PrintStream out, UnaryOperator<@Nullable String> environment) {
        this(out, out, environment);
    }

    /// @param err where progress and failures go
    JournalCommand(PrintStream out, PrintStream err, UnaryOperator<@Nullable String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /// Runs the command; the exit code is 0 if everything holds, 1 if not, 2 for a wrong call.
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new JournalCommand(out, err, name -> name == null ? null : System.getenv(name))
                .run(List.of(args)));
    }

    int run(List<String> args) {
        if (args.contains("--help") || args.contains("-h")) {
            for (var language : Language.values()) {
                out.println(WORDS.say(language, "command.usage"));
            }
            return 0;
        }
        try {
            run(CommandLine.of(args));
            return 0;
        } catch (CommandLine.Wrong e) {
            err.println(e.getMessage());
            return 2;
        } catch (Failure e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void run(CommandLine line) {
        var session = new CommandSession(out, err, environment, line);
        switch (line.verb()) {
            case "verify", "tail" -> new LookCommand(session).run();
            case "restore" -> new RestoreCommand(session).run();
            default -> new KeepCommand(session).run();
        }
    }
}

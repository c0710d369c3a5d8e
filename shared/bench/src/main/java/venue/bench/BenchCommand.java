package venue.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import venue.words.Failure;
import venue.words.Words;

/// `./run bench NAME [--quick]`: figures as ratios measured inside one run, one line a figure:
/// name, value, target, `ok`, `short` or `notrun` and why, tab-separated. `-` is not judged.
public final class BenchCommand {

    private static final Words WORDS = Words.of("venue.bench", BenchCommand.class);

    private static final Map<String, BiConsumer<Scale, Consumer<Figure>>> BENCHES = Map
            .of("journal", JournalBench::run, "crypto", CryptoBench::run);

    private final PrintStream out;

    BenchCommand(PrintStream out) {
        this.out = out;
    }

    /// Runs the bench named by the first word; the exit code is 0 if every figure was measured and
    /// reaches its target (or the run was a quick one), 1 if not, 2 for a wrong call.
    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new BenchCommand(out).run(List.of(words)));
    }

    int run(List<String> words) {
        var names = new ArrayList<>(words);
        boolean quick = names.remove("--quick");
        var bench = names.size() == 1 ? BENCHES.get(names.getFirst()) : null;
        if (bench == null) {
            out.println(WORDS.say("bench.usage", String.join(" ", BENCHES.keySet())));
            return names.contains("--help") ? 0 : 2;
        }
        try {
            var reached = new ArrayList<Boolean>();
            bench.accept(quick ? Scale.QUICK : Scale.WHOLE, figure -> {
                out.println(figure.line());
                reached.add(switch (figure.verdict()) {
                    case OK, SHOWN -> true;
                    case SHORT -> quick;
                    case NOTRUN -> false;
                });
            });
            return reached.contains(false) ? 1 : 0;
        } catch (Failure e) {
            out.println(e.getMessage());
            return 1;
        }
    }
}

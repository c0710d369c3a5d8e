package venue.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import venue.words.Failure;

/// `./run bench NAME`: figures as ratios measured inside one run, one line a figure:
/// name, value, target, `ok` or `short`, tab-separated.
public final class BenchCommand {

    private static final Map<String, Supplier<List<Figure>>> BENCHES = Map.of("journal",
            JournalBench::figures);

    /// One figure.
    ///
    /// @param value a ratio
    /// @param least what it must reach
    public record Figure(String name, double value, double least) {

        boolean isEnough() {
            return value >= least;
        }

        String line() {
            return "%s\t%.2f\t>= %.2f\t%s".formatted(name, value, least,
                    isEnough() ? "ok" : "short");
        }
    }

    private BenchCommand() {}

    /// Runs the bench named by the first word.
    public static void main(String[] words) {
        if (words.length == 0 || words[0].equals("--help") || !BENCHES.containsKey(words[0])) {
            System.out.println("用法：./run bench 名称   名称之一：" + BENCHES.keySet());
            System.out.println("Usage: ./run bench NAME   one of " + BENCHES.keySet());
            System.exit(words.length > 0 && words[0].equals("--help") ? 0 : 2);
        }
        try {
            var figures = java.util.Objects.requireNonNull(BENCHES.get(words[0])).get();
            figures.forEach(figure -> System.out.println(figure.line()));
            System.exit(figures.stream().allMatch(Figure::isEnough) ? 0 : 1);
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}

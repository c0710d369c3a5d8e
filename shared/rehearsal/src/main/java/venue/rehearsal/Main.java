package venue.rehearsal;

import java.nio.file.Path;
import java.util.List;
import venue.words.Failure;

/// The rehearsal's door on the command line: `day`, and the applications with a demonstration.
public final class Main {

    private static final String HELP = """
            用法：./run day [--home DIR] [--part opening|evaluation|witness]
                  完整演练一天：准备 → 开标 → 评标 → 见证 → 同步 → 归档 → 独立验证。
                  产物在 target/day/（或 DIR），最后一行为“day: N checks passed, 0 failed”。
                  ./run bidopen|evaluation|witness [--demo] [--data DIR]
                  打开相应程序的窗口。--data 指定已登记工位的数据目录；
                  使用 --demo 或未指定目录时，自动启动内置中心和示范项目。
            Usage: ./run day plays one whole day and leaves its products in target/day/.
                   ./run bidopen|evaluation|witness opens a window; with --demo, or without --data,
                   over an embedded centre with the demonstration tender.
            """;

    private Main() {}

    /// Runs one verb.
    ///
    /// @param words the verb and its options
    public static void main(String[] words) {
        var options = List.of(words);
        if (options.isEmpty() || options.contains("--help") || options.contains("-h")) {
            System.out.print(HELP);
            System.exit(options.isEmpty() ? 2 : 0);
        }
        try {
            System.exit(run(options));
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> words) {
        var verb = words.getFirst();
        return switch (verb) {
            case "day" -> new Day(Path.of(option(words, "--home", "target/day")).toAbsolutePath(),
                    option(words, "--part", "")).run();
            case "bidopen", "evaluation", "witness" -> Demo.open(verb, words);
            default -> {
                System.err.print(HELP);
                yield 2;
            }
        };
    }

    static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
    }
}

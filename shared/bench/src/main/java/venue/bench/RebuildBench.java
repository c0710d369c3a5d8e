package venue.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Making all projections of 1 000 000 events of 400 bytes anew, against one pass over the own log
/// that decrypts and parses every entry; in a JVM of its own that may use 512 MiB of heap.
final class RebuildBench {

    static final String RATIO = "rebuild.million/scan";
    static final String HEAP = "rebuild.heap-mib";

    private static final double RATIO_MOST = 2.00;
    private static final double HEAP_MOST = 512;

    private final Path dir;
    private final Scale scale;

    RebuildBench(Path dir, Scale scale) {
        this.dir = dir;
        this.scale = scale;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var errors = dir.resolve("rebuild.err");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), RebuildCommand.class.getName(),
                dir.resolve("rebuild").toString(), String.valueOf(scale.million()))
                .redirectError(errors.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = exitOf(process);
        var found = read(said);
        if (exit != 0 || found.size() < 2) {
            var why = "exit " + exit + " " + lastOf(Files.readString(errors));
            sink.accept(Figure.notRun(RATIO, new Figure.Target.Most(RATIO_MOST), why));
            sink.accept(Figure.notRun(HEAP, new Figure.Target.Most(HEAP_MOST), why));
            return;
        }
        sink.accept(Figure.most(RATIO, found.getOrDefault("ratio", Double.NaN), RATIO_MOST));
        sink.accept(Figure.most(HEAP, found.getOrDefault("heap", Double.NaN), HEAP_MOST));
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Double> read(String said) {
        var found = new TreeMap<String, Double>();
        said.lines().map(line -> List.of(line.split("\t", 2))).filter(two -> two.size() == 2)
                .forEach(two -> found.put(two.getFirst(), Double.valueOf(two.getLast())));
        return found;
    }

    private static String lastOf(String errors) {
        return errors.lines().filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .reduce((_, later) -> later).orElse("");
    }
}

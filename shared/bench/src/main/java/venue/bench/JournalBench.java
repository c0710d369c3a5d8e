package venue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.function.Consumer;

/// All figures of the local cache (本机日志), in a scratch folder of the working disk.
final class JournalBench {

    private JournalBench() {}

    static void run(Scale scale, Consumer<Figure> sink) {
        try {
            var dir = Files.createTempDirectory("venue-bench");
            try {
                new AppendBench(dir, scale).run(sink);
                new LogBench(dir, scale).run(sink);
                new RebuildBench(dir, scale).run(sink);
            } finally {
                BenchLog.delete(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package venue.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Independent programs that tests use where they are installed.
final class Programs {

    private Programs() {}

    /// Skips the test, with the reason, when a program is missing.
    static void need(String... programs) {
        for (var program : programs) {
            boolean there = List.of(System.getenv("PATH").split(":", -1)).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            need(there, "the program " + program);
        }
    }

    /// Skips the test, with the reason, when something else is missing.
    static void need(boolean there, String what) {
        if (!there) {
            System.err.println("skipped: needs " + what);
        }
        Assumptions.assumeTrue(there, "needs " + what);
    }

    /// Runs one and insists on success.
    static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(List.of(command) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}

package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The `openssl` program as the independent maker of keys and certificates: what the house checks
/// was not made by the house.
public final class OpenSsl {

    private final Path folder;

    /// @param folder where relative file names stand
    public OpenSsl(Path folder) {
        this.folder = folder;
    }

    /// Runs `openssl` with these words; anything but success is an error with its own output.
    public String run(String... words) {
        var command = new ArrayList<String>();
        command.add("openssl");
        command.addAll(List.of(words));
        return Programs.run(folder, command);
    }

    /// Programs run as children, with a limit on their time.
    public static final class Programs {

        private static final int LIMIT_SECONDS = 180;

        private Programs() {}

        /// How a program ended and what it printed, both streams.
        public record Done(int exit, String said) {}

        /// Runs a program to its end and returns what it printed; anything but success is an error.
        public static String run(Path folder, List<String> command) {
            var done = result(folder, command);
            if (done.exit() != 0) {
                throw new IllegalStateException(command + " ended with " + done.exit()
                        + System.lineSeparator() + done.said());
            }
            return done.said();
        }

        /// Runs a program to its end.
        public static Done result(Path folder, List<String> command) {
            try {
                var log = Files.createTempFile("venue-", ".log");
                var process = new ProcessBuilder(command).directory(folder.toFile())
                        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running: " + command);
                }
                var said = Files.readString(log, StandardCharsets.UTF_8);
                Files.delete(log);
                return new Done(process.exitValue(), said);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot run " + command.getFirst(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted: " + command.getFirst(), e);
            }
        }
    }
}

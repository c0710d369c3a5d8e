package venue.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A [CryptoProbeCommand] in a JVM of its own.
final class CryptoProbe implements AutoCloseable {

    private static final String VECTOR = "jdk.incubator.vector";

    /// The system counts in hundredths of a second; what is shorter is called a thousandth.
    private static final double LEAST = 1e-3;

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    /// What an order took.
    ///
    /// @param wall seconds by the clock
    /// @param cpu seconds of the CPU, of the whole JVM
    record Took(double wall, double cpu, String more) {}

    private CryptoProbe(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param vector whether it may use the vector module
    static CryptoProbe start(List<String> before, boolean vector, String... options)
            throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (vector) {
            command.addAll(List.of("--add-modules", VECTOR));
        }
        command.add("--add-opens=java.base/com.sun.crypto.provider=ALL-UNNAMED");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"),
                CryptoProbeCommand.class.getName()));
        return new CryptoProbe(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /// Whether JDK and class path have what the vector path needs.
    static boolean hasVector() {
        return ModuleFinder.ofSystem().find(VECTOR).isPresent()
                && Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .anyMatch(entry -> entry.contains("sm4-vector")
                                && Files.exists(Path.of(entry)));
    }

    Took ask(String... order) throws IOException {
        orders.write(String.join("\t", order) + "\n");
        orders.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the probe ended at: " + order[0]);
        }
        var parts = answer.split("\t", -1);
        return new Took(Long.parseLong(parts[0]) / 1e9,
                Math.max(LEAST, Long.parseLong(parts[1]) / 1e9), parts[2]);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }
}

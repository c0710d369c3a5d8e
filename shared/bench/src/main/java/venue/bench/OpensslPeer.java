package venue.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The `openssl` program as the measure, pinned to the same core as the probe where `taskset` is
/// there.
final class OpensslPeer {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double TICKS = 100;

    private final List<String> before;

    /// Seconds by the clock and of the CPU.
    record Took(double wall, double cpu) {}

    private OpensslPeer(List<String> before) {
        this.before = before;
    }

    /// @param before words that pin a command to one core, or none
    static OpensslPeer pinned(List<String> before) {
        return new OpensslPeer(before);
    }

    /// Words that pin a command to the first core this process may use; none without `taskset`.
    static List<String> pin() {
        try {
            var said = run(List.of("taskset", "-cp", String.valueOf(ProcessHandle.current().pid())))
                    .strip();
            var cores = said.substring(said.lastIndexOf(' ') + 1).split("[-,]", -1);
            return List.of("taskset", "-c", cores[cores.length - 1]);
        } catch (IOException e) {
            return List.of();
        }
    }

    static boolean isThere() {
        try {
            return run(List.of("openssl", "version")).startsWith("OpenSSL");
        } catch (IOException e) {
            return false;
        }
    }

    /// Runs `openssl` with these words.
    Took time(String... words) throws IOException {
        var command = new ArrayList<>(before);
        command.add("openssl");
        command.addAll(List.of(words));
        double cpu = childrenCpu();
        long from = System.nanoTime();
        run(command);
        double wall = (System.nanoTime() - from) / 1e9;
        return new Took(wall, Files.exists(STAT) ? childrenCpu() - cpu : wall);
    }

    /// Its own speed of AES-256-GCM at blocks of 16 KiB, in bytes per second of the CPU.
    double aesGcmSpeed(int seconds) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of("openssl", "speed", "-seconds", String.valueOf(seconds), "-bytes",
                "16384", "-evp", "aes-256-gcm"));
        return run(command).lines().filter(line -> line.startsWith("AES-256-GCM"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1).replace("k", ""))
                .mapToDouble(Double::parseDouble).findFirst()
                .orElseThrow(() -> new IOException("openssl speed said nothing")) * 1000;
    }

    private static String run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
        return said;
    }

    /// User and system seconds of all children that have ended.
    private static double childrenCpu() throws IOException {
        if (!Files.exists(STAT)) {
            return 0;
        }
        var fields = Files.readString(STAT).replaceFirst("^.*\\) ", "").split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }
}

package venue.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests need of this machine: Linux, a C compiler, a place to work in memory.
final class Lab implements AutoCloseable {

    private static final String SOURCE = "diskwatch.c";

    private final Path folder;
    private final Path library;

    private Lab(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    /// Why nothing can be tested here, or nothing.
    static Optional<String> missing() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("断电测试只在 Linux 上运行。 Crash tests run on Linux only.");
        }
        var path = System.getenv("PATH");
        boolean compiler = path != null && List.of(path.split(File.pathSeparator, -1)).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, "gcc")));
        return compiler
                ? Optional.empty()
                : Optional.of("缺少 gcc，断电测试未运行。 No gcc: crash tests were not run.");
    }

    /// Makes a working folder, in memory if there is room, and compiles the watcher.
    static Lab set() throws IOException {
        var memory = Path.of("/dev/shm");
        var folder = (Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "venue-crash")
                : Files.createTempDirectory("venue-crash")).toRealPath();
        var source = folder.resolve(SOURCE);
        try (var in = Lab.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IOException("not packed: " + SOURCE);
            }
            Files.copy(in, source);
        }
        var library = folder.resolve("diskwatch.so");
        run(new ProcessBuilder("gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o",
                library.toString(), source.toString(), "-lpthread"));
        return new Lab(folder, library);
    }

    /// A new folder.
    Path place(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /// Plays a scenario under the watcher and writes what it did into `file`.
    Trace trace(Scenario scenario, Path file) throws IOException {
        clear(folder.resolve("watched-" + scenario.title()));
        var prefix = place("watched-" + scenario.title());
        Files.deleteIfExists(file);
        for (int part = 0; part < scenario.parts(); part++) {
            var builder = watched(prefix, Map.of("CRASH_TRACE", file.toString()),
                    ScenarioCommand.class, scenario.title(), String.valueOf(part),
                    prefix.resolve(Station.FOLDER).toString());
            run(builder);
        }
        return Trace.read(file);
    }

    /// Plays every `stride`-th fault, each in a day of its own, and gives what the player said; the
    /// trace goes into `file`.
    String faults(int stride, Path file) throws IOException {
        Files.deleteIfExists(file);
        var top = folder.resolve("days");
        clear(top);
        Files.createDirectory(top);
        return run(watched(top, Map.of("CRASH_TRACE", file.toString()), FaultCommand.class,
                top.toString(), String.valueOf(stride)));
    }

    /// A program of ours under the watcher.
    ProcessBuilder watched(Path prefix, Map<String, String> more, Class<?> main, String... args) {
        var builder = program(main, args);
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.environment().put("CRASH_PREFIX", prefix.toString());
        builder.environment().putAll(more);
        return builder;
    }

    /// A program of ours.
    static ProcessBuilder program(Class<?> main, String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path", ""), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    /// Runs it to its end and gives what it said.
    ///
    /// @throws IOException if it did not end well
    static String run(ProcessBuilder builder) throws IOException {
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(builder.command().getFirst() + " ended with " + code + "\n"
                        + said.substring(Math.max(0, said.length() - 4000)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }

    /// Removes a folder and all in it.
    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /// Copies a folder and all in it.
    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear(folder);
    }
}

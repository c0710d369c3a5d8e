package venue.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import venue.crypto.Bytes;
import venue.tokens.host.TokenHostCommand;
import venue.tokens.wire.Make;

/// Starts the process for a driver: this JVM's own java with the few classes it needs, no dump
/// of memory when it crashes, nothing about any PIN in its arguments or environment.
final class Launch {

    private static final List<String> OPTIONS = List.of("-Xms8m", "-Xmx64m", "-Xss1m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=16m",
            "-XX:-CreateCoredumpOnCrash", "-XX:-UsePerfData", "-Xshare:auto",
            "-Djava.awt.headless=true");
    private static final List<String> UNWANTED = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS");

    private Launch() {}

    static Process start(Make make) throws IOException {
        var builder = new ProcessBuilder(command());
        builder.environment().keySet().removeAll(UNWANTED);
        builder.environment().putAll(make.environment());
        return builder.start();
    }

    static List<String> command() throws IOException {
        var home = Path.of(System.getProperty("java.home"));
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        var command = new ArrayList<String>();
        command.add(home.resolve("bin").resolve(windows ? "java.exe" : "java").toString());
        command.addAll(OPTIONS);
        command.add("-XX:ErrorFile=" + (windows ? "NUL" : "/dev/null"));
        var main = TokenHostCommand.class;
        var places = new LinkedHashSet<String>();
        for (var each : List.of(main, Bytes.class)) {
            var place = place(each);
            if (place.getScheme().equals("jrt")) {
                command.add("--enable-native-access=" + main.getModule().getName());
                command.add("-m");
                command.add(main.getModule().getName() + "/" + main.getName());
                return command;
            }
            places.add(Path.of(place).toString());
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(String.join(System.getProperty("path.separator"), places));
        command.add(main.getName());
        return command;
    }

    private static URI place(Class<?> type) throws IOException {
        try {
            return Objects.requireNonNull(type.getProtectionDomain().getCodeSource().getLocation())
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}

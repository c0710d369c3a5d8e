package venue.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Plays one part of a scenario; runs in a program of its own, watched by `diskwatch.c`.
public final class ScenarioCommand {

    private ScenarioCommand() {}

    /// Plays it and stops dead.
    ///
    /// @param args scenario, part, folder of the journal and, if one is wanted, a fault
    public static void main(String[] args) throws IOException {
        var scenario = Scenario.of(args[0]);
        var dir = Path.of(args[2]);
        if (scenario.isFurnished() && Files.notExists(dir)) {
            furnish(dir);
        }
        if (args.length > 3) {
            Fault.parse(args[3]).arm(dir.resolveSibling(""));
        }
        scenario.play(Integer.parseInt(args[1]), dir, ScenarioCommand::tell);
        // no shutdown: what was not closed stays as a kill would leave it
        Runtime.getRuntime().halt(0);
    }

    /// The folder has been there for long.
    private static void furnish(Path dir) throws IOException {
        Files.createDirectory(dir);
        try (var above = FileChannel.open(dir.resolveSibling(""), StandardOpenOption.READ)) {
            above.force(true);
        }
    }

    /// One line is one write, so that the watcher sees it whole.
    private static synchronized void tell(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}

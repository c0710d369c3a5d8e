package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.journal.SessionEvent.SessionOpened;
import venue.testkit.Duty;

class PowerTest {

    @TempDir
    Path dir;
    private final Hall hall = new Hall();

    @Test
    @Duty("HOUSE-1")
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled()
            throws IOException, InterruptedException {
        for (int round = 1; round <= 3; round++) {
            long acknowledged = writeAndKill(10 * round);
            try (var journal = hall.one(dir)) {
                assertTrue(journal.size() > acknowledged, journal.size() + " " + acknowledged);
                var opened = journal.after(journal.origin(), journal.size() - 1).getFirst();
                assertTrue(((SessionOpened) opened.fact()).unclean());
                var seqs = journal.after(journal.origin(), 0).stream().map(e -> e.stamp().seq())
                        .toList();
                assertEquals(
                        Stream.iterate(0L, i -> i + 1).limit(journal.size()).toList(), seqs);
            }
        }
    }

    /// Kills the writer after so many acknowledgements and gives the last sequence acknowledged.
    private long writeAndKill(int count) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        long last = -1;
        var said = new ArrayList<String>();
        try (var out = process.inputReader()) {
            for (int i = 0; i < count;) {
                var line = out.readLine();
                assertTrue(line != null, () -> String.join("\n", said));
                said.add(line);
                if (line.startsWith("ACK ")) {
                    last = Long.parseLong(line.substring(4));
                    i++;
                }
            }
            process.toHandle().destroyForcibly();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ACK ")) {
                    last = Long.parseLong(line.substring(4));
                }
            }
        }
        return last;
    }

    private List<String> command() {
        var paths = Stream.of(System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""), "target/classes", "target/test-classes")
                .filter(path -> !path.isEmpty()).collect(Collectors.joining(File.pathSeparator));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-cp", paths, KilledWriterCommand.class.getName(), dir.toString(),
                hall.oneKeys.device().seed().hex(), hall.oneKeys.dataKey().hex());
    }
}

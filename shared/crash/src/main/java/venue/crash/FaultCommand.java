package venue.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Plays many short days, each with another fault, in one program under the watcher.
public final class FaultCommand {

    private FaultCommand() {}

    /// Sweeps; prints one line a fault: fault, times struck, answers, findings, tab-separated.
    ///
    /// @param args watched folder, stride
    public static void main(String[] args) throws IOException {
        var top = Path.of(args[0]);
        var first = FaultCase.run(Files.createDirectory(top.resolve("none")), Fault.none(),
                FaultCommand::tell);
        print(first);
        int number = 0;
        for (var fault : Fault.sweep(first.counts(), Integer.parseInt(args[1]))) {
            var folder = Files.createDirectory(top.resolve("day-" + ++number));
            print(FaultCase.run(folder, fault, FaultCommand::tell));
            Lab.clear(folder);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /// One line is one write, so that the watcher sees it whole.
    private static void tell(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static void print(FaultCase.Outcome outcome) {
        tell("FAULT\t" + outcome.fault().text() + "\t"
                + outcome.counts().get("fired") + "\t" + String.join("; ", outcome.failures())
                + "\t"
                + String.join("; ", outcome.findings()).replaceAll("[\\t\\r\\n]+", " "));
    }
}

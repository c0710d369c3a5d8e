package venue.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Programs that are killed for good (强行终止): at a chance moment from outside, or by the watcher in
/// the middle of a chosen call. What the kernel holds survives; what the program held does not.
final class KillLoop {

    private static final int MOST_LINES = 60;

    private final Lab lab;

    KillLoop(Lab lab) {
        this.lab = lab;
    }

    /// A program that was killed.
    ///
    /// @param when after how many answers, or in which call
    record Killed(String when, int told, List<String> findings) {
        public Killed {
            findings = List.copyOf(findings);
        }
    }

    /// Starts, kills after a chance number of answers and judges, again and again in one folder, so
    /// that each round begins where the one before was killed.
    List<Killed> rounds(int count, long seed) throws IOException {
        var chance = new SplittableRandom(seed);
        var prefix = lab.place("killed");
        Lab.clear(prefix);
        var dir = lab.place("killed").resolve(Station.FOLDER);
        var all = new ArrayList<Said>();
        var killed = new ArrayList<Killed>();
        for (int round = 0; round < count; round++) {
            int most = 1 + chance.nextInt(MOST_LINES);
            var builder = Lab.program(ScenarioCommand.class, Scenario.ENDLESS.title(), "0",
                    dir.toString());
            all.addAll(said(builder, most));
            killed.add(new Killed("after " + most, all.size(), Oracle.judge(dir, all)));
        }
        return killed;
    }

    /// Kills a program in the middle of every `stride`-th write, forcing and rename of a first day,
    /// each in a folder of its own.
    List<Killed> points(int stride, Path traceFile) throws IOException {
        var counts = new TreeMap<String, Integer>();
        for (var act : lab.trace(Scenario.FIRST, traceFile).acts()) {
            switch (act) {
                case Trace.Act.Written _ -> counts.merge("write", 1, Integer::sum);
                case Trace.Act.Forced _ -> counts.merge("fsync", 1, Integer::sum);
                case Trace.Act.Renamed _ -> counts.merge("rename", 1, Integer::sum);
                default -> {
                    // opening and telling are no moments of their own
                }
            }
        }
        var killed = new ArrayList<Killed>();
        for (var each : counts.entrySet()) {
            for (int number = 1; number <= each.getValue(); number += stride) {
                killed.add(at(each.getKey(), number));
            }
        }
        return killed;
    }

    /// Kills a program in the middle of a call, in a folder of its own.
    Killed at(String kind, long number) throws IOException {
        var prefix = lab.place("killed-" + kind + "-" + number);
        var dir = prefix.resolve(Station.FOLDER);
        var fault = new Fault(kind, number, "KILL");
        var builder = lab.watched(prefix, Map.of(), ScenarioCommand.class,
                Scenario.FIRST.title(), "0", dir.toString(), fault.text());
        var said = said(builder, Integer.MAX_VALUE);
        var killed = new Killed(fault.text(), said.size(), Oracle.judge(dir, said));
        Lab.clear(prefix);
        return killed;
    }

    /// What it told until it was killed, or ended.
    private static List<Said> said(ProcessBuilder builder, int most) throws IOException {
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new ArrayList<Said>();
        try (var out = process.inputReader()) {
            for (var line = next(out); line.isPresent(); line = next(out)) {
                said.add(Said.parse(line.get()));
                if (said.size() == most) {
                    process.toHandle().destroyForcibly();
                }
            }
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    private static Optional<String> next(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(Said.MARK)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}

package venue.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A sweep of faults over a short working day, and what was found. Each day is judged twice: as
/// the program left it, and (where a forcing failed) as a power cut at its end would leave it, so
/// that a failure that was swallowed comes to light.
final class Faults {

    /// A fault and what came of it.
    ///
    /// @param struck how often a call failed
    /// @param answers what the journal answered
    /// @param findings what is wrong, or nothing
    record Judged(Fault fault, long struck, String answers, String findings) {

        boolean isGood() {
            return findings.isEmpty();
        }

        private Judged with(List<String> more) {
            var all = new ArrayList<>(more);
            if (!findings.isEmpty()) {
                all.addFirst(findings);
            }
            return new Judged(fault, struck, answers, String.join("; ", all));
        }
    }

    private final Lab lab;
    private final Path file;

    /// @param file where the trace is written
    Faults(Lab lab, Path file) {
        this.lab = lab;
        this.file = file;
    }

    /// Sweeps every `stride`-th fault; the first answer is of a day without any.
    List<Judged> run(int stride) throws IOException {
        var days = new ArrayList<Judged>();
        for (var line : lab.faults(stride, file).split("\n", -1)) {
            var parts = line.split("\t", -1);
            if (parts[0].equals("FAULT")) {
                days.add(new Judged(Fault.parse(parts[1]), Long.parseLong(parts[2]), parts[3],
                        parts[4]));
            }
        }
        return judgeDurable(days);
    }

    private List<Judged> judgeDurable(List<Judged> days) throws IOException {
        var trace = Trace.read(file);
        var disk = new Disk(trace.prefix(), Mutant.NONE);
        var judged = new ArrayList<Judged>();
        var said = new ArrayList<Said>();
        var target = lab.place("days-judged");
        String day = "";
        for (var act : trace.acts()) {
            disk.apply(act);
            if (act instanceof Trace.Act.Told(Said told)) {
                switch (told) {
                    case Said.DayBegan began -> {
                        said.clear();
                        day = began.folder();
                    }
                    case Said.DayOver _ -> {
                        var each = days.get(judged.size());
                        judged.add(each.fault().kind().equals("fsync")
                                ? each.with(judge(disk, trace.prefix().resolve(day), said, target))
                                : each);
                    }
                    default -> said.add(told);
                }
            }
        }
        return judged;
    }

    private static List<String> judge(Disk disk, Path day, List<Said> said, Path target)
            throws IOException {
        Lab.clear(target);
        var journal = disk.folderAt(day.resolve(Station.FOLDER));
        if (journal.isEmpty()) {
            return said.isEmpty() ? List.of() : List.of("no journal at all");
        }
        Image.writeDurable(journal.get(), target);
        return Oracle.judge(target, said).stream().map(finding -> "after a power cut: " + finding)
                .toList();
    }
}

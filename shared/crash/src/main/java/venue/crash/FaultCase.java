package venue.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.domain.base.Fact;
import venue.journal.Author;
import venue.journal.JournalFailure;

/// A short working day during which one call goes wrong. Whoever works there goes on as a clerk
/// would: tries the next thing, and opens the journal anew.
final class FaultCase {

    private static final Set<String> STOPPING = Set.of("DISK_ERROR", "STOPPED");

    private final Path folder;
    private final Consumer<String> tell;
    private final List<String> lines = new ArrayList<>();
    private final List<Set<String>> together = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private @Nullable Desk desk;
    private boolean stopped;
    private int texts;

    private FaultCase(Path folder, Consumer<String> tell) {
        this.folder = folder;
        this.tell = tell.andThen(lines::add);
    }

    /// What came of it.
    ///
    /// @param counts what the watcher counted, `fired` among it
    /// @param failures what the journal answered, in order
    /// @param findings what is wrong
    record Outcome(Fault fault, Map<String, Long> counts, List<String> failures,
            List<String> findings) {
        public Outcome {
            counts = Map.copyOf(counts);
            failures = List.copyOf(failures);
            findings = List.copyOf(findings);
        }
    }

    /// Plays the day in the new folder `folder`.
    static Outcome run(Path folder, Fault fault, Consumer<String> tell) throws IOException {
        var day = new FaultCase(folder, tell);
        tell.accept(Said.MARK + "day " + folder.getFileName());
        fault.arm(folder);
        day.play();
        tell.accept(Said.MARK + "over");
        var counts = Fault.disarm(folder);
        day.leave();
        var said = day.lines.stream().map(Said::parse).toList();
        day.findings.addAll(Oracle.judge(folder.resolve(Station.FOLDER), said, day.together));
        return new Outcome(fault, counts, day.failures, day.findings);
    }

    private void play() {
        open();
        write(Station.HOST, 1);
        write(Station.WITNESS, 3);
        attempt("capture", at -> at.capture(1, Scenario.bytes(1, 3000)));
        write(Station.WITNESS, 1);
        attempt("head", Desk::sign);
        leave();
        open();
        write(Station.HOST, 1);
        leave();
    }

    /// Opens, a second time if need be: a single trouble must not lock anybody out.
    private void open() {
        for (int i = 0; i < 2 && desk == null; i++) {
            guarded("open", () -> {
                desk = Desk.open(folder.resolve(Station.FOLDER), tell);
                stopped = false;
            });
        }
    }

    private void leave() {
        var open = desk;
        if (open != null) {
            desk = null;
            guarded("close", open::close);
        }
    }

    private interface Step {
        void at(Desk desk);
    }

    private Optional<String> attempt(String name, Step step) {
        var open = desk;
        return open == null ? Optional.empty() : guarded(name, () -> step.at(open));
    }

    /// Appends so many facts, all or none of which must be found later.
    private void write(Author who, int count) {
        if (desk == null) {
            return;
        }
        var facts = new ArrayList<Fact>();
        var marks = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var mark = "事项《" + ++texts + "》";
            marks.add(mark);
            facts.add(who.equals(Station.HOST) ? Desk.objection(mark) : Desk.remark(mark));
        }
        boolean before = stopped;
        var failure = attempt("append", at -> at.write(who, facts));
        together.add(Set.copyOf(marks));
        if (before && failure.isEmpty()) {
            findings.add("went on writing after a disk error");
        }
        stopped |= failure.isPresent() && STOPPING.contains(failure.get());
    }

    private Optional<String> guarded(String name, Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (JournalFailure e) {
            failures.add(name + " " + e.code());
            return Optional.of(e.code());
        } catch (RuntimeException e) {
            findings.add(name + " threw " + e + " at " + e.getStackTrace()[0]);
            return Optional.of("UNEXPECTED");
        }
    }
}

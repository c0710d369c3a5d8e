package venue.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// `./run crash`: power cuts and disk errors against the real journal (断电与故障测试).
public final class CrashCommand {

    private static final int PROGRESS_EVERY = 100;
    private static final int BAD_KEPT = 5;

    private final Options options;
    private final Path home;
    private boolean bad;

    private CrashCommand(Options options, Path home) {
        this.options = options;
        this.home = home;
    }

    /// Runs what the words ask for; exits with 1 if anything was lost.
    public static void main(String[] words) throws IOException {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        if (options.isHelp()) {
            System.out.println(Options.USAGE);
            return;
        }
        Lab.missing().ifPresent(reason -> {
            System.out.println(reason);
            System.exit(3);
        });
        var home = Path.of(System.getProperty("venue.top", ".")).resolve("target/crash");
        Files.createDirectories(home);
        System.exit(new CrashCommand(options, home.toRealPath()).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        try (var lab = Lab.set()) {
            if (options.replay().isPresent()) {
                replay(lab, options.replay().getAsLong());
                return !bad;
            }
            if (options.wantsImages()) {
                images(lab);
            }
            if (options.wants("--faults")) {
                faults(lab);
            }
            if (options.wants("--kill")) {
                kills("kill", new KillLoop(lab).rounds(options.kills(), options.seed()));
            }
            if (options.wants("--kill-points")) {
                kills("kill-points", new KillLoop(lab).points(options.stride(),
                        home.resolve("kill-points.trace")));
            }
            if (options.wants("--copies")) {
                incidents(lab);
                disks(lab);
            }
        }
        return !bad;
    }

    private void images(Lab lab) throws IOException {
        var trace = lab.trace(options.scenario(), traceFile());
        var images = new Images(trace, options.mutant(), lab.place("images"));
        System.err.printf("%s: %d 次操作 acts, %d KiB%n", options.scenario().title(),
                trace.acts().size(), trace.bytes() / 1024);
        var done = new AtomicInteger();
        long from = System.nanoTime();
        var verdicts = images.run(options.seed(), options.images(), count -> {
            int now = done.addAndGet(count);
            if (now % PROGRESS_EVERY == 0) {
                System.err.printf("%d / %d%n", now, options.images());
            }
        });
        double seconds = (System.nanoTime() - from) / 1e9;
        var wrong = verdicts.stream().filter(each -> !each.isGood()).toList();
        report(verdicts, wrong, seconds);
        for (var each : wrong.subList(0, Math.min(BAD_KEPT, wrong.size()))) {
            keep(images, each);
        }
        bad |= !wrong.isEmpty();
    }

    private void report(List<Images.Verdict> verdicts, List<Images.Verdict> wrong,
            double seconds) {
        System.out.printf(
                "%s\t%s\t镜像 images %d\t完好 good %d\t不完好 bad %d\t%.1f s\t%.1f /s%n",
                options.scenario().title(), options.mutant().title(), verdicts.size(),
                verdicts.size() - wrong.size(), wrong.size(), seconds, verdicts.size() / seconds);
        var fates = new TreeMap<Image.Fate, int[]>();
        for (var each : verdicts) {
            var counts = fates.computeIfAbsent(each.fate(), _ -> new int[2]);
            counts[0]++;
            counts[1] += each.isGood() ? 0 : 1;
        }
        fates.forEach((fate, counts) -> System.out.printf("  %s\t%d\t不完好 bad %d%n", fate,
                counts[0], counts[1]));
    }

    private void keep(Images images, Images.Verdict verdict) throws IOException {
        var folder = home.resolve("image-" + verdict.seed());
        images.build(verdict.seed(), folder);
        System.out.printf("种子 seed %d，操作 act %d，%s：%s%n  %s%n", verdict.seed(), verdict.cut(),
                verdict.fate(), folder, String.join("\n  ", verdict.findings()));
    }

    private void faults(Lab lab) throws IOException {
        long from = System.nanoTime();
        var days = new Faults(lab, home.resolve("faults.trace")).run(options.stride());
        var wrong = days.stream().filter(day -> !day.isGood()).toList();
        long absorbed = days.stream().filter(day -> day.answers().isEmpty()).count();
        System.out.printf("faults\t故障 faults %d\t未影响工作 absorbed %d\t不完好 bad %d\t%.1f s%n",
                days.size(), absorbed, wrong.size(), (System.nanoTime() - from) / 1e9);
        for (var day : wrong) {
            System.out.printf("  %s\t%s\t%s%n", day.fault().text(), day.answers(),
                    day.findings());
        }
        bad |= !wrong.isEmpty();
    }

    private void kills(String name, List<KillLoop.Killed> killed) {
        var wrong = killed.stream().filter(each -> !each.findings().isEmpty()).toList();
        System.out.printf("%s\t终止 kills %d\t不完好 bad %d%n", name, killed.size(),
                wrong.size());
        wrong.forEach(each -> System.out.printf("  %s\t%s%n", each.when(), each.findings()));
        bad |= !wrong.isEmpty();
    }

    private void incidents(Lab lab) throws IOException {
        int count = new Incidents(lab.place("none")).all().size();
        for (int i = 0; i < count; i++) {
            var each = new Incidents(lab.place("incident-" + i)).all().get(i);
            var noticed = each.play().run();
            System.out.printf("%s\t发现 noticed %s\t应为 expected %s%n", each.name(), noticed,
                    each.expected());
            bad |= !noticed.equals(each.expected());
        }
    }

    private void disks(Lab lab) throws IOException {
        var missing = SmallDisk.missing(lab.place("small"));
        if (missing.isPresent()) {
            System.out.println(missing.get());
            return;
        }
        try (var disk = SmallDisk.mount(lab.place("small"))) {
            show("disk-full", disk.fill());
        }
        try (var disk = SmallDisk.mount(lab.place("small"))) {
            show("disk-read-only", disk.protect());
        }
    }

    private void show(String name, List<String> findings) {
        System.out.printf("%s\t%s%n", name,
                findings.isEmpty() ? "完好 good" : String.join("; ", findings));
        bad |= !findings.isEmpty();
    }

    private void replay(Lab lab, long seed) throws IOException {
        var trace = Trace.read(options.trace().orElse(traceFile()));
        var images = new Images(trace, options.mutant(), lab.place("images"));
        var verdict = images.run(seed, 1, _ -> {}).getFirst();
        keep(images, verdict);
        bad |= !verdict.isGood();
    }

    private Path traceFile() {
        return home.resolve(options.scenario().title() + ".trace");
    }
}

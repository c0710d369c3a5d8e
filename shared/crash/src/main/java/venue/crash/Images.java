package venue.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Builds and judges many images of one trace.
final class Images {

    private final Trace trace;
    private final Mutant mutant;
    private final Path work;

    /// An image that was judged.
    ///
    /// @param seed builds it again
    /// @param cut how many acts had been done
    /// @param findings what is wrong; nothing if it is good
    record Verdict(long seed, int cut, Image.Fate fate, List<String> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        boolean isGood() {
            return findings.isEmpty();
        }
    }

    /// @param work where images are built
    Images(Trace trace, Mutant mutant, Path work) {
        this.trace = trace;
        this.mutant = mutant;
        this.work = work;
    }

    /// Judges the images `seed` … `seed + count - 1`, in several threads.
    List<Verdict> run(long seed, int count, IntConsumer progress) throws IOException {
        int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        var plans = new ArrayList<Plan>();
        for (int i = 0; i < count; i++) {
            plans.add(plan(seed + i));
        }
        plans.sort(Comparator.comparingInt(Plan::cut));
        var verdicts = new ArrayList<Verdict>();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var works = new ArrayList<Future<List<Verdict>>>();
            for (int i = 0; i < threads; i++) {
                var share = plans.subList(count * i / threads, count * (i + 1) / threads);
                works.add(workers.submit(() -> judge(share, progress)));
            }
            for (var each : works) {
                verdicts.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return verdicts;
    }

    private record Plan(long seed, int cut, SplittableRandom chance) {}

    private Plan plan(long seed) {
        var chance = new SplittableRandom(seed);
        return new Plan(seed, Image.cut(trace, chance), chance);
    }

    private List<Verdict> judge(List<Plan> plans, IntConsumer progress) throws IOException {
        var disk = new Disk(trace.prefix(), mutant);
        var verdicts = new ArrayList<Verdict>();
        int done = 0;
        for (var plan : plans) {
            trace.acts().subList(done, plan.cut()).forEach(disk::apply);
            done = plan.cut();
            var target = folder(plan.seed());
            var fate = Image.write(disk, plan.chance(), target);
            var findings = Oracle.judge(target.resolve(Station.FOLDER), trace.said(plan.cut()));
            Lab.clear(target);
            verdicts.add(new Verdict(plan.seed(), plan.cut(), fate, findings));
            progress.accept(1);
        }
        return verdicts;
    }

    /// Builds the image of a seed into the new folder `target`, to be looked at.
    void build(long seed, Path target) throws IOException {
        var plan = plan(seed);
        var disk = new Disk(trace.prefix(), mutant);
        trace.acts().subList(0, plan.cut()).forEach(disk::apply);
        Lab.clear(target);
        Image.write(disk, plan.chance(), target);
    }

    private Path folder(long seed) {
        return work.resolve("image-" + seed);
    }
}

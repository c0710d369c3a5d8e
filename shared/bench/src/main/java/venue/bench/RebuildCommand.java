package venue.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import venue.journal.Journal;
import venue.journal.JournalKeys;

/// Runs in a JVM of its own with a small heap: writes a log of so many events, then scans it and
/// rebuilds its projections by turns. Prints `ratio TAB number` and `heap TAB MiB`.
public final class RebuildCommand {

    private static final int ROUNDS = 3;
    private static final long NANOS_MOST = 110_000_000_000L;
    private static final int WARM_UP_PART = 50;
    private static final int SAMPLE_MILLIS = 20;

    private RebuildCommand() {}

    /// The folder and the number of events.
    public static void main(String[] words) {
        var heap = ManagementFactory.getMemoryMXBean();
        var peak = new AtomicLong();
        var keys = JournalKeys.fresh();
        int count = Integer.parseInt(words[1]);
        List<Double> ratios;
        try (var sampler = Executors.newSingleThreadScheduledExecutor();
                var warm = BenchLog.open(Path.of(words[0], "warm"), keys);
                var journal = BenchLog.open(Path.of(words[0], "log"), keys)) {
            var sampling = sampler.scheduleAtFixedRate(
                    () -> peak.accumulateAndGet(heap.getHeapMemoryUsage().getUsed(), Math::max), 0,
                    SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            BenchLog.fill(warm, Math.max(1, count / WARM_UP_PART));
            rounds(warm, 1);
            BenchLog.fill(journal, count);
            ratios = rounds(journal, count);
            sampling.cancel(false);
            sampler.shutdown();
        }
        System.out.println("ratio\t" + BenchLog.median(ratios));
        System.out.println("heap\t" + peak.get() / (1024.0 * 1024.0));
    }

    /// Scans and rebuilds by turns, not again when it takes long.
    private static List<Double> rounds(Journal journal, int count) {
        var ratios = new ArrayList<Double>();
        long began = System.nanoTime();
        do {
            long scanning = scan(journal, count);
            long from = System.nanoTime();
            journal.rebuild(_ -> {});
            long rebuilding = System.nanoTime() - from;
            ratios.add((double) rebuilding / scanning);
            System.err.printf("scan %d ms, rebuild %d ms%n", scanning / 1_000_000,
                    rebuilding / 1_000_000);
        } while (ratios.size() < ROUNDS
                && (System.nanoTime() - began) * (ratios.size() + 1) / ratios.size() < NANOS_MOST);
        return ratios;
    }

    private static long scan(Journal journal, int count) {
        var seen = new AtomicLong();
        long from = System.nanoTime();
        journal.scan(_ -> seen.incrementAndGet());
        long took = System.nanoTime() - from;
        if (seen.get() < count) {
            throw new IllegalStateException("scanned only " + seen);
        }
        return took;
    }
}

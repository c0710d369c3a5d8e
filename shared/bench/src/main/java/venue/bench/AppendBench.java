package venue.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import venue.journal.Journal;
import venue.journal.JournalKeys;

/// Durable appends of one event, alone and by 64 callers at once, against a bare SQLite
/// transaction that inserts as many bytes as the journal stores for one append (leaf, its two
/// hashes, sealed payload, projections, its share of the checkpoints): in one insert into one
/// table, which is judged, and in four inserts into four tables, as many as the journal does.
final class AppendBench {

    static final String SINGLE = "append.single/bare-sqlite";
    static final String SINGLE_4 = "append.single/bare-sqlite-4-inserts";
    static final String GROUP = "append.group64/append.single";
    static final String BYTES = "append.stored-bytes";
    static final String SINGLE_RATE = "append.single-per-second";
    static final String GROUP_RATE = "append.group64-per-second";

    private static final int CALLERS = 64;
    private static final double SECOND = 1e9;
    private static final int INSERTS = 4;
    private static final int SIZING = 500;
    /// Every caller must have come round often enough for the compiler.
    private static final int GROUP_WARM_UP = 20;
    private static final double SINGLE_LEAST = 0.70;
    private static final double GROUP_LEAST = 10;

    private final Path dir;
    private final Scale scale;
    private int next;

    AppendBench(Path dir, Scale scale) {
        this.dir = dir;
        this.scale = scale;
    }

    void run(Consumer<Figure> sink) throws SQLException {
        int bytes = bytesOfOne();
        sink.accept(Figure.shown(BYTES, bytes));
        try (var journal = BenchLog.open(dir.resolve("append"), JournalKeys.fresh());
                var one = new BareSqlite(dir.resolve("one.db"), bytes, 1);
                var four = new BareSqlite(dir.resolve("four.db"), bytes, INSERTS)) {
            singles(journal, scale.warmUp());
            one.run(scale.warmUp());
            four.run(scale.warmUp());
            group(journal, GROUP_WARM_UP * scale.warmUp());
            var toOne = new ArrayList<Double>();
            var toFour = new ArrayList<Double>();
            var grouped = new ArrayList<Double>();
            var rates = new ArrayList<Double>();
            var groupRates = new ArrayList<Double>();
            for (int round = 0; round < scale.rounds(); round++) {
                double alone = (double) singles(journal, scale.singles()) / scale.singles();
                toOne.add((double) one.run(scale.singles()) / scale.singles() / alone);
                toFour.add((double) four.run(scale.singles()) / scale.singles() / alone);
                int many = 10 * scale.singles();
                double together = (double) group(journal, many) / many;
                grouped.add(alone / together);
                rates.add(SECOND / alone);
                groupRates.add(SECOND / together);
            }
            sink.accept(Figure.shown(SINGLE_RATE, BenchLog.median(rates)));
            sink.accept(Figure.shown(GROUP_RATE, BenchLog.median(groupRates)));
            sink.accept(Figure.least(SINGLE, BenchLog.median(toOne), SINGLE_LEAST));
            sink.accept(Figure.shown(SINGLE_4, BenchLog.median(toFour)));
            sink.accept(Figure.least(GROUP, BenchLog.median(grouped), GROUP_LEAST));
        }
    }

    /// What the journal stores for one append in the long run, counted in its closed file.
    private int bytesOfOne() throws SQLException {
        var file = dir.resolve("sizing").resolve("journal.db");
        var keys = JournalKeys.fresh();
        BenchLog.open(dir.resolve("sizing"), keys).close();
        long before = StoredBytes.in(file);
        try (var journal = BenchLog.open(dir.resolve("sizing"), keys)) {
            singles(journal, SIZING);
        }
        return Math.toIntExact((StoredBytes.in(file) - before) / SIZING);
    }

    private long singles(Journal journal, int count) {
        long from = System.nanoTime();
        for (int i = 0; i < count; i++) {
            journal.append(BenchLog.AUTHOR, List.of(BenchLog.event(next++)));
        }
        return System.nanoTime() - from;
    }

    private long group(Journal journal, int count) {
        int each = Math.max(1, count / CALLERS);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long from = System.nanoTime();
            var all = new ArrayList<Future<?>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = next;
                next += each;
                all.add(callers.submit(() -> {
                    for (int i = first; i < first + each; i++) {
                        journal.append(BenchLog.AUTHOR, List.of(BenchLog.event(i)));
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
            return (System.nanoTime() - from) * count / ((long) each * CALLERS);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package venue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Hashes;
import venue.journal.JournalKeys;

/// A log of 100 000 events of 400 bytes: what it weighs on the disk, and how long it takes to open
/// it, which checks every leaf, against hashing the same leaf bytes once with SHA-256 and once with
/// SM3 on one thread.
final class LogBench {

    static final String DISK = "disk.bytes/raw-plus-hashes";
    static final String DISK_EVENTS = "disk.bytes/400-byte-events-plus-hashes";
    static final String START = "start.verify100k/hash-once";

    private static final int HASHES = 64;
    private static final double DISK_MOST = 1.60;
    private static final double START_MOST = 2.00;

    private final Path dir;
    private final Scale scale;
    private final JournalKeys keys = JournalKeys.fresh();

    LogBench(Path dir, Scale scale) {
        this.dir = dir;
        this.scale = scale;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var home = dir.resolve("log");
        try (var journal = BenchLog.open(home, keys)) {
            BenchLog.fill(journal, scale.log());
            journal.export(dir.resolve("export"));
        }
        var export = dir.resolve("export").resolve("bench-1-g1");
        var leaves = BenchLog.lines(export.resolve("leaves.jsonl"));
        long payloads = Files.size(export.resolve("payloads.jsonl")) - leaves.size();
        disk(sink, BenchLog.size(home), leaves, payloads);
        BenchLog.delete(dir.resolve("export"));
        start(sink, home, leaves);
    }

    private static void disk(Consumer<Figure> sink, long size, List<byte[]> leaves,
            long payloads) {
        long raw = leaves.stream().mapToLong(leaf -> leaf.length).sum() + payloads;
        long count = leaves.size();
        sink.accept(Figure.most(DISK, (double) size / (raw + HASHES * count), DISK_MOST));
        sink.accept(Figure.shown(DISK_EVENTS,
                (double) size / ((BenchLog.EVENT_BYTES + HASHES) * count)));
    }

    private void start(Consumer<Figure> sink, Path home, List<byte[]> leaves) {
        var ratios = new ArrayList<Double>();
        for (int round = -1; round < Math.min(5, scale.rounds()); round++) {
            long hashing = hash(leaves);
            long from = System.nanoTime();
            try (var journal = BenchLog.open(home, keys)) {
                long opening = System.nanoTime() - from;
                if (journal.size() < leaves.size()) {
                    throw new IllegalStateException("leaves were lost");
                }
                if (round >= 0) {
                    ratios.add((double) opening / hashing);
                }
            }
        }
        sink.accept(Figure.most(START, BenchLog.median(ratios), START_MOST));
    }

    private static long hash(List<byte[]> leaves) {
        var sha256 = Hashes.sha256();
        var sm3 = Hashes.sm3();
        int seen = 0;
        long from = System.nanoTime();
        for (var leaf : leaves) {
            sha256.update((byte) 0);
            seen += sha256.digest(leaf)[0];
            sm3.update((byte) 0);
            seen += sm3.digest(leaf)[0];
        }
        long took = System.nanoTime() - from;
        if (seen == Integer.MIN_VALUE) {
            throw new IllegalStateException("so that the hashes are needed");
        }
        return took;
    }
}

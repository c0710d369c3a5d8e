package venue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Suite;

/// A bid of 2 GiB: how much heap its opening takes in a JVM that may use 256 MiB, and how soon its
/// first page is there.
final class LargeBidBench {

    static final String HEAP = "opening-2-gib.peak-heap-mib";
    static final String PAGE = "first-page.2-gib/20-mib";
    static final String PAGE_MS = "first-page.2-gib.milliseconds";

    private static final double HEAP_MOST = 256;
    private static final double PAGE_MOST = 1.50;

    private final Path dir;
    private final CryptoBench.Size size;

    LargeBidBench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var large = BidFile.seal(dir, "large", Suite.RSA, size.mib(2048));
        var small = BidFile.seal(dir, "small", Suite.RSA, size.mib(20));
        try (var probe = CryptoProbe.start(List.of(), false, "-Xmx256m")) {
            AesBench.open(probe, large, String.valueOf(
                    Runtime.getRuntime().availableProcessors()), "RSA");
            sink.accept(Figure.most(HEAP, Double.parseDouble(probe.ask("heap").more()),
                    HEAP_MOST));
        }
        var ratios = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        try (var probe = CryptoProbe.start(List.of(), false)) {
            for (int round = -1; round < size.rounds(); round++) {
                double few = page(probe, small);
                double many = page(probe, large);
                if (round >= 0) {
                    ratios.add(many / few);
                    times.add(many / 1e6);
                }
            }
        }
        sink.accept(Figure.most(PAGE, BenchLog.median(ratios), PAGE_MOST));
        sink.accept(Figure.shown(PAGE_MS, BenchLog.median(times)));
        Files.delete(large.file());
    }

    private static double page(CryptoProbe probe, BidFile bid) throws IOException {
        return Double.parseDouble(probe
                .ask("page", bid.file().toString(), bid.k1(), bid.k2(), "51").more());
    }
}

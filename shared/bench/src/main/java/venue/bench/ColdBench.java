package venue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Suite;

/// The first bid of 256 MiB in a fresh JVM, after its warm-up is over, against the median of three
/// more; and the same without a warm-up. Counted are the CPU seconds of the thread that opens: the
/// compiler works beside it on another core.
final class ColdBench {

    static final String AES = "aes.first-bid/warm";
    static final String SM4 = "sm4.first-bid/warm";
    static final String AES_COLD = "aes.first-bid-without-warm-up/warm";
    static final String SM4_COLD = "sm4.first-bid-without-warm-up/warm";
    static final String WHOLE = "both.first-bid/warm.with-the-compiler's-threads";
    static final String SECONDS = "warm-up.cpu-seconds";

    private static final double LEAST = 0.50;

    private final Path dir;
    private final CryptoBench.Size size;
    private final List<Double> whole = new ArrayList<>();
    private final List<Double> warmUps = new ArrayList<>();

    ColdBench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var aes = BidFile.seal(dir, "aes", Suite.RSA, size.mib(256));
        var sm4 = BidFile.seal(dir, "sm4", Suite.SM, size.mib(256));
        sink.accept(Figure.least(AES, median(aes, "RSA", true), LEAST));
        sink.accept(Figure.least(SM4, median(sm4, "", true), LEAST));
        sink.accept(Figure.shown(AES_COLD, median(aes, "RSA", false)));
        sink.accept(Figure.shown(SM4_COLD, median(sm4, "", false)));
        sink.accept(Figure.shown(WHOLE, BenchLog.median(whole)));
        sink.accept(Figure.shown(SECONDS, BenchLog.median(warmUps)));
    }

    private double median(BidFile bid, String digest, boolean warmUp) throws IOException {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < Math.min(3, size.rounds()); round++) {
            try (var probe = CryptoProbe.start(List.of(), CryptoProbe.hasVector())) {
                if (warmUp) {
                    warmUps.add(probe.ask("warm").cpu());
                }
                var first = AesBench.open(probe, bid, "1", digest);
                if (!warmUp) {
                    probe.ask("warm");
                }
                var later = new ArrayList<Double>();
                var laterAll = new ArrayList<Double>();
                for (int i = 0; i < 3; i++) {
                    var one = AesBench.open(probe, bid, "1", digest);
                    later.add(Double.parseDouble(one.more()));
                    laterAll.add(one.cpu());
                }
                ratios.add(BenchLog.median(later) / Double.parseDouble(first.more()));
                if (warmUp) {
                    whole.add(BenchLog.median(laterAll) / first.cpu());
                }
            }
        }
        return BenchLog.median(ratios);
    }
}

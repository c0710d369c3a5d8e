package venue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Suite;

/// A sealed bid of 1 GiB in AES-256-GCM: read, authenticated, decrypted, its SHA-256 compared; the
/// page cache warm, the output thrown away.
final class AesBench {

    static final String ONE_CORE = "aes.opening.one-core/openssl";
    static final String TWO_CORES = "aes.opening.two-cores/one-core";
    static final String TWO_CORES_BOUND = "aes.opening.two-cores/one-core.bound-by-sha256";
    static final String TWO_BIDS = "aes.two-bids.two-cores/one-core";
    static final String NO_DIGEST = "aes.opening-without-digest.two-cores/one-core";
    static final String RATE = "aes.opening.mib-per-cpu-second";
    static final String READ = "limit.read.mib-per-cpu-second";
    static final String HASH = "limit.read-and-sha256.mib-per-cpu-second";
    static final String CIPHER = "limit.read-and-aes-gcm.mib-per-cpu-second";

    private static final double ONE_LEAST = 1.00;
    private static final double TWO_LEAST = 1.70;

    private final Path dir;
    private final CryptoBench.Size size;

    AesBench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        var bid = BidFile.seal(dir, "aes", Suite.RSA, size.mib(1024));
        oneCore(sink, bid);
        twoCores(sink, bid);
    }

    private void oneCore(Consumer<Figure> sink, BidFile bid) throws IOException {
        var pin = OpensslPeer.pin();
        var openssl = OpensslPeer.pinned(pin);
        boolean peer = OpensslPeer.isThere();
        var ratios = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var reads = new ArrayList<Double>();
        var hashes = new ArrayList<Double>();
        var ciphers = new ArrayList<Double>();
        try (var probe = CryptoProbe.start(pin, false)) {
            size.warm(probe);
            for (int round = -1; round < size.rounds(); round++) {
                var opening = open(probe, bid, "1", "RSA");
                double theirs = peer
                        ? openssl.time("dgst", "-sha256", bid.file().toString()).cpu()
                                + bid.bytes() / openssl.aesGcmSpeed(1)
                        : Double.NaN;
                if (round >= 0) {
                    ours.add(bid.mib() / opening.cpu());
                    ratios.add(theirs / opening.cpu());
                    reads.add(rate(bid, probe.ask("read", bid.file().toString())));
                    hashes.add(rate(bid, probe.ask("hash", bid.file().toString(), "RSA")));
                    ciphers.add(rate(bid, open(probe, bid, "1", "")));
                }
            }
        }
        sink.accept(peer
                ? Figure.least(ONE_CORE, BenchLog.median(ratios), ONE_LEAST)
                : Figure.notRun(ONE_CORE, new Figure.Target.Least(ONE_LEAST), "no openssl here"));
        sink.accept(Figure.shown(RATE, BenchLog.median(ours)));
        sink.accept(Figure.shown(READ, BenchLog.median(reads)));
        sink.accept(Figure.shown(HASH, BenchLog.median(hashes)));
        sink.accept(Figure.shown(CIPHER, BenchLog.median(ciphers)));
    }

    private void twoCores(Consumer<Figure> sink, BidFile bid) throws IOException {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            sink.accept(Figure.notRun(TWO_CORES, new Figure.Target.Least(TWO_LEAST),
                    "one core only"));
            return;
        }
        var ratios = new ArrayList<List<Double>>(
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                        new ArrayList<>()));
        try (var probe = CryptoProbe.start(List.of(), false)) {
            size.warm(probe);
            for (int round = -1; round < size.rounds(); round++) {
                double one = open(probe, bid, "1", "RSA").wall();
                double two = open(probe, bid, "2", "RSA").wall();
                double hash = probe.ask("hash", bid.file().toString(), "RSA").wall()
                        - probe.ask("read", bid.file().toString()).wall();
                double both = probe.ask("open-twice", bid.file().toString(), bid.k1(), bid.k2(),
                        "1", "RSA", "").wall();
                double bare = open(probe, bid, "1", "").wall();
                double bareTwo = open(probe, bid, "2", "").wall();
                if (round >= 0) {
                    ratios.get(0).add(one / two);
                    ratios.get(1).add(one / hash);
                    ratios.get(2).add(2 * one / both);
                    ratios.get(3).add(bare / bareTwo);
                }
            }
        }
        sink.accept(Figure.least(TWO_CORES, BenchLog.median(ratios.get(0)), TWO_LEAST));
        sink.accept(Figure.shown(TWO_CORES_BOUND, BenchLog.median(ratios.get(1))));
        sink.accept(Figure.shown(TWO_BIDS, BenchLog.median(ratios.get(2))));
        sink.accept(Figure.shown(NO_DIGEST, BenchLog.median(ratios.get(3))));
    }

    static CryptoProbe.Took open(CryptoProbe probe, BidFile bid, String workers, String suite)
            throws IOException {
        return probe.ask("open", bid.file().toString(), bid.k1(), bid.k2(), workers, suite, "");
    }

    private static double rate(BidFile bid, CryptoProbe.Took took) {
        return bid.mib() / took.cpu();
    }
}

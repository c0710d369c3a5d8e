package venue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import venue.crypto.Suite;

/// A sealed bid of 256 MiB in SM4-GCM: read, authenticated and decrypted, against `openssl enc
/// -sm4-ctr` of the same file, which authenticates nothing.
final class Sm4Bench {

    static final String VECTOR = "sm4.opening.vector/openssl-ctr";
    static final String PLAIN = "sm4.opening.plain-java/openssl-ctr";
    static final String VECTOR_RATE = "sm4.opening.vector.mib-per-cpu-second";
    static final String PLAIN_RATE = "sm4.opening.plain-java.mib-per-cpu-second";
    static final String WITH_SM3 = "sm4.opening-with-sm3.vector.mib-per-cpu-second";
    static final String SM3 = "limit.read-and-sm3.mib-per-cpu-second";

    private static final double VECTOR_LEAST = 3.00;
    private static final double PLAIN_LEAST = 1.50;
    private static final String[] CTR = {"enc", "-sm4-ctr", "-K",
            "0123456789abcdeffedcba9876543210", "-iv", "00000000000000000000000000000000", "-out",
            "/dev/null", "-in"};

    private final Path dir;
    private final CryptoBench.Size size;

    Sm4Bench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        if (!OpensslPeer.isThere()) {
            sink.accept(Figure.notRun(VECTOR, new Figure.Target.Least(VECTOR_LEAST),
                    "no openssl here"));
            sink.accept(Figure.notRun(PLAIN, new Figure.Target.Least(PLAIN_LEAST),
                    "no openssl here"));
            return;
        }
        var bid = BidFile.seal(dir, "sm4", Suite.SM, size.mib(256));
        if (CryptoProbe.hasVector()) {
            measure(sink, bid, true);
        } else {
            sink.accept(Figure.notRun(VECTOR, new Figure.Target.Least(VECTOR_LEAST),
                    "no vector module here"));
        }
        measure(sink, bid, false);
    }

    private void measure(Consumer<Figure> sink, BidFile bid, boolean vector) throws IOException {
        var pin = OpensslPeer.pin();
        var openssl = OpensslPeer.pinned(pin);
        var command = new ArrayList<>(java.util.List.of(CTR));
        command.add(bid.file().toString());
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        var digested = new ArrayList<Double>();
        var sm3 = new ArrayList<Double>();
        String path;
        try (var probe = CryptoProbe.start(pin, vector)) {
            path = probe.ask("warm").more();
            for (int round = -1; round < size.rounds(); round++) {
                double ours = AesBench.open(probe, bid, "1", "").cpu();
                double theirs = openssl.time(command.toArray(String[]::new)).cpu();
                if (round >= 0) {
                    ratios.add(theirs / ours);
                    rates.add(bid.mib() / ours);
                }
                if (round >= 0 && vector) {
                    digested.add(bid.mib() / AesBench.open(probe, bid, "1", "SM").cpu());
                    sm3.add(bid.mib()
                            / probe.ask("hash", bid.file().toString(), "SM").cpu());
                }
            }
        }
        if (vector && !path.startsWith("vector")) {
            sink.accept(Figure.notRun(VECTOR, new Figure.Target.Least(VECTOR_LEAST),
                    "SM4 here is by " + path));
            return;
        }
        sink.accept(Figure.least(vector ? VECTOR : PLAIN, BenchLog.median(ratios),
                vector ? VECTOR_LEAST : PLAIN_LEAST));
        sink.accept(Figure.shown(vector ? VECTOR_RATE : PLAIN_RATE, BenchLog.median(rates)));
        if (vector) {
            sink.accept(Figure.shown(WITH_SM3, BenchLog.median(digested)));
            sink.accept(Figure.shown(SM3, BenchLog.median(sm3)));
        }
    }
}

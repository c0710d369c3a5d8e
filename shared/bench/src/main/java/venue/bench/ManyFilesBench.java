package venue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// SM3 of 32 files of 8 MiB against one `openssl dgst -sm3` of them all, by the clock.
final class ManyFilesBench {

    static final String RATIO = "sm3.many-files/openssl";
    static final String RATE = "sm3.many-files.mib-per-second";

    private static final double LEAST = 1.30;
    private static final int FILES = 32;

    private final Path dir;
    private final CryptoBench.Size size;

    ManyFilesBench(Path dir, CryptoBench.Size size) {
        this.dir = dir;
        this.size = size;
    }

    void run(Consumer<Figure> sink) throws IOException {
        if (!OpensslPeer.isThere()) {
            sink.accept(Figure.notRun(RATIO, new Figure.Target.Least(LEAST), "no openssl here"));
            return;
        }
        var random = new Random(3);
        var names = new ArrayList<String>();
        var content = new byte[(int) size.mib(8)];
        for (int i = 0; i < FILES; i++) {
            random.nextBytes(content);
            names.add(Files.write(dir.resolve("file" + i), content).toString());
        }
        var words = Stream.concat(Stream.of("dgst", "-sm3"), names.stream())
                .toArray(String[]::new);
        var openssl = OpensslPeer.pinned(List.of());
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        try (var probe = CryptoProbe.start(List.of(), CryptoProbe.hasVector())) {
            for (int round = -2; round < size.rounds(); round++) {
                double ours = probe.ask("sm3", dir.toString()).wall();
                double theirs = openssl.time(words).wall();
                if (round >= 0) {
                    ratios.add(theirs / ours);
                    rates.add((double) FILES * content.length / CryptoBench.MIB / ours);
                }
            }
        }
        sink.accept(Figure.least(RATIO, BenchLog.median(ratios), LEAST));
        sink.accept(Figure.shown(RATE, BenchLog.median(rates)));
    }
}

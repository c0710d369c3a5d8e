package venue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// All figures of opening sealed bids (解密), in a scratch folder of the working disk. What is
/// compared with `openssl` is counted in seconds of the CPU, user and system, on one core, which
/// other work on the machine disturbs least; what concerns several cores, by the clock.
final class CryptoBench {

    static final long MIB = 1L << 20;

    private static final long ROOM = 7L << 30;

    private CryptoBench() {}

    /// How much of everything.
    ///
    /// @param shrink the divisor of all sizes
    record Size(int rounds, int shrink) {

        static Size of(Scale scale) {
            return scale.equals(Scale.QUICK) ? new Size(1, 256) : new Size(5, 1);
        }

        /// A quick run shows that everything runs, not how fast.
        void warm(CryptoProbe probe) throws IOException {
            if (shrink == 1) {
                probe.ask("warm");
            }
        }

        long mib(long whole) {
            return whole * MIB / shrink;
        }
    }

    static void run(Scale scale, Consumer<Figure> sink) {
        try {
            var dir = Files.createTempDirectory("venue-bench");
            try {
                var size = Size.of(scale);
                long free = Files.getFileStore(dir).getUsableSpace();
                if (free < ROOM / size.shrink()) {
                    sink.accept(Figure.notRun("crypto", new Figure.Target.Shown(),
                            free / MIB + " MiB free in " + dir));
                    return;
                }
                alone(dir, "aes", at -> new AesBench(at, size).run(sink));
                alone(dir, "sm4", at -> new Sm4Bench(at, size).run(sink));
                alone(dir, "cold", at -> new ColdBench(at, size).run(sink));
                alone(dir, "sm3", at -> new ManyFilesBench(at, size).run(sink));
                alone(dir, "large", at -> new LargeBidBench(at, size).run(sink));
                alone(dir, "unwrap", at -> new UnwrapBench(at, size).run(sink));
            } finally {
                BenchLog.delete(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A part in a folder of its own, which is gone before the next begins.
    private static void alone(Path dir, String name, InFolder part)
            throws IOException {
        var folder = Files.createDirectory(dir.resolve(name));
        try {
            part.run(folder);
        } finally {
            BenchLog.delete(folder);
        }
    }

    /// A part that is told where to put its files.
    private interface InFolder {

        void run(Path folder) throws IOException;
    }
}

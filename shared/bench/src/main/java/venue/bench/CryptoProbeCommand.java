package venue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Copying;
import venue.crypto.Hashes;
import venue.crypto.OpenOutcome;
import venue.crypto.Opening;
import venue.crypto.Progress;
import venue.crypto.SealedBid;
import venue.crypto.Suite;
import venue.crypto.WarmUp;

/// The JVM that does the work of the bench of `crypto`, so that it can be pinned to a core, be
/// cold, or have a small heap. Takes one order a line, tab-separated, and answers each with a
/// line: nanoseconds by the clock, nanoseconds of the CPU for the whole JVM, and what else the
/// order asks for.
public final class CryptoProbeCommand {

    private static final int PAGE = 1 << 16;

    private CryptoProbeCommand() {}

    /// Takes orders until its input ends.
    public static void main(String[] words) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer(List.of(line.split("\t", -1))));
        }
    }

    private static String answer(List<String> order) throws IOException, InterruptedException {
        long wall = System.nanoTime();
        long cpu = cpu();
        var more = switch (order.getFirst()) {
            case "open" -> open(order, Integer.parseInt(order.get(4)));
            case "open-twice" -> openTwice(order);
            case "page" -> page(order);
            case "read" -> read(order, null);
            case "hash" -> read(order, Suite.valueOf(order.get(2)).digest());
            case "sm3" -> many(order);
            case "warm" -> warm();
            case "heap" -> heap();
            default -> throw new IllegalArgumentException(order.getFirst());
        };
        return String.format(Locale.ROOT, "%d\t%d\t%s", System.nanoTime() - wall, cpu() - cpu,
                more);
    }

    /// Answers the nanoseconds of the CPU of its own thread alone, the compiler's not among them.
    private static String open(List<String> order, int workers) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        var suites = order.get(5).isEmpty()
                ? new Suite[0]
                : new Suite[]{Suite.valueOf(order.get(5))};
        var copied = unlocked(order).copyTo(OutputStream.nullOutputStream(),
                Copying.fast().by(workers).digesting(suites));
        if (copied.outcome() != OpenOutcome.OK || copied.bytes() == 0
                || !order.get(6).isEmpty() && !order.get(6).equals(copied.sha256())) {
            throw new IllegalStateException(copied.toString());
        }
        return String.valueOf(threads.getCurrentThreadCpuTime() - from);
    }

    private static String openTwice(List<String> order) throws InterruptedException {
        try (var both = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<String>>();
            for (int i = 0; i < 2; i++) {
                running.add(both.submit(() -> open(order, 1)));
            }
            for (var one : running) {
                one.get();
            }
            return "";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Opening unlocked(List<String> order) {
        return SealedBid.open(Path.of(order.get(1))).unlock(Bytes.fromHex(order.get(2)),
                Bytes.fromHex(order.get(3)));
    }

    /// The first page, over and over; answers the median in nanoseconds.
    private static String page(List<String> order) throws IOException {
        int count = Integer.parseInt(order.get(4));
        var took = new long[count];
        var page = ByteBuffer.allocate(PAGE);
        for (int i = 0; i < count; i++) {
            long from = System.nanoTime();
            try (var content = unlocked(order).content()) {
                while (page.clear().hasRemaining() && content.read(page) > 0) {
                    if (!page.hasRemaining()) {
                        break;
                    }
                }
            }
            took[i] = System.nanoTime() - from;
        }
        Arrays.sort(took);
        return String.valueOf(took[count / 2]);
    }

    private static String read(List<String> order,
            @Nullable MessageDigest digest) throws IOException {
        var buffer = ByteBuffer.allocate(PAGE);
        try (var in = FileChannel.open(Path.of(order.get(1)))) {
            while (in.read(buffer.clear()) > 0) {
                if (digest != null) {
                    digest.update(buffer.flip());
                }
            }
        }
        return digest == null ? "" : Bytes.of(digest.digest()).hex();
    }

    private static String many(List<String> order) {
        try (var all = Files.list(Path.of(order.get(1)))) {
            return Hashes.all(all.sorted().toList(), Suite.SM, Progress.NONE).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String warm() throws InterruptedException {
        try (var warmUp = WarmUp.begin()) {
            if (!warmUp.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still cold");
            }
        }
        return WarmUp.sm4();
    }

    /// The most the heap has held, each part of it at its own peak, in MiB.
    private static String heap() {
        long most = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return String.valueOf(most / (1024.0 * 1024.0));
    }

    private static long cpu() {
        return ManagementFactory
                .getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getProcessCpuTime()
                        : System.nanoTime();
    }
}

package venue.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Digests of many files, one file a core: a digest goes through its file in order, so that only
/// different files can be done at once. Long files come first, lest one of them be left for the
/// end.
final class ManyFiles {

    private static final int BUFFER = 1 << 16;

    private final Map<Path, Long> sizes = new HashMap<>();
    private final List<Path> files;
    private final Progress progress;
    private final long total;
    private long done;

    ManyFiles(List<Path> files, Progress progress) {
        this.files = List.copyOf(files);
        this.progress = progress;
        this.files.forEach(file -> sizes.computeIfAbsent(file, ManyFiles::size));
        this.total = sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Hashes.Sums> sums() {
        return each(file -> {
            var sha256 = Hashes.sha256();
            var sm3 = Hashes.sm3();
            long size = read(file, List.of(sha256, sm3));
            return new Hashes.Sums(hex(sha256), hex(sm3), size);
        });
    }

    List<String> digests(Suite suite) {
        return each(file -> {
            var digest = suite.digest();
            read(file, List.of(digest));
            return hex(digest);
        });
    }

    private <T> List<T> each(Function<Path, T> work) {
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory())) {
            try {
                return each(pool, work);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private <T> List<T> each(ExecutorService pool, Function<Path, T> work) {
        var running = new HashMap<Path, Future<T>>();
        sizes.keySet().stream()
                .sorted(Comparator.comparingLong((Path file) -> sizes.getOrDefault(file, 0L))
                        .reversed())
                .forEach(file -> running.put(file, pool.submit(() -> work.apply(file))));
        var found = new ArrayList<T>();
        for (var file : files) {
            found.add(got(Objects.requireNonNull(running.get(file))));
        }
        return found;
    }

    private long read(Path file, List<MessageDigest> digests) {
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (var digest : digests) {
                    digest.update(buffer, 0, n);
                }
                size += n;
                step(n);
            }
            return size;
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    private synchronized void step(int bytes) {
        done += bytes;
        Container.step(progress, done, Math.max(done, total));
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CryptoFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof CancellationException stop) {
                throw stop;
            }
            throw new IllegalStateException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

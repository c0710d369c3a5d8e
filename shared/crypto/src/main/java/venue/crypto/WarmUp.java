package venue.crypto;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import venue.crypto.body.Aead;
import venue.crypto.body.Ciphers;
import venue.crypto.body.Sm4Choice;

/// Makes the first bid of the day open as fast as the second: the JVM compiles AES, SHA-256 and
/// SM4 only after thousands of calls, and the fast ways to SM4 have to be tried before they are
/// used. Runs in a thread of its own while people sign in; begun by each application at its
/// start. Without it everything works, only slower at first.
public final class WarmUp implements AutoCloseable {

    private static final int CALLS = 5_000;
    private static final int PIECE = 1 << 10;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;

    private WarmUp() {}

    /// Begins in the background.
    public static WarmUp begin() {
        var warmUp = new WarmUp();
        var executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon()
                .name("warm-up").factory());
        executor.execute(warmUp::run);
        executor.shutdown();
        return warmUp;
    }

    /// Which SM4 is in use now, for the page of technical facts.
    public static String sm4() {
        var report = Sm4Choice.report();
        return report.path() + (report.constantTime() ? "" : " (not constant time)")
                + (report.rejected().isEmpty() ? "" : " rejected: " + report.rejected());
    }

    /// Waits for the end, but not longer than that; tells whether it is over.
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return over.await(time, unit);
    }

    /// Stops soon; what is warm stays warm.
    @Override
    public void close() {
        stopped = true;
    }

    private void run() {
        try {
            var digest = Suite.RSA.digest();
            var box = new byte[PIECE + Aead.TAG];
            var nonce = new byte[12];
            try (var aes = Ciphers.aes(new byte[Suite.RSA.keyBytes()])) {
                for (int i = 0; i < CALLS && !stopped; i++) {
                    nonce[0] = (byte) i;
                    nonce[1] = (byte) (i >> 8);
                    aes.seal(nonce, nonce, new byte[PIECE], 0, PIECE, box, 0);
                    digest.update(new byte[aes.open(nonce, nonce, box, 0, box.length, box, 0)]);
                }
            }
            if (!stopped) {
                Sm4Choice.choose(() -> stopped);
            }
        } finally {
            over.countDown();
        }
    }
}

package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Token;
import venue.crypto.TokenFailure;

/// Two vendors at one desk, and many media one after the other.
class SideBySideTest {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static void work(Token token, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            var secret = Bytes.random(32);
            assertEquals(secret, token.unwrap(Wraps.of(token.encryption(), secret)));
        }
    }

    @Test
    void twoVendorsWorkAtTheSameTimeAndOnesCrashLeavesTheOtherAlone()
            throws IOException, InterruptedException, ExecutionException {
        var hsm = SoftHsm.in(folder);
        hsm.token("A");
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        try (var drivers = new Drivers();
                var rsa = drivers.open(hsm.spec("A"), SoftHsm.PIN.toCharArray());
                var sm2 = drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray());
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals(2, drivers.processes().size());
            var all = new ArrayList<Future<Void>>();
            for (var token : new Token[]{rsa, sm2, rsa, sm2}) {
                Callable<Void> each = () -> {
                    work(token, 20);
                    return null;
                };
                all.add(people.submit(each));
            }
            for (var each : all) {
                each.get();
            }
            skf.misbehave("SKF_ECCDecrypt crash");
            var wrapped = Wraps.of(sm2.encryption(), Bytes.random(32));
            var failure = assertThrows(TokenFailure.class, () -> sm2.unwrap(wrapped));
            assertEquals(TokenFailure.Code.DRIVER_CRASHED, failure.kind());
            work(rsa, 2);
            assertEquals(1, drivers.processes().size());
        }
    }

    @Test
    void fortyMediaOneAfterTheOtherLeaveNothingBehind() throws IOException {
        var skf = SkfDouble.in(folder);
        var pair = skf.medium("K0");
        var before = ProcessHandle.current().descendants().count();
        var drivers = new Drivers();
        for (int i = 1; i <= 40; i++) {
            var device = "K" + i;
            skf.medium(device, pair);
            if (i % 10 == 0) {
                skf.misbehave("SKF_VerifyPIN crash");
                assertThrows(TokenFailure.class, () -> drivers.open(skf.spec(device),
                        SkfDouble.PIN.toCharArray()));
                skf.misbehave();
            }
            try (var token = drivers.open(skf.spec(device), SkfDouble.PIN.toCharArray())) {
                work(token, 1);
            }
            assertEquals(0, skf.held());
            assertEquals(1, drivers.processes().size());
            assertTrue(threads(3) <= 3, "threads " + count());
            skf.remove(device);
        }
        drivers.close();
        assertEquals(0, drivers.processes().size());
        assertEquals(before, ProcessHandle.current().descendants().count());
        assertEquals(0, threads(0));
    }

    /// Threads of this module; those that are just ending get a moment.
    private static long threads(int expected) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        long count = count();
        while (count > expected && System.nanoTime() < end) {
            Thread.onSpinWait();
            count = count();
        }
        return count;
    }

    private static long count() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("driver")).count();
    }

    @Test
    void anIdleDriverGoesAndComesBack() throws IOException, InterruptedException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        var usual = Patience.USUAL;
        try (var drivers = new Drivers(new Patience(usual.start(), usual.list(), usual.login(),
                usual.use(), Duration.ofMillis(100)))) {
            drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray()).close();
            var gone = ProcessHandle.current().descendants().map(ProcessHandle::onExit).toList();
            gone.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
            assertEquals(0, drivers.processes().size());
            try (var token = drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray())) {
                work(token, 1);
            }
        }
    }
}

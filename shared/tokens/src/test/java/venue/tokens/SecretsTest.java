package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.TokenFailure;

/// Where a PIN must never be found.
class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void noPinInArgumentsEnvironmentOrLog() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.misbehave("SKF_VerifyPIN print");
        var log = new ByteArrayOutputStream();
        var real = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (var drivers = new Drivers()) {
            var pin = SkfDouble.PIN.toCharArray();
            try (var token = drivers.open(skf.spec("K1"), pin)) {
                assertFalse(token.signing().holder().isEmpty());
                assertArrayEquals(new char[pin.length], pin);
                for (var process : drivers.processes()) {
                    for (var each : new String[]{"cmdline", "environ"}) {
                        var text = Files.readString(Path.of("/proc", process.toString(), each),
                                StandardCharsets.ISO_8859_1);
                        assertTrue(text.length() > 20);
                        assertFalse(text.contains(SkfDouble.PIN), each);
                    }
                }
            }
            skf.misbehave("SKF_VerifyPIN crash");
            assertThrows(TokenFailure.class,
                    () -> drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray()));
        } finally {
            System.setErr(real);
        }
        var said = log.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("printed"), said);
        assertTrue(said.contains("CRASHED"), said);
        assertTrue(said.contains("SIGSEGV"), said);
        assertFalse(said.contains(SkfDouble.PIN), said);
    }

    @Test
    void aCrashLeavesNoDumpOfMemory() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.misbehave("SKF_VerifyPIN crash");
        var here = Path.of("").toAbsolutePath();
        long before = dumps(here);
        try (var drivers = new Drivers()) {
            assertThrows(TokenFailure.class,
                    () -> drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray()));
        }
        assertEquals(before, dumps(here));
    }

    private static long dumps(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().matches("hs_err.*|core.*"))
                    .count();
        }
    }

    @Test
    void aPinWithLettersOutsideTheCharacterSetIsJustWrong() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        try (var drivers = new Drivers()) {
            var failure = assertThrows(TokenFailure.class,
                    () -> drivers.open(skf.spec("K1"), "\ud83d\ude00".toCharArray()));
            assertTrue(failure.pinMayBeTriedAgain(), failure.getMessage());
            drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray()).close();
        }
    }
}

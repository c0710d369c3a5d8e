package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.Envelope;
import venue.crypto.OpenOutcome;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// SoftHSM 2 as a real token behind a driver's process.
class Pkcs11Test {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;
    private SoftHsm hsm;
    private Drivers drivers;

    @BeforeEach
    void start() throws IOException {
        hsm = SoftHsm.in(folder);
        drivers = new Drivers();
    }

    @AfterEach
    void end() {
        if (drivers != null) {
            drivers.close();
            assertEquals(0, drivers.processes().size());
        }
    }

    private static char[] pin() {
        return SoftHsm.PIN.toCharArray();
    }

    @Test
    void signsAndUnwraps() throws IOException {
        var entry = hsm.token("A");
        var pin = pin();
        try (var token = drivers.open(hsm.spec("A"), pin)) {
            assertArrayEquals(new char[pin.length], pin);
            assertEquals(entry.certificate(), token.signing());
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            for (int length = 1; length <= 190; length += 27) {
                var secret = Bytes.random(length);
                assertEquals(secret,
                        Envelope.open(token, Envelope.wrap(token.encryption(), secret.array())));
            }
        }
    }

    @Test
    void tellsAWrongPinFromTheRightOne() throws IOException {
        hsm.token("A");
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("A"), "00000000".toCharArray()));
        assertTrue(failure.pinMayBeTriedAgain(), failure.getMessage());
        assertEquals(OpenOutcome.PIN_LOCKED, failure.outcome());
        drivers.open(hsm.spec("A"), pin()).close();
    }

    @Test
    void namesAMissingToken() throws IOException {
        hsm.token("A");
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("Z"), pin()));
        assertEquals(Code.MEDIA_MISSING, failure.kind());
    }

    @Test
    void namesATokenWithoutKeys() throws IOException {
        hsm.empty("E");
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("E"), pin()));
        assertEquals(Code.NO_KEY, failure.kind());
    }
}

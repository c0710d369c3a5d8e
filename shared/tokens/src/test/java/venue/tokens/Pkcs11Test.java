package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Authority;
import venue.crypto.Bytes;
import venue.crypto.Envelope;
import venue.crypto.KeyEntry;
import venue.crypto.OpenOutcome;
import venue.crypto.Suite;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// SoftHSM 2 as a real token behind a driver's process.
class Pkcs11Test {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);

    private static final Instant END = SoftHsm.NOON.plusSeconds(8_000_000);

    @TempDir
    private static Path folder;
    private static SoftHsm hsm;
    private static KeyEntry a;
    private static KeyEntry b;
    private Drivers drivers;

    @BeforeAll
    static void prepare() throws IOException {
        hsm = SoftHsm.in(folder.resolve("hsm"));
        a = hsm.token("A");
        b = hsm.token("B");
        hsm.empty("E");
    }

    @BeforeEach
    void start() {
        drivers = new Drivers();
    }

    @AfterEach
    void end() {
        drivers.close();
        assertEquals(0, drivers.processes().size());
    }

    private static char[] pin() {
        return SoftHsm.PIN.toCharArray();
    }

    @Test
    void signsAndUnwraps() {
        var pin = pin();
        try (var token = drivers.open(hsm.spec("A"), pin)) {
            assertArrayEquals(new char[pin.length], pin);
            assertEquals(a.certificate(), token.signing());
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            for (int length = 1; length <= 190; length += 27) {
                var secret = Bytes.random(length);
                assertEquals(secret,
                        Envelope.open(token, Envelope.wrap(token.encryption(), secret.array())));
            }
        }
    }

    @Test
    void tellsAWrongPinFromTheRightOne() {
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("A"), "00000000".toCharArray()));
        assertTrue(failure.pinMayBeTriedAgain(), failure.getMessage());
        assertEquals(OpenOutcome.PIN_LOCKED, failure.outcome());
        drivers.open(hsm.spec("A"), pin()).close();
    }

    @Test
    void namesAMissingToken() {
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("Z"), pin()));
        assertEquals(Code.MEDIA_MISSING, failure.kind());
    }

    @Test
    void namesATokenWithoutKeys() {
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(hsm.spec("E"), pin()));
        assertEquals(Code.NO_KEY, failure.kind());
    }

    @Test
    void checksThePinOfAMediumThatIsOpenAlready() {
        try (var first = drivers.open(hsm.spec("A"), pin())) {
            assertThrows(TokenFailure.class,
                    () -> drivers.open(hsm.spec("A"), "00000000".toCharArray()));
            try (var second = drivers.open(hsm.spec("A"), pin())) {
                assertTrue(second.signing().verifies(MESSAGE, second.sign(MESSAGE)));
            }
            assertTrue(first.signing().verifies(MESSAGE, first.sign(MESSAGE)));
        }
    }

    @Test
    void refusesWhatWasWrappedForAnother() {
        var other = b.certificate();
        try (var token = drivers.open(hsm.spec("A"), pin())) {
            var failure = assertThrows(TokenFailure.class,
                    () -> token.unwrap(Wraps.of(other, Bytes.random(32))));
            assertEquals(Code.UNWRAP_REFUSED, failure.kind());
            for (int length : new int[]{0, 1, 255, 256, 257}) {
                var garbage = new byte[length];
                Arrays.fill(garbage, (byte) 0xFF);
                var refused = assertThrows(TokenFailure.class,
                        () -> token.unwrap(Bytes.of(garbage)));
                assertEquals(Code.UNWRAP_REFUSED, refused.kind());
            }
            var mine = Bytes.random(32);
            assertEquals(mine, token.unwrap(Wraps.of(token.encryption(), mine)));
        }
    }

    @Test
    void choosesTheRightOneOfAPairOfCertificates() throws IOException {
        var root = Authority.root(Suite.RSA, "Root", SoftHsm.NOON,
                SoftHsm.NOON.plusSeconds(9_000_000));
        var who = new Authority.Subject("持有人", "某某公司", "");
        var encrypt = root.issue(who, Authority.Use.ENCRYPT, SoftHsm.NOON, END);
        var sign = root.issue(who, Authority.Use.SIGN, SoftHsm.NOON, END);
        hsm.empty("P");
        hsm.load("P", "01", encrypt);
        hsm.load("P", "02", sign);
        try (var token = drivers.open(hsm.spec("P"), pin())) {
            assertEquals(sign.certificate(), token.signing());
            assertEquals(encrypt.certificate(), token.encryption());
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            var secret = Bytes.random(32);
            assertEquals(secret, token.unwrap(Wraps.of(token.encryption(), secret)));
        }
    }

    @Test
    void namesATokenWhoseFilesAreGone() throws IOException {
        var hsm = SoftHsm.in(folder.resolve("other"));
        hsm.token("A");
        var token = drivers.open(hsm.spec("A"), pin());
        hsm.removeAll();
        var failure = assertThrows(TokenFailure.class, () -> token.sign(MESSAGE));
        assertTrue(Set.of(Code.MEDIA_REMOVED, Code.DRIVER_REFUSED).contains(failure.kind()),
                failure.getMessage());
        token.close();
        drivers.close();
        drivers = new Drivers();
        var missing = assertThrows(TokenFailure.class, () -> drivers.open(hsm.spec("A"), pin()));
        assertEquals(Code.MEDIA_MISSING, missing.kind());
    }
}

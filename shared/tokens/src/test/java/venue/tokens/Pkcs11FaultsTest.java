package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.OpenOutcome;
import venue.crypto.Token;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// SoftHSM behind a library of our own that passes calls on or spoils them.
class Pkcs11FaultsTest {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    private static Path folder;
    private static SoftHsm hsm;
    private static TokenSpec.Pkcs11 spec;
    private static Drivers drivers;

    @BeforeAll
    static void prepare() throws IOException {
        hsm = SoftHsm.in(folder);
        hsm.token("A");
        var environment = new HashMap<>(hsm.environment());
        environment.put("VENUE_P11_REAL", SoftHsm.library().toString());
        environment.put("VENUE_P11_FAULT", folder.resolve("fault").toString());
        spec = new TokenSpec.Pkcs11("厂商乙", SkfDouble.compile("p11-proxy", "-ldl"), "A",
                environment);
        drivers = new Drivers(new Patience(Duration.ofSeconds(30), SHORT, SHORT, SHORT,
                Duration.ofSeconds(60)));
    }

    @BeforeEach
    void start() throws IOException {
        misbehave();
    }

    @AfterAll
    static void end() {
        if (drivers != null) {
            drivers.close();
        }
    }

    private static void misbehave(String... lines) throws IOException {
        Files.write(folder.resolve("fault"), List.of(lines));
    }

    private static Token open() {
        return drivers.open(spec, SoftHsm.PIN.toCharArray());
    }

    private static void use() {
        try (var token = open()) {
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            var secret = Bytes.random(32);
            assertEquals(secret, token.unwrap(Wraps.of(token.encryption(), secret)));
        }
    }

    @ParameterizedTest
    @CsvSource({"C_Decrypt hang, DRIVER_HUNG, TIMEOUT", "C_Decrypt crash, DRIVER_CRASHED, DRIVER",
            "C_Login crash, DRIVER_CRASHED, DRIVER",
            "C_Decrypt code 0x32, MEDIA_REMOVED, MEDIA_MISSING",
            "C_Sign code 0xE0, MEDIA_REMOVED, MEDIA_MISSING",
            "C_Sign code 0x30, DRIVER_REFUSED, DRIVER",
            "C_Sign garbage 256, DRIVER_NONSENSE, DRIVER",
            "C_Sign garbage 1000, DRIVER_NONSENSE, DRIVER",
            "C_Sign garbage 3, DRIVER_NONSENSE, DRIVER",
            "C_Decrypt code 0x40, UNWRAP_REFUSED, FILE_CORRUPT",
            "C_GetSlotList count 100000, DRIVER_NONSENSE, DRIVER",
            "C_GetSlotList count 0, MEDIA_MISSING, MEDIA_MISSING",
            "C_Login code 0xA4, MEDIA_LOCKED, PIN_LOCKED",
            "C_GetTokenInfo flags 0x40000, MEDIA_LOCKED, PIN_LOCKED"})
    void namesWhatTheDriverDoes(String fault, Code code, OpenOutcome outcome) throws IOException {
        misbehave(fault);
        var failure = assertThrows(TokenFailure.class, Pkcs11FaultsTest::use);
        assertEquals(code, failure.kind(), failure.getMessage());
        assertEquals(outcome, failure.outcome());
        misbehave();
        use();
    }

    @ParameterizedTest
    @CsvSource({"0, PIN_WRONG_FEW_LEFT", "0x20000, PIN_WRONG_ONE_LEFT", "0x60000, MEDIA_LOCKED"})
    void tellsHowManyTriesAreLeftAsFarAsTheTokenDoes(String flags, Code code)
            throws IOException {
        misbehave("C_GetTokenInfo flags " + flags);
        var failure = assertThrows(TokenFailure.class,
                () -> drivers.open(spec, "00000000".toCharArray()));
        assertEquals(code, failure.kind());
        misbehave();
        use();
    }

    @Test
    void namesATokenTakenOutWhileItIsInUse() throws IOException {
        try (var token = open()) {
            var secret = Bytes.random(32);
            var wrapped = Wraps.of(token.encryption(), secret);
            assertEquals(secret, token.unwrap(wrapped));
            misbehave("C_Decrypt code 0xB3", "C_GetSlotList count 0");
            var failure = assertThrows(TokenFailure.class, () -> token.unwrap(wrapped));
            assertEquals(Code.MEDIA_REMOVED, failure.kind());
            misbehave();
        }
        use();
    }

    @Test
    void listsWhatIsPluggedIn() throws IOException {
        var found = new TokenRack(drivers).list(List.of(spec));
        var medium = assertInstanceOf(Plugged.Medium.class, found.getFirst());
        assertEquals("持有人A", medium.certificate().orElseThrow().holder());
        assertTrue(medium.say().contains("持有人A"), medium.say());
        assertTrue(medium.say().contains("2026-11-23"), medium.say());
        assertTrue(medium.isExpired(SoftHsm.NOON.plusSeconds(8_000_001)));
        assertFalse(medium.isExpired(SoftHsm.NOON));
        drivers.open(medium.spec(), SoftHsm.PIN.toCharArray()).close();
        misbehave("C_GetSlotList count 0");
        assertInstanceOf(Plugged.Nothing.class,
                new TokenRack(drivers).list(List.of(spec)).getFirst());
    }
}

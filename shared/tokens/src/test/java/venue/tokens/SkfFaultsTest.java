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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.KeyEntry;
import venue.crypto.OpenOutcome;
import venue.crypto.Token;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// A driver that misbehaves at every call: each way has its name, and the next medium works.
class SkfFaultsTest {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Patience IMPATIENT = new Patience(Duration.ofSeconds(30), SHORT, SHORT,
            SHORT, Duration.ofSeconds(60));

    /// One set of media and drivers for all tests: what ends a driver's process is among them.
    @TempDir
    private static Path folder;
    private static SkfDouble skf;
    private static Drivers drivers;

    @BeforeAll
    static void prepare() throws IOException {
        skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.medium("K2");
        drivers = new Drivers(IMPATIENT);
    }

    @AfterAll
    static void end() {
        if (drivers != null) {
            drivers.close();
            assertEquals(0, drivers.processes().size());
        }
    }

    @BeforeEach
    void behave() throws IOException {
        skf.misbehave();
        skf.insert("K1");
        skf.insert("K2");
    }

    private static Token open(String device) {
        return drivers.open(skf.spec(device), SkfDouble.PIN.toCharArray());
    }

    /// Opens, signs and unwraps; what fails first is the answer.
    private static void use(String device) {
        try (var token = open(device)) {
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            var secret = Bytes.random(32);
            assertEquals(secret, token.unwrap(Wraps.of(token.encryption(), secret)));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "SKF_EnumDev hang, DRIVER_HUNG, TIMEOUT", "SKF_VerifyPIN hang, DRIVER_HUNG, TIMEOUT",
            "SKF_ECCDecrypt hang, DRIVER_HUNG, TIMEOUT",
            "SKF_EnumDev crash, DRIVER_CRASHED, DRIVER",
            "SKF_VerifyPIN crash, DRIVER_CRASHED, DRIVER",
            "SKF_ECCSignData crash, DRIVER_CRASHED, DRIVER",
            "SKF_ECCDecrypt crash, DRIVER_CRASHED, DRIVER",
            "SKF_ECCDecrypt exit, DRIVER_CRASHED, DRIVER",
            "SKF_OpenContainer code 0x0A000002, DRIVER_REFUSED, DRIVER",
            "SKF_VerifyPIN code 0x0A000027, PIN_WRONG_UNCOUNTED, PIN_LOCKED",
            "SKF_VerifyPIN code 0x0A000025, MEDIA_LOCKED, PIN_LOCKED",
            "SKF_ECCSignData code 0x0A000023, MEDIA_REMOVED, MEDIA_MISSING",
            "SKF_ECCDecrypt code 0x0A000001, DRIVER_REFUSED, DRIVER",
            "SKF_EnumDev size 0xFFFFFFFF, DRIVER_NONSENSE, DRIVER",
            "SKF_EnumContainer size 90000, DRIVER_NONSENSE, DRIVER",
            "SKF_EnumApplication size2 60000, DRIVER_NONSENSE, DRIVER",
            "SKF_ExportCertificate size 0x7FFFFFFF, DRIVER_NONSENSE, DRIVER",
            "SKF_ExportCertificate size2 60000, DRIVER_NONSENSE, DRIVER",
            "SKF_ECCSignData garbage, DRIVER_NONSENSE, DRIVER",
            "SKF_ECCDecrypt size 0xFFFFFFF0, DRIVER_NONSENSE, DRIVER"})
    void namesWhatTheDriverDoes(String fault, Code code, OpenOutcome outcome) throws IOException {
        skf.misbehave(fault);
        long begin = System.nanoTime();
        var failure = assertThrows(TokenFailure.class, () -> use("K1"));
        assertEquals(code, failure.kind(), failure.getMessage());
        assertEquals(outcome, failure.outcome());
        assertFalse(failure.remedy().isEmpty());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(Duration.ofSeconds(25)) < 0, took.toString());
        skf.misbehave();
        use("K2");
        assertEquals(0, skf.held());
        assertEquals(1, drivers.processes().size());
    }

    @ParameterizedTest
    @CsvSource({"SKF_ECCDecrypt slow 500", "SKF_VerifyPIN slow 500", "SKF_EnumDev print",
            "SKF_VerifyPIN print", "SKF_GetPINInfo code 3", "SKF_GetPINInfo size 70000"})
    void endures(String fault) throws IOException {
        skf.misbehave(fault);
        use("K1");
        var medium = assertInstanceOf(Plugged.Medium.class,
                new TokenRack(drivers).list(List.of(skf.spec("K1"))).getFirst());
        assertFalse(medium.isLocked());
    }

    @Test
    void namesAMediumTakenOutBetweenTwoCalls() throws IOException {
        var first = open("K1");
        var second = open("K2");
        var secret = Bytes.random(32);
        var wrapped = Wraps.of(first.encryption(), secret);
        assertEquals(secret, first.unwrap(wrapped));
        skf.remove("K1");
        skf.misbehave("SKF_ECCDecrypt code 0x0A000001");
        var failure = assertThrows(TokenFailure.class, () -> first.unwrap(wrapped));
        assertEquals(Code.MEDIA_REMOVED, failure.kind());
        assertEquals(OpenOutcome.MEDIA_MISSING, failure.outcome());
        skf.misbehave();
        assertTrue(second.signing().verifies(MESSAGE, second.sign(MESSAGE)));
        first.close();
        var missing = assertThrows(TokenFailure.class, () -> open("K1"));
        assertEquals(Code.MEDIA_MISSING, missing.kind());
        skf.insert("K1");
        use("K1");
        second.close();
        assertEquals(0, skf.held());
    }

    @Test
    void tellsOthersOfTheSameDriverThatTheyMustLogInAgain() throws IOException {
        var first = open("K1");
        var second = open("K2");
        skf.misbehave("SKF_ECCSignData hang");
        var hung = assertThrows(TokenFailure.class, () -> first.sign(MESSAGE));
        assertEquals(Code.DRIVER_HUNG, hung.kind());
        skf.misbehave();
        var restarted = assertThrows(TokenFailure.class, () -> second.sign(MESSAGE));
        assertEquals(Code.DRIVER_RESTARTED, restarted.kind());
        first.close();
        second.close();
        use("K2");
        use("K1");
    }

    @Test
    void namesALibraryThatIsNotThere() throws IOException {
        var spec = new TokenSpec.Skf("厂商甲", folder.resolve("none.so"), "", "", "",
                TokenSpec.SkfShape.USUAL, Map.of());
        nameMissing(spec);
        var text = Files.writeString(folder.resolve("text.so"), "no library");
        var notALibrary = new TokenSpec.Skf("厂商甲", text, "", "", "",
                TokenSpec.SkfShape.USUAL, Map.of());
        nameMissing(notALibrary);
    }

    private static void nameMissing(TokenSpec spec) {
        try (var others = new Drivers(IMPATIENT)) {
            var failure = assertThrows(TokenFailure.class,
                    () -> others.open(spec, "1".toCharArray()));
            assertEquals(Code.DRIVER_MISSING, failure.kind());
            assertEquals(0, others.processes().size());
        }
    }

    @Test
    void namesALibraryThatCannotDecrypt() {
        var shape = new TokenSpec.SkfShape(TokenSpec.Ulong.BITS_32, SkfDouble.GBK,
                TokenSpec.Decrypting.PRV_KEY_DECRYPT);
        try (var others = new Drivers(IMPATIENT);
                var token = others.open(skf.spec("K1", shape), SkfDouble.PIN.toCharArray())) {
            var wrapped = Wraps.of(token.encryption(), Bytes.random(32));
            var failure = assertThrows(TokenFailure.class, () -> token.unwrap(wrapped));
            assertEquals(Code.DRIVER_REFUSED, failure.kind());
            assertTrue(failure.what().contains("SKF_PrvKeyDecrypt"), failure.what());
        }
    }

    @Test
    void keepsTheRackAnsweringBesideABrokenDriver() throws IOException {
        skf.misbehave("SKF_EnumDev hang");
        var p12 = folder.resolve("file.p12");
        KeyEntry.write(p12, "135790".toCharArray(), List.of(skf.medium("K3").get(0)));
        var missing = folder.resolve("none.p12");
        var found = new TokenRack(drivers).list(List.of(skf.spec(""),
                new TokenSpec.InFile(p12), new TokenSpec.InFile(missing)));
        assertEquals(3, found.size());
        var broken = assertInstanceOf(Plugged.Broken.class, found.get(0));
        assertEquals(Code.DRIVER_HUNG, broken.failure().kind());
        assertEquals(6, assertInstanceOf(Plugged.Medium.class, found.get(1)).tries());
        assertInstanceOf(Plugged.Nothing.class, found.get(2));
        for (var each : found) {
            assertFalse(each.say().isEmpty());
        }
    }
}

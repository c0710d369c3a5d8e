package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.TokenFailure.Code;

class FileTokenTest {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void readsAMediumMadeByOpenssl(Suite suite) throws IOException {
        var openssl = Openssl.in(folder);
        openssl.root("root", suite);
        openssl.leaf("an", suite, "root", "/C=CN/O=安建公司/OU=91210100MA0TEXT0A1/CN=安经办",
                "135790");
        try (var token = FileToken.open(openssl.file("an.p12"), "135790".toCharArray())) {
            assertEquals(suite, token.signing().suite());
            assertEquals("安经办", token.signing().holder());
            assertEquals("安建公司", token.signing().organisation());
            assertEquals("91210100MA0TEXT0A1", token.signing().code());
            assertEquals(token.signing(), token.encryption());
            assertEquals(List.of(Certificate.parse(openssl.read("root.crt"))), token.chain());
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
            var secret = Bytes.random(32);
            assertEquals(secret,
                    Envelope.open(token, Envelope.wrap(token.encryption(), secret.array())));
        }
    }

    @Test
    void opensslReadsAMediumMadeHere() throws IOException {
        var openssl = Openssl.in(folder);
        var entry = Authority.root(Suite.SM, "Root", NOON, NOON.plusSeconds(9_000_000)).issue(
                new Authority.Subject("An", "", ""), Authority.Use.BOTH, NOON,
                NOON.plusSeconds(8_000_000));
        KeyEntry.write(openssl.file("own.p12"), "135790".toCharArray(), List.of(entry));
        openssl.must("pkcs12", "-in", "own.p12", "-passin", "pass:135790", "-nodes", "-out",
                "own.pem");
        openssl.must("pkey", "-in", "own.pem", "-noout");
    }

    @Test
    void takesTheRightOneOfTwoEntries() {
        var root = Authority.root(Suite.SM, "Root", NOON, NOON.plusSeconds(9_000_000));
        var an = new Authority.Subject("安", "安建", "91210100MA0TEXT0A1");
        var signing = root.issue(an, Authority.Use.SIGN, NOON, NOON.plusSeconds(8_000_000));
        var encryption = root.issue(an, Authority.Use.ENCRYPT, NOON, NOON.plusSeconds(8_000_000));
        var file = folder.resolve("pair.p12");
        KeyEntry.write(file, "135790".toCharArray(), List.of(encryption, signing));
        try (var token = FileToken.open(file, "135790".toCharArray())) {
            assertEquals(signing.certificate(), token.signing());
            assertEquals(encryption.certificate(), token.encryption());
            assertEquals(root.chain(), token.chain());
        }
    }

    @Test
    void countsWrongPinsAndLocksAfterSix() {
        var file = medium();
        for (int left = 5; left >= 1; left--) {
            var failure = assertThrows(TokenFailure.class,
                    () -> FileToken.open(file, "000000".toCharArray()));
            assertEquals(Code.PIN_WRONG, failure.kind());
            assertTrue(failure.what().contains(String.valueOf(left)), failure.what());
        }
        for (var pin : List.of("000000", "135790")) {
            var failure = assertThrows(TokenFailure.class,
                    () -> FileToken.open(file, pin.toCharArray()));
            assertEquals(Code.PIN_LOCKED, failure.kind());
            assertEquals(OpenOutcome.PIN_LOCKED, failure.outcome());
        }
    }

    @Test
    void aRightPinForgetsTheWrongOnes() {
        var file = medium();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 2; i++) {
                assertThrows(TokenFailure.class,
                        () -> FileToken.open(file, "000000".toCharArray()));
            }
            FileToken.open(file, "135790".toCharArray()).close();
            assertFalse(Files.exists(folder.resolve("medium.p12.tries")));
        }
    }

    @Test
    void aCounterThatWasWrittenIntoLocks() throws IOException {
        var file = medium();
        Files.writeString(folder.resolve("medium.p12.tries"), "-5");
        var failure = assertThrows(TokenFailure.class,
                () -> FileToken.open(file, "135790".toCharArray()));
        assertEquals(Code.PIN_LOCKED, failure.kind());
    }

    @Test
    void wipesThePin() {
        var pin = "135790".toCharArray();
        FileToken.open(medium(), pin).close();
        assertArrayEquals(new char[6], pin);
        var wrong = "000000".toCharArray();
        assertThrows(TokenFailure.class, () -> FileToken.open(medium(), wrong));
        assertArrayEquals(new char[6], wrong);
    }

    @Test
    void namesAMissingMedium() {
        var failure = assertThrows(TokenFailure.class, () -> FileToken
                .open(folder.resolve("none.p12"), "135790".toCharArray()));
        assertEquals(Code.MEDIA_MISSING, failure.kind());
        assertTrue(failure.what().contains("none.p12"), failure.what());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "100", "700"})
    void namesADamagedMediumWithoutCountingATry(int length) throws IOException {
        var whole = Files.readAllBytes(medium());
        var file = folder.resolve("cut.p12");
        Files.write(file, Arrays.copyOf(whole, length));
        var failure = assertThrows(TokenFailure.class,
                () -> FileToken.open(file, "135790".toCharArray()));
        assertEquals(Code.FILE_CORRUPT, failure.kind());
        assertFalse(Files.exists(folder.resolve("cut.p12.tries")));
    }

    @Test
    void doesNothingAfterItIsClosed() {
        var token = FileToken.open(medium(), "135790".toCharArray());
        token.close();
        var failure = assertThrows(TokenFailure.class, () -> token.sign(MESSAGE));
        assertEquals(Code.CLOSED, failure.kind());
    }

    @Test
    void anExpiredCertificateStillOpens() {
        var old = Instant.parse("2020-01-01T00:00:00Z");
        var entry = Authority.root(Suite.SM, "Root", old, old.plusSeconds(100)).issue(
                new Authority.Subject("An", "", ""), Authority.Use.BOTH, old,
                old.plusSeconds(50));
        var file = folder.resolve("old.p12");
        KeyEntry.write(file, "135790".toCharArray(), List.of(entry));
        try (var token = FileToken.open(file, "135790".toCharArray())) {
            var secret = Bytes.random(16);
            assertEquals(secret,
                    Envelope.open(token, Envelope.wrap(token.encryption(), secret.array())));
        }
    }

    /// A medium with a self-signed SM2 certificate, made once by openssl; its PIN is 135790.
    private Path medium() {
        var file = folder.resolve("medium.p12");
        try (var stream = FileTokenTest.class.getResourceAsStream("medium.p12")) {
            Files.write(file, Objects.requireNonNull(stream).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.Envelope;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;

/// The SM2 driver of our own, behaving well.
class SkfTest {

    private static final byte[] MESSAGE = "开标记录".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static char[] pin() {
        return SkfDouble.PIN.toCharArray();
    }

    @ParameterizedTest
    @CsvSource({"BITS_32, ECC_DECRYPT, ''", "BITS_64, ECC_DECRYPT, WIDE",
            "BITS_32, ECC_DECRYPT_FLAG, FLAG", "BITS_32, PRV_KEY_DECRYPT, PRIVATE"})
    void signsAndUnwrapsWithEveryShapeOfLibrary(TokenSpec.Ulong ulong,
            TokenSpec.Decrypting decrypting, String define) throws IOException {
        var skf = define.isEmpty() ? SkfDouble.in(folder) : SkfDouble.in(folder, define);
        var pair = skf.medium("K1");
        var shape = new TokenSpec.SkfShape(ulong, SkfDouble.GBK, decrypting);
        try (var drivers = new Drivers()) {
            var pin = pin();
            try (var token = drivers.open(skf.spec("K1", shape), pin)) {
                assertArrayEquals(new char[pin.length], pin);
                assertEquals(pair.getFirst().certificate(), token.signing());
                assertEquals(pair.getLast().certificate(), token.encryption());
                assertNotEquals(token.signing(), token.encryption());
                assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
                for (int length = 16; length <= 96; length += 16) {
                    var secret = Bytes.random(length);
                    assertEquals(secret, Envelope.open(token,
                            Envelope.wrap(token.encryption(), secret.array())));
                }
            }
            assertEquals(0, skf.held());
        }
    }

    @Test
    void readsSignaturesThatStandAtTheBeginningOfTheirFields() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.misbehave("SKF_ECCSignData left");
        try (var drivers = new Drivers(); var token = drivers.open(skf.spec("K1"), pin())) {
            assertTrue(token.signing().verifies(MESSAGE, token.sign(MESSAGE)));
        }
    }

    @Test
    void readsChineseNamesOfDevices() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("海泰方圆密钥一号");
        try (var drivers = new Drivers()) {
            var found = new TokenRack(drivers).list(List.of(skf.spec("")));
            assertEquals(1, found.size());
            var medium = (Plugged.Medium) found.getFirst();
            assertEquals("海泰方圆密钥一号", medium.label());
            drivers.open(medium.spec(), pin()).close();
        }
    }

    @Test
    void countsWrongPinsDownToTheLock() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        skf.medium("K2");
        try (var drivers = new Drivers()) {
            var expected = List.of(Code.PIN_WRONG, Code.PIN_WRONG, Code.PIN_WRONG, Code.PIN_WRONG,
                    Code.PIN_WRONG_ONE_LEFT, Code.MEDIA_LOCKED, Code.MEDIA_LOCKED);
            for (int i = 0; i < expected.size(); i++) {
                var failure = assertThrows(TokenFailure.class,
                        () -> drivers.open(skf.spec("K1"), "000000".toCharArray()));
                assertEquals(expected.get(i), failure.kind());
                if (failure.kind() == Code.PIN_WRONG) {
                    assertTrue(failure.what().contains(5 - i + " "), failure.what());
                }
            }
            var locked = assertThrows(TokenFailure.class,
                    () -> drivers.open(skf.spec("K1"), pin()));
            assertEquals(Code.MEDIA_LOCKED, locked.kind());
            drivers.open(skf.spec("K2"), pin()).close();
            assertEquals(0, skf.held());
        }
    }

    @Test
    void refusesWhatWasWrappedForAnother() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        var other = skf.medium("K2").getLast().certificate();
        try (var drivers = new Drivers(); var token = drivers.open(skf.spec("K1"), pin())) {
            var wrapped = Wraps.of(other, Bytes.random(32));
            var failure = assertThrows(TokenFailure.class, () -> token.unwrap(wrapped));
            assertEquals(Code.UNWRAP_REFUSED, failure.kind());
            for (int length : new int[]{0, 1, 70, 4_000}) {
                var garbage = assertThrows(TokenFailure.class,
                        () -> token.unwrap(Bytes.of(new byte[length])));
                assertEquals(Code.UNWRAP_REFUSED, garbage.kind());
            }
            var mine = Bytes.random(32);
            assertEquals(mine, token.unwrap(Wraps.of(token.encryption(), mine)));
        }
    }

    @Test
    void doesNothingAfterItIsClosed() throws IOException {
        var skf = SkfDouble.in(folder);
        skf.medium("K1");
        try (var drivers = new Drivers()) {
            var token = drivers.open(skf.spec("K1"), pin());
            token.close();
            token.close();
            var failure = assertThrows(TokenFailure.class, () -> token.sign(MESSAGE));
            assertEquals(Code.CLOSED, failure.kind());
        }
    }
}

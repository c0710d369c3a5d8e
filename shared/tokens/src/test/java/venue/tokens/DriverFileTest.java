package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Authority;
import venue.crypto.KeyEntry;
import venue.crypto.OpenOutcome;
import venue.crypto.Suite;
import venue.crypto.TokenFailure;
import venue.crypto.TokenFailure.Code;
import venue.words.Language;

class DriverFileTest {

    @TempDir
    private Path folder;

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void readsWhatAVenueSetsUp() throws IOException {
        write("a.token", "kind=pkcs11", "name=厂商甲", "library=/opt/a.so", "token=T1",
                "environment.A_CONF=/etc/a.conf");
        write("b.token", "kind=skf", "library=/opt/b.so", "device=D", "application=APP",
                "container=C1", "ulong=64", "names=UTF-8", "decrypting=PrvKeyDecrypt");
        write("c.token", "kind=skf", "library=/opt/c.so");
        write("notes.txt", "kind=nothing");
        assertEquals(List.of(
                new TokenSpec.Pkcs11("厂商甲", Path.of("/opt/a.so"), "T1",
                        Map.of("A_CONF", "/etc/a.conf")),
                new TokenSpec.Skf("b", Path.of("/opt/b.so"), "D", "APP", "C1",
                        new TokenSpec.SkfShape(TokenSpec.Ulong.BITS_64, StandardCharsets.UTF_8,
                                TokenSpec.Decrypting.PRV_KEY_DECRYPT),
                        Map.of()),
                new TokenSpec.Skf("c", Path.of("/opt/c.so"), "", "", "",
                        TokenSpec.SkfShape.USUAL, Map.of())),
                DriverFile.all(folder));
        assertEquals(List.of(), DriverFile.all(folder.resolve("none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kind=other", "kind=skf\nlibrary=relative.so",
            "kind=skf\nlibrary=/a\nulong=16", "kind=skf\nlibrary=/a\nnames=NO-SUCH",
            "kind=skf\nlibrary=/a\ndecrypting=maybe", "kind=pkcs11\nlibrary=/a\nlabel=x",
            "kind=pkcs11", "kind=\\u12"})
    void refusesWhatItDoesNotUnderstand(String content) throws IOException {
        var file = write("x.token", content.split("\n", -1));
        var failure = assertThrows(TokenFailure.class, () -> DriverFile.read(folder, file));
        assertEquals(Code.DRIVER_UNSET, failure.kind());
        assertEquals(OpenOutcome.PLATFORM, failure.outcome());
        assertTrue(failure.what().contains("x.token"), failure.what());
    }

    @Test
    void refusesASettingFromABiddersStick() throws IOException {
        var stick = Files.createDirectories(folder.resolve("stick"));
        var file = Files.writeString(stick.resolve("x.token"), "kind=skf\nlibrary=/a\n");
        var own = Files.createDirectories(folder.resolve("drivers"));
        var pin = "123456".toCharArray();
        try (var drivers = new Drivers()) {
            var failure = assertThrows(TokenFailure.class, () -> drivers.open(own, file, pin));
            assertEquals(Code.DRIVER_UNSET, failure.kind());
            assertEquals(0, drivers.processes().size());
        }
        assertArrayEquals(new char[6], pin);
        var link = Files.createSymbolicLink(own.resolve("x.token"), file);
        assertThrows(TokenFailure.class, () -> DriverFile.read(own, link));
    }

    @Test
    void opensFilesWithoutAnyProcess() {
        var entry = Authority.root(Suite.SM, "Root", SkfDouble.NOON,
                SkfDouble.NOON.plusSeconds(9_000)).issue(new Authority.Subject("An", "", ""),
                        Authority.Use.BOTH, SkfDouble.NOON, SkfDouble.NOON.plusSeconds(8_000));
        var p12 = folder.resolve("a.p12");
        KeyEntry.write(p12, "135790".toCharArray(), List.of(entry));
        try (var drivers = new Drivers();
                var token = drivers.open(folder, p12, "135790".toCharArray())) {
            assertEquals(entry.certificate(), token.signing());
            assertEquals(0, drivers.processes().size());
        }
    }

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(TokenWords.BOOK.keys(Language.ZH), TokenWords.BOOK.keys(Language.EN));
    }
}

package venue.parcel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.FileToken;
import venue.crypto.Suite;

class ParcelTest {

    private static final Parcel.Label LABEL = new Parcel.Label("bid", "A3201000001000001001001",
            "安建公司");
    private static final byte[] LETTER = "投标函".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path media;

    @TempDir
    Path folder;

    private static FileToken rsa;
    private static FileToken sm;
    private static FileToken stranger;

    @BeforeAll
    static void issue() {
        rsa = Media.token(Media.medium(media, Suite.RSA, "an"));
        sm = Media.token(Media.medium(media, Suite.SM, "ben"));
        stranger = Media.token(Media.medium(media, Suite.SM, "stranger"));
    }

    @AfterAll
    static void close() {
        List.of(rsa, sm, stranger).forEach(FileToken::close);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void givesBackWhatWasPacked(Suite suite) throws IOException {
        var sender = suite == Suite.RSA ? rsa : sm;
        var file = parcel(sender, List.of());
        try (var opened = Parcel.open(file, null)) {
            assertEquals(LABEL, opened.label());
            assertEquals(sender.signing(), opened.sender());
            assertEquals(Media.NOON, opened.createdAt());
            assertEquals(List.of("letter.txt", "volume/big.bin"), opened.names());
            assertArrayEquals(LETTER, opened.bytes("letter.txt"));
            var copy = folder.resolve("copy");
            opened.copy("volume/big.bin", copy);
            assertArrayEquals(big(), Files.readAllBytes(copy));
        }
    }

    @Test
    void opensForEachRecipientAndNobodyElse() {
        var file = parcel(sm, List.of(rsa, sm));
        for (var recipient : List.of(rsa, sm)) {
            try (var opened = Parcel.open(file, recipient)) {
                assertArrayEquals(LETTER, opened.bytes("letter.txt"));
            }
        }
        assertEquals("NOT_FOR_YOU", code(() -> Parcel.open(file, stranger).close()));
        assertEquals("SEALED", code(() -> Parcel.open(file, null).close()));
    }

    @Test
    void isTheSameFileForTheSameFactsWithRsa() throws IOException {
        var first = Files.readAllBytes(parcel(rsa, List.of()));
        assertArrayEquals(first, Files.readAllBytes(parcel(rsa, List.of())));
    }

    @Test
    void namesAChangedEntry() throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        entries.put("letter.txt", "别的".getBytes(StandardCharsets.UTF_8));
        var failure = refused(Forged.zip(folder, entries));
        assertEquals("ENTRY_CHANGED", failure.code());
        assertTrue(failure.what().contains("letter.txt"), failure.what());
    }

    @Test
    void namesAnEntryOfAnotherLength() throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        entries.put("letter.txt", new byte[1 << 20]);
        assertEquals("ENTRY_CHANGED", refused(Forged.zip(folder, entries)).code());
    }

    @Test
    void namesAMissingEntry() throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        entries.remove("volume/big.bin");
        var failure = refused(Forged.zip(folder, entries));
        assertEquals("ENTRY_MISSING", failure.code());
        assertTrue(failure.what().contains("volume/big.bin"), failure.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.txt", "../outside", "/root", "目录/"})
    void namesAnEntryThatIsNotListed(String name) throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        entries.put(name, new byte[0]);
        var failure = refused(Forged.zip(folder, entries));
        assertEquals("ENTRY_UNKNOWN", failure.code());
        assertTrue(failure.what().contains(name), failure.what());
    }

    @Test
    void refusesAChangedList() throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        var json = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        entries.put("manifest.json",
                json.replace("安建公司", "别家公司").getBytes(StandardCharsets.UTF_8));
        assertEquals("SIGNATURE_BAD", refused(Forged.zip(folder, entries)).code());
    }

    @Test
    void refusesAListWithoutASignature() throws IOException {
        var entries = Forged.entries(parcel(sm, List.of()));
        entries.remove("manifest.json.p7s");
        assertEquals("ENTRY_MISSING", refused(Forged.zip(folder, entries)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"format\":\"venue-parcel/1\"}",
            "{\"format\":\"venue-parcel/2\",\"kind\":\"bid\",\"subject\":\"\",\"title\":\"\","
                    + "\"createdAt\":\"2026-11-23T04:00:00Z\",\"parts\":[]}",
            "{\"format\":\"venue-parcel/1\",\"kind\":\"bid\",\"subject\":\"\",\"title\":\"\","
                    + "\"createdAt\":\"noon\",\"parts\":[]}",
            "{\"format\":\"venue-parcel/1\",\"kind\":\"bid\",\"subject\":\"\",\"title\":\"\","
                    + "\"createdAt\":\"2026-11-23T04:00:00Z\",\"parts\":[null]}",
            "{\"format\":\"venue-parcel/1\",\"kind\":\"bid\",\"subject\":\"\",\"title\":\"\","
                    + "\"createdAt\":\"2026-11-23T04:00:00Z\",\"parts\":[],\"more\":1}"})
    void refusesAStrangeListEvenWhenItIsSigned(String json) throws IOException {
        assertEquals("MANIFEST_DAMAGED", refused(signed(json)).code());
    }

    @Test
    void refusesBadNamesEvenWhenTheyAreSigned() throws IOException {
        var digits = "0".repeat(64);
        assertEquals("NAME_BAD",
                refused(signed("{\"format\":\"venue-parcel/1\",\"kind\":\"bid\",\"subject\":\"\","
                        + "\"title\":\"\",\"createdAt\":\"2026-11-23T04:00:00Z\",\"parts\":[{"
                        + "\"name\":\"../x\",\"size\":0,\"sha256\":\"" + digits + "\",\"sm3\":\""
                        + digits + "\"}]}")).code());
    }

    @Test
    void refusesAPartThatClaimsToSwellWithoutMeasure() throws IOException {
        var digits = "0".repeat(64);
        var json = "{\"format\":\"venue-parcel/1\",\"kind\":\"bid\",\"subject\":\"\","
                + "\"title\":\"\",\"createdAt\":\"2026-11-23T04:00:00Z\",\"parts\":[{"
                + "\"name\":\"x\",\"size\":3000000000,\"sha256\":\"" + digits + "\",\"sm3\":\""
                + digits + "\"}]}";
        var entries = Forged.signed(sm, json);
        entries.put("x", new byte[10]);
        assertEquals("SWOLLEN", refused(Forged.zip(folder, entries)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/../b", "/a", "a//b", "a\\b", "a b", "投标函.pdf", ".hidden",
            "con", "NUL.txt", "manifest.json", "MANIFEST.JSON.P7S", "end.", "a/", "c:x"})
    void refusesToPackABadName(String name) {
        var out = folder.resolve("bad.zip");
        var failure = assertThrows(ParcelFailure.class, () -> Parcel.write(out, LABEL,
                List.of(Parcel.Part.of(name, LETTER)), sm, List.of(), Media.NOON));
        assertEquals("NAME_BAD", failure.code());
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesTwoNamesThatDifferInCaseOnly() {
        assertEquals("NAME_TWICE",
                code(() -> Parcel.write(folder.resolve("twice"), LABEL,
                        List.of(Parcel.Part.of("a.txt", LETTER), Parcel.Part.of("A.txt", LETTER)),
                        sm, List.of(), Media.NOON)));
    }

    @Test
    void namesAMissingPartAndLeavesNothingBehind() throws IOException {
        var out = folder.resolve("out.zip");
        assertEquals("PART_UNREADABLE", code(() -> Parcel.write(out, LABEL,
                List.of(new Parcel.Part("x", folder.resolve("none"))), sm, List.of(), Media.NOON)));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void refusesFilesThatAreNoParcels() throws IOException {
        var file = folder.resolve("x.zip");
        assertEquals("PARCEL_MISSING", code(() -> Parcel.open(file, null).close()));
        Files.write(file, LETTER);
        assertEquals("NOT_A_PARCEL", code(() -> Parcel.open(file, null).close()));
        var whole = Files.readAllBytes(parcel(sm, List.of()));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertEquals("NOT_A_PARCEL", code(() -> Parcel.open(file, null).close()));
    }

    @Test
    void whateverIsChangedIsRefusedOrHarmless() throws IOException {
        var whole = Files.readAllBytes(parcel(sm, List.of()));
        var file = folder.resolve("changed.zip");
        var random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            var changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            try (var opened = Parcel.open(file, null)) {
                assertArrayEquals(LETTER, opened.bytes("letter.txt"));
                assertArrayEquals(big(), opened.bytes("volume/big.bin"));
            } catch (ParcelFailure e) {
                refused++;
            }
        }
        assertTrue(refused > 200, refused + " of 300 refused");
    }

    @Test
    void refusesADamagedSealedParcel() throws IOException {
        var file = parcel(sm, List.of(rsa));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
        assertEquals("BODY_DAMAGED", code(() -> Parcel.open(file, rsa).close()));
    }

    private Path parcel(FileToken sender, List<FileToken> recipients) {
        var out = folder.resolve("parcel.zip");
        var big = folder.resolve("big.bin");
        try {
            Files.write(big, big());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Parcel.write(out, LABEL,
                List.of(Parcel.Part.of("letter.txt", LETTER),
                        new Parcel.Part("volume/big.bin", big)),
                sender, recipients.stream().map(FileToken::encryption).toList(), Media.NOON);
        return out;
    }

    private static byte[] big() {
        var big = new byte[300_000];
        for (int i = 0; i < big.length; i++) {
            big[i] = (byte) (i * 31 >> 3);
        }
        return big;
    }

    private Path signed(String json) throws IOException {
        return Forged.zip(folder, Forged.signed(sm, json));
    }

    private static ParcelFailure refused(Path file) {
        return assertThrows(ParcelFailure.class, () -> Parcel.open(file, null).close());
    }

    private static String code(Executable act) {
        return assertThrows(ParcelFailure.class, act).code();
    }
}

package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RescueTest {

    private static final byte[] CONTENT = "投标报价 12,860,000.00 元".getBytes(StandardCharsets.UTF_8);
    private static final SealedBid.Header ABOUT = new SealedBid.Header("A2102110000000001001001",
            "", "91210100MA0000000X", "某某建设有限公司", Media.NOON);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path media;
    private static final Map<String, FileToken> TOKENS = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    private static FileToken token(Suite suite, String name) {
        return TOKENS.computeIfAbsent(suite + name, _ -> Media.token(media, suite, name + suite));
    }

    private Path seal(Suite suite, SealedBid.Remedies remedies) throws IOException {
        var plain = Files.write(folder.resolve("plain"), CONTENT);
        var out = folder.resolve("bid.ebid");
        SealedBid.seal(plain, out, ABOUT, token(suite, "bidder").encryption(),
                token(Suite.SM, "tender").encryption(), suite, remedies,
                Progress.NONE);
        return out;
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void theCodeOpensTheBiddersHalfAndNoOtherCodeDoes(Suite suite) throws IOException {
        try (var code = RescueCode.fresh(); var other = RescueCode.fresh()) {
            var bid = SealedBid.open(seal(suite,
                    new SealedBid.Remedies(Optional.of(code), Optional.empty())));
            assertTrue(bid.hasRescue());
            if (suite == Suite.SM) {
                assertEquals(OpenOutcome.PIN_LOCKED, bid.halfA(other).outcome());
            }
            var typed = code.text().toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o')
                    .toCharArray();
            var half = bid.halfA(RescueCode.parse(typed));
            var out = folder.resolve("out");
            bid.unlock(half, bid.halfB(token(Suite.SM, "tender"))).copyTo(out,
                    Progress.NONE);
            assertArrayEquals(CONTENT, Files.readAllBytes(out));
        }
    }

    @Test
    void aBidWithoutACodeSaysSo() throws IOException {
        var bid = SealedBid.open(seal(Suite.SM, SealedBid.Remedies.NONE));
        assertFalse(bid.hasRescue());
        assertEquals(OpenOutcome.MEDIA_MISSING, bid.halfA(RescueCode.fresh()).outcome());
    }

    @Test
    void takingTheCodesWrapOutOrChangingTheBackupsDigestSpoilsTheBid() throws IOException {
        var file = seal(Suite.SM,
                new SealedBid.Remedies(Optional.empty(), Optional.of(Bytes.random(32))));
        var bytes = Files.readAllBytes(file);
        var digest = SealedBid.open(file).backupSha256().orElseThrow().array();
        int at = new String(bytes, StandardCharsets.ISO_8859_1)
                .indexOf(new String(digest, StandardCharsets.ISO_8859_1));
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThrows(CryptoFailure.class, () -> SealedBid.open(file));
        rehash(bytes);
        Files.write(file, bytes);
        assertFalse(SealedBid.open(file).backupSha256().orElseThrow().equals(Bytes.of(digest)));
        assertEquals(OpenOutcome.FILE_CORRUPT,
                SealedBid.attempt(file, token(Suite.SM, "bidder"),
                        token(Suite.SM, "tender")).outcome());
    }

    private static void rehash(byte[] bytes) {
        int length = java.nio.ByteBuffer.wrap(bytes).getInt(5);
        var digest = Suite.SM.digest();
        digest.update(bytes, 0, 9 + length);
        System.arraycopy(digest.digest(), 0, bytes, 9 + length, 32);
    }

    @Test
    void everyMistypedCharacterAndEveryExchangeIsNoticed() {
        var text = RescueCode.fresh().text();
        assertEquals(29, text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                var wrong = new StringBuilder(text);
                wrong.setCharAt(i, text.charAt(i) == 'Z' ? 'Y' : 'Z');
                assertMistyped(wrong.toString());
            }
        }
        for (int i = 1; i < text.length(); i++) {
            var swapped = new StringBuilder(text);
            swapped.setCharAt(i - 1, text.charAt(i));
            swapped.setCharAt(i, text.charAt(i - 1));
            if (!swapped.toString().replace("-", "").equals(text.replace("-", ""))) {
                assertMistyped(swapped.toString());
            }
        }
        assertMistyped(text.substring(1));
        assertMistyped(text + "0");
        assertMistyped("");
        assertMistyped(text.replace(text.charAt(0), 'U'));
    }

    private static void assertMistyped(String text) {
        var typed = text.toCharArray();
        assertThrows(CryptoFailure.class, () -> RescueCode.parse(typed), text);
        assertTrue(new String(typed).isBlank() || new String(typed).chars().allMatch(c -> c == 0));
    }

    @Test
    void freshCodesDifferAndAreReadBack() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            var text = RescueCode.fresh().text();
            assertEquals(text, RescueCode.parse(text.toCharArray()).text());
            assertTrue(seen.add(text));
        }
    }

    @Test
    void aBackupIsReadBackAndItsDigestSaysNothingOfTheContent() throws IOException {
        var plain = Files.write(folder.resolve("plain"), CONTENT);
        var first = BidBackup.write(plain, folder.resolve("a.bak"));
        var second = BidBackup.write(plain, folder.resolve("b.bak"));
        assertFalse(first.equals(second));
        assertEquals(first.hex(), Hashes.sha256(folder.resolve("a.bak")));
        BidBackup.read(folder.resolve("b.bak"), folder.resolve("back"));
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("back")));
        assertThrows(CryptoFailure.class,
                () -> BidBackup.read(plain, folder.resolve("none")));
    }
}

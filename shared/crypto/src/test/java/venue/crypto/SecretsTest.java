package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bytes, boxes, vaults and envelopes.
class SecretsTest {

    private static final byte[] PLAIN = "评分".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AAD = "row 1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void bytesAreAValueThatTellsNothing() {
        var array = new byte[]{1, 2, (byte) 0xff};
        var bytes = Bytes.of(array);
        array[0] = 9;
        bytes.array()[1] = 9;
        assertEquals("0102ff", bytes.hex());
        assertEquals("AQL/", bytes.base64());
        assertEquals("3 bytes", bytes.toString());
        assertEquals(bytes, Bytes.fromHex("0102FF"));
        assertEquals(bytes, Bytes.fromBase64("AQL/"));
        assertEquals(bytes.hashCode(), Bytes.fromHex("0102FF").hashCode());
        assertNotEquals(bytes, Bytes.fromHex("0102fe"));
    }

    @Test
    void hashesAWholeFileInOnePass() throws IOException {
        var file = Files.write(folder.resolve("f"), new byte[200_000]);
        var sums = Hashes.both(file);
        var bytes = Bytes.of(new byte[200_000]);
        assertEquals(new Hashes.Sums(bytes.sha256(), bytes.sm3(), 200_000), sums);
        assertEquals(sums.sm3(), Hashes.sm3(file));
        assertEquals("FILE_UNREADABLE", assertThrows(CryptoFailure.class,
                () -> Hashes.both(folder.resolve("none"))).code());
    }

    @Test
    void aBoxOpensOnlyWithItsKeyAndItsPlace() {
        var sealing = new Sealing(new byte[32]);
        var box = sealing.seal(PLAIN, AAD);
        assertArrayEquals(PLAIN, sealing.open(box, AAD));
        assertFalse(Arrays.equals(box, sealing.seal(PLAIN, AAD)));
        assertDamaged(() -> sealing.open(box, PLAIN));
        assertDamaged(() -> new Sealing(Bytes.random(32).array()).open(box, AAD));
        assertDamaged(() -> sealing.open(new byte[5], AAD));
        for (int at = 0; at < box.length; at++) {
            var changed = box.clone();
            changed[at] ^= 1;
            assertDamaged(() -> sealing.open(changed, AAD));
        }
        assertThrows(IllegalArgumentException.class, () -> new Sealing(new byte[16]));
    }

    private static void assertDamaged(Executable act) {
        assertEquals("BOX_DAMAGED", assertThrows(CryptoFailure.class, act).code());
    }

    @Test
    void aVaultKeepsItsSecretsUnderThePin() {
        var file = folder.resolve("station.vault");
        Vault.create(file, "246810".toCharArray(),
                Map.of("journal", PLAIN, "device", new byte[32])).close();
        try (var vault = Vault.open(file, "246810".toCharArray())) {
            assertEquals(Set.of("device", "journal"), vault.names());
            assertArrayEquals(PLAIN, vault.secret("journal"));
            assertThrows(IllegalArgumentException.class, () -> vault.secret("other"));
        }
        assertEquals("VAULT_PIN_WRONG", vaultCode(file, "246811"));
    }

    @Test
    void tellsADamagedVaultFromAWrongPin() throws IOException {
        var file = folder.resolve("station.vault");
        Vault.create(file, "246810".toCharArray(), Map.of("a", PLAIN)).close();
        var whole = Files.readAllBytes(file);
        for (int at : new int[]{0, 5, 9, 20, whole.length - 40, whole.length - 1}) {
            var changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertEquals("VAULT_DAMAGED", vaultCode(file, "246810"));
        }
        Files.write(file, Arrays.copyOf(whole, 30));
        assertEquals("VAULT_DAMAGED", vaultCode(file, "246810"));
        Files.delete(file);
        assertEquals("VAULT_MISSING", vaultCode(file, "246810"));
    }

    private static String vaultCode(Path file, String pin) {
        return assertThrows(CryptoFailure.class, () -> Vault.open(file, pin.toCharArray()))
                .code();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void anEnvelopeOpensForItsRecipientOnly(Suite suite) {
        try (var an = Media.token(folder, suite, "an");
                var ben = Media.token(folder, suite, "ben")) {
            var wrapped = Envelope.wrap(an.encryption(), PLAIN);
            assertEquals(Bytes.of(PLAIN), Envelope.open(an, wrapped));
            assertEquals(an.encryption().sha256(), Envelope.recipientSha256(wrapped));
            assertEquals("NOT_FOR_THIS_TOKEN", assertThrows(CryptoFailure.class,
                    () -> Envelope.open(ben, wrapped)).code());
            var changed = wrapped.array();
            changed[changed.length - 1] ^= 1;
            assertEquals("ENVELOPE_DAMAGED", assertThrows(CryptoFailure.class,
                    () -> Envelope.open(an, Bytes.of(changed))).code());
            assertEquals("ENVELOPE_DAMAGED", assertThrows(CryptoFailure.class,
                    () -> Envelope.open(an, Bytes.of(PLAIN))).code());
        }
    }

    @Test
    void sm2KeysSignForTheJournal() {
        var key = Sm2.generate();
        assertEquals(key, Sm2.Key.of(key.scalar().array()));
        var signature = key.sign(PLAIN).array();
        assertEquals(true, Sm2.verify(key.pub().array(), PLAIN, signature));
        assertEquals(false, Sm2.verify(key.pub().array(), AAD, signature));
        assertEquals(false, Sm2.verify(new byte[65], PLAIN, signature));
        assertEquals(false, Sm2.verify(key.pub().array(), PLAIN, new byte[]{1}));
    }
}

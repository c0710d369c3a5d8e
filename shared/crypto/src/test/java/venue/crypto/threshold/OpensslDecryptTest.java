package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.bc.Engines;

/// The program `openssl` with the private number put together, which only a test can do.
class OpensslDecryptTest {

    @TempDir
    Path folder;

    @Test
    void opensslDecryptsTheSameWithTheRebuiltKey() throws Exception {
        Assumptions.assumeTrue(runs("version"), "needs the openssl program");
        var table = Table.of("A2102110000000001001001", new Quorum(5, 3, List.of(1, 4), 1));
        Files.write(folder.resolve("key.der"), pkcs8(table));
        Assumptions.assumeTrue(runs("pkey", "-inform", "DER", "-in", "key.der", "-out",
                "key.pem"), "this openssl reads no SM2 key");
        var random = new Random(32);
        for (int i = 0; i < 3; i++) {
            var plain = Table.plain(random);
            var wrapped = table.seal(plain);
            Files.write(folder.resolve("in"), wrapped.array());
            assertEquals(true, runs("pkeyutl", "-decrypt", "-inkey", "key.pem", "-in", "in",
                    "-out", "out"));
            assertArrayEquals(table.combine(wrapped, List.of(2, 4, 5)).opened().orElseThrow()
                    .array(), Files.readAllBytes(folder.resolve("out")));
        }
    }

    private static byte[] pkcs8(Table table) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", Engines.BC).generatePrivate(new ECPrivateKeySpec(
                table.secret(), ECNamedCurveTable.getParameterSpec("sm2p256v1"))).getEncoded();
    }

    private boolean runs(String... words) throws InterruptedException {
        try {
            var command = new java.util.ArrayList<>(List.of("openssl"));
            command.addAll(List.of(words));
            var process = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8);
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0
                    && !said.contains("rror");
        } catch (IOException e) {
            return false;
        }
    }
}

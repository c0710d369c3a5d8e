package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.bc.Sm2Curve;

/// The worked example of the handbook (formats-sealed-bid §11), computed again from its page.
class WorkedExampleTest {

    private static final Path PAGE = Path.of("..", "handbook", "formats-sealed-bid.md");
    private static final BigInteger BIDDER = new BigInteger(
            "128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263", 16);
    private static final BigInteger TENDER = new BigInteger(
            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);

    @TempDir
    Path folder;
    private List<String> blocks = List.of();
    private Path file = Path.of("");

    @BeforeEach
    void read() throws IOException {
        var page = Files.readString(PAGE);
        var example = page.substring(page.indexOf("## 11."));
        var found = new ArrayList<String>();
        var matcher = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL).matcher(example);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        blocks = List.copyOf(found);
        file = Files.write(folder.resolve("example.ebid"), hex(blocks.get(3)));
    }

    private static byte[] hex(String lines) {
        return Bytes.fromHex(lines.replaceAll("\\s", "")).array();
    }

    @Test
    void thePagesNumbersAreThoseOfTheFile() throws GeneralSecurityException {
        var container = Container.read(file);
        var header = container.header();
        assertArrayEquals(hex(blocks.get(1)), header.boundDer());
        var values = blocks.get(2).strip().lines().toList();
        assertEquals(values.get(0),
                Bytes.of(header.suite().digest().digest(header.boundDer())).hex());
        assertEquals(values.get(1), Bytes.of(Container.contentKey(header, both(header))).hex());
        assertEquals(values.get(2), container.headDigest().hex());
    }

    @Test
    void theTwoPrivateNumbersOpenTheFile() throws IOException, GeneralSecurityException {
        var container = Container.read(file);
        var out = folder.resolve("plain");
        var opening = Opening.with(container, both(container.header()));
        assertEquals(OpenOutcome.OK, opening.copyTo(out, Progress.NONE).outcome());
        assertEquals("投标函", Files.readString(out, StandardCharsets.UTF_8));
    }

    private static byte[] both(ContainerHeader header) throws GeneralSecurityException {
        var k1 = Sm2Curve.decrypt(BIDDER, KeyWrap.encryptedKey(header.wraps().get(0)).array());
        var k2 = Sm2Curve.decrypt(TENDER, KeyWrap.encryptedKey(header.wraps().get(1)).array());
        return ByteBuffer.allocate(64).put(k1).put(k2).array();
    }

    @Test
    void theRescueCodeOfThePageOpensTheBiddersHalf() {
        var header = Container.read(file).header();
        var half = header.rescue().flatMap(rescue -> rescue.open(
                RescueCode.parse("0123-4567-89AB-CDEF-GHJK-MNR5".toCharArray()),
                header.suite(), header.boundDer()));
        var k1 = new byte[32];
        for (int i = 0; i < k1.length; i++) {
            k1[i] = (byte) i;
        }
        assertEquals(Optional.of(Bytes.of(k1)), half);
        assertTrue(header.backup().isEmpty());
    }
}

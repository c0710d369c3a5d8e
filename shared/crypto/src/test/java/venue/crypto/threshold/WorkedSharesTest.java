package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.Bytes;
import venue.crypto.SealedBid;

/// The shares of the handbook's worked example (formats-sealed-bid §11), computed again.
class WorkedSharesTest {

    private static final Path PAGE = Path.of("..", "handbook", "formats-sealed-bid.md");
    private static final BigInteger TENDER = new BigInteger(
            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);
    private static final BigInteger SECOND = new BigInteger("0123456789abcdef".repeat(4), 16);

    @TempDir
    Path folder;

    @Test
    void sharesPointsAndDigestAreOnThePageAndAnyTwoOpenTheFile() throws IOException {
        var page = Files.readString(PAGE).replaceAll("\\n(?=[0-9a-f])", "");
        var key = new OpeningKey("A2106000000000100001001", Quorum.of(2, 3),
                List.of(List.of(Curve.bytes(Curve.timesGenerator(TENDER)),
                        Curve.bytes(Curve.timesGenerator(SECOND)))));
        assertTrue(page.contains(key.digest().hex()));
        var wrapped = wrapped(page);
        var parts = new java.util.ArrayList<Partial>();
        for (int i = 1; i <= 3; i++) {
            var value = TENDER.add(SECOND.multiply(BigInteger.valueOf(i))).mod(Curve.ORDER);
            assertTrue(page.contains(Bytes.of(Curve.bytes(value)).hex()), "share " + i);
            var part = new Share(key.digest(), i, List.of(Curve.bytes(value))).open(key, wrapped);
            assertTrue(page.contains(part.pieces().getFirst().point().hex()), "point " + i);
            parts.add(part);
        }
        for (var two : List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2))) {
            var opened = Combination.of(key, wrapped,
                    two.stream().map(parts::get).toList()).opened().orElseThrow();
            for (int i = 0; i < 32; i++) {
                assertEquals(32 + i, opened.array()[i]);
            }
        }
        assertTrue(page.contains(Curve.bytes(Curve.timesSecret(
                Ciphertext.read(wrapped).c1(), TENDER)).hex()));
    }

    private Bytes wrapped(String page) throws IOException {
        int start = page.indexOf("4542494401");
        var hex = page.substring(start, page.indexOf('`', start)).replaceAll("\\s", "");
        return SealedBid.open(Files.write(folder.resolve("example.ebid"),
                Bytes.fromHex(hex).array())).wrappedB();
    }
}

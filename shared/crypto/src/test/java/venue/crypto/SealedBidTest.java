package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SealedBidTest {

    private static final SealedBid.Header HEADER = new SealedBid.Header("A3201000001000001001001",
            "", "91210100MA0TEXT0A1", "安建公司", Media.NOON);
    private static final int CHUNK = 65_536 + 16;

    @TempDir
    static Path media;

    @TempDir
    Path folder;

    private static FileToken anRsa;
    private static FileToken anSm;
    private static FileToken tender;
    private static FileToken stranger;
    private Path plain;
    private Path sealed;

    @BeforeAll
    static void issue() {
        anRsa = Media.token(media, Suite.RSA, "an-rsa");
        anSm = Media.token(media, Suite.SM, "an-sm");
        tender = Media.token(media, Suite.SM, "tender");
        stranger = Media.token(media, Suite.SM, "stranger");
    }

    @AfterAll
    static void close() {
        List.of(anRsa, anSm, tender, stranger).forEach(Token::close);
    }

    @BeforeEach
    void names() {
        plain = folder.resolve("plain");
        sealed = folder.resolve("bid.ebid");
    }

    static Stream<Arguments> suitesAndLengths() {
        return Stream.of(Suite.values())
                .flatMap(suite -> Stream.of(0, 1, 65_535, 65_536, 65_537, 200_000)
                        .map(length -> Arguments.of(suite, length)));
    }

    @ParameterizedTest
    @MethodSource("suitesAndLengths")
    void opensToWhatWasSealed(Suite suite, int length) throws IOException {
        seal(suite, length);
        var bid = SealedBid.open(sealed);
        assertEquals(HEADER, bid.header());
        assertEquals(suite, bid.suite());
        assertEquals(length, bid.plainLength());
        var out = folder.resolve("out");
        var copied = SealedBid.attempt(sealed, bidder(suite), tender).copyTo(out, Progress.NONE);
        assertEquals(OpenOutcome.OK, copied.outcome());
        assertEquals(length, copied.bytes());
        assertEquals(-1, Files.mismatch(plain, out));
        assertEquals(Files.size(sealed) - length - Math.max(1, (length + 65_535) / 65_536) * 16L,
                bodyStart());
    }

    @Test
    void namesBothCertificatesWhenTheBidderBringsAnother() throws IOException {
        seal(Suite.SM, 1_000);
        var opening = SealedBid.attempt(sealed, stranger, tender);
        assertEquals(OpenOutcome.WRONG_CERT, opening.outcome());
        assertEquals(anSm.encryption().serialHex(), opening.evidence().expectedSerial());
        assertEquals(stranger.encryption().serialHex(), opening.evidence().presentedSerial());
        assertTrue(opening.evidence().note().contains(stranger.encryption().serialHex()));
        var out = folder.resolve("out");
        assertEquals(OpenOutcome.WRONG_CERT, opening.copyTo(out, Progress.NONE).outcome());
        assertFalse(Files.exists(out));
    }

    @Test
    void oneHalfAloneOpensNothing() throws IOException {
        seal(Suite.SM, 1_000);
        var bid = SealedBid.open(sealed);
        var half = bid.halfA(anSm);
        assertEquals(OpenOutcome.OK, half.outcome());
        assertEquals(OpenOutcome.WRONG_CERT, bid.unlock(half, bid.halfB(anSm)).outcome());
        assertEquals(OpenOutcome.FILE_CORRUPT, bid.unlock(half, half).outcome());
        assertEquals(OpenOutcome.FILE_CORRUPT, bid.unlock(bid.halfB(tender), half).outcome());
    }

    @Test
    void aClosedTokenIsAMissingMedium() throws IOException {
        seal(Suite.SM, 1_000);
        var gone = Media.token(media, Suite.SM, "an-sm");
        gone.close();
        assertEquals(OpenOutcome.MEDIA_MISSING,
                SealedBid.attempt(sealed, gone, tender).outcome());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"RSA, cut at a chunk", "RSA, cut inside a chunk", "RSA, swap two chunks",
            "RSA, flip a bit", "RSA, change the header", "RSA, drop a chunk and correct the length",
            "SM, cut at a chunk", "SM, cut inside a chunk", "SM, swap two chunks", "SM, flip a bit",
            "SM, change the header", "SM, drop a chunk and correct the length"})
    void refusesManipulations(Suite suite, String how) throws IOException {
        seal(suite, 200_000);
        Files.write(sealed, manipulated(how, Files.readAllBytes(sealed)));
        var opening = SealedBid.attempt(sealed, bidder(suite), tender);
        var out = folder.resolve("out");
        var copied = opening.copyTo(out, Progress.NONE);
        assertEquals(OpenOutcome.FILE_CORRUPT, copied.outcome());
        assertFalse(copied.evidence().note().isEmpty());
        assertFalse(Files.exists(out));
        try (var left = Files.list(folder)) {
            assertEquals(List.of("bid.ebid", "plain"),
                    left.map(p -> p.getFileName().toString()).sorted().toList());
        }
    }

    private byte[] manipulated(String how, byte[] file) throws IOException {
        int body = (int) bodyStart();
        return switch (how) {
            case "cut at a chunk" -> Arrays.copyOf(file, body + 3 * CHUNK);
            case "cut inside a chunk" -> Arrays.copyOf(file, body + 2 * CHUNK + 77);
            case "swap two chunks" -> {
                var swapped = file.clone();
                System.arraycopy(file, body, swapped, body + CHUNK, CHUNK);
                System.arraycopy(file, body + CHUNK, swapped, body, CHUNK);
                yield swapped;
            }
            case "flip a bit" -> flipped(file, body + 2 * CHUNK + 1234);
            case "change the header" -> flipped(file, 40);
            case "drop a chunk and correct the length" -> shortened(file, body);
            default -> throw new IllegalArgumentException(how);
        };
    }

    /// The best a forger without the key can do: a new header with the length of three chunks and a
    /// right digest over it.
    private byte[] shortened(byte[] file, int body) throws IOException {
        var old = Container.read(sealed).header();
        var forged = new ContainerHeader(old.purpose(), old.suite(), old.fileId(),
                old.noncePrefix(), 3L * 65_536, old.sealedAt(), old.about(), old.recipients(),
                old.wraps()).der();
        var start = ByteBuffer.allocate(9).put(file, 0, 5).putInt(forged.length).array();
        var digest = old.suite().digest();
        digest.update(start);
        digest.update(forged);
        var sum = digest.digest();
        return ByteBuffer.allocate(start.length + forged.length + sum.length + 3 * CHUNK)
                .put(start).put(forged).put(sum).put(file, body, 3 * CHUNK).array();
    }

    @Test
    void everyFlippedBitOfTheHeaderIsDamageAndNeverAWrongCertificate() throws IOException {
        seal(Suite.SM, 10);
        var whole = Files.readAllBytes(sealed);
        int body = (int) bodyStart();
        for (int at = 0; at < body; at += 7) {
            Files.write(sealed, flipped(whole, at));
            assertEquals(OpenOutcome.FILE_CORRUPT,
                    SealedBid.attempt(sealed, anSm, tender).outcome(), "byte " + at);
        }
    }

    @Test
    void tellsHowFarItIsAndStopsWhenAsked() throws IOException {
        seal(Suite.RSA, 300_000);
        var opening = SealedBid.attempt(sealed, anRsa, tender);
        var out = folder.resolve("out");
        var steps = new ArrayList<Long>();
        opening.copyTo(out, (done, total) -> steps.add(done));
        assertEquals(List.of(65_536L, 131_072L, 196_608L, 262_144L, 300_000L), steps);
        Files.delete(out);
        assertThrows(CancellationException.class, () -> opening.copyTo(out, stopAfter(0)));
        assertFalse(Files.exists(out));
    }

    @Test
    void stoppingWhileSealingLeavesNothingBehind() throws IOException {
        Files.write(plain, new byte[200_000]);
        assertThrows(CancellationException.class,
                () -> SealedBid.seal(plain, sealed, HEADER, anSm.encryption(),
                        tender.encryption(), Suite.SM, stopAfter(250_000)));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(plain), left.toList());
        }
    }

    @Test
    void whateverIsChangedIsAnOutcomeAndNeverAnException() throws IOException {
        seal(Suite.RSA, 70_000);
        var whole = Files.readAllBytes(sealed);
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var changed = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
                changed[random.nextInt(Math.min(changed.length, 2_000))] = (byte) random
                        .nextInt();
            }
            Files.write(sealed, changed);
            var opening = SealedBid.attempt(sealed, anRsa, tender);
            assertEquals(OpenOutcome.FILE_CORRUPT, opening.outcome(), "round " + round);
        }
    }

    @Test
    void aCertificateRenewedOnTheSameKeyStillOpens() throws IOException {
        var openssl = Openssl.in(media);
        openssl.root("root", Suite.SM);
        openssl.leaf("kept", Suite.SM, "root", "/C=CN/CN=An", "135790");
        Files.write(plain, new byte[100]);
        var first = Certificate.parse(openssl.read("kept.crt"));
        SealedBid.seal(plain, sealed, HEADER, first, tender.encryption(), Suite.SM);
        openssl.must("x509", "-req", "-in", "kept.csr", "-CA", "root.crt", "-CAkey", "root.key",
                "-CAcreateserial", "-days", "500", "-sm3", "-sigopt", Openssl.ID, "-vfyopt",
                Openssl.ID, "-out", "renewed.crt");
        openssl.must("pkcs12", "-export", "-inkey", "kept.key", "-in", "renewed.crt", "-passout",
                "pass:135790", "-out", "renewed.p12");
        try (var renewed = FileToken.open(openssl.file("renewed.p12"),
                "135790".toCharArray())) {
            assertFalse(first.serialHex().equals(renewed.encryption().serialHex()));
            assertEquals(OpenOutcome.OK,
                    SealedBid.attempt(sealed, renewed, tender).outcome());
        }
    }

    @Test
    void sealingTwiceGivesDifferentFiles() throws IOException {
        seal(Suite.SM, 100);
        var first = Hashes.sha256(sealed);
        seal(Suite.SM, 100);
        assertFalse(first.equals(Hashes.sha256(sealed)));
    }

    private static Progress stopAfter(long bytes) {
        var done = new AtomicLong();
        return new Progress() {

            @Override
            public void moved(long now, long total) {
                done.set(now);
            }

            @Override
            public boolean cancelled() {
                return done.get() > bytes;
            }
        };
    }

    private void seal(Suite suite, int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        Files.write(plain, content);
        SealedBid.seal(plain, sealed, HEADER, bidder(suite).encryption(), tender.encryption(),
                suite);
    }

    private long bodyStart() {
        return Container.read(sealed).bodyStart();
    }

    private static FileToken bidder(Suite suite) {
        return suite == Suite.RSA ? anRsa : anSm;
    }

    private static byte[] flipped(byte[] file, int at) {
        var changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }
}

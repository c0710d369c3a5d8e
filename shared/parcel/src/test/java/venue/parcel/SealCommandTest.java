package venue.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Detached;
import venue.crypto.Hashes;
import venue.crypto.OpenOutcome;
import venue.crypto.Progress;
import venue.crypto.SealedBid;
import venue.crypto.Suite;

class SealCommandTest {

    private static final String LOT = "A3201000001000001001001";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream troubled = new ByteArrayOutputStream();
    private Path tender;
    private Path bid;

    @BeforeEach
    void prepare() throws IOException {
        tender = Media.medium(folder, Suite.SM, "tender");
        bid = folder.resolve("bid.ebid");
        Files.createDirectories(folder.resolve("in/volume"));
        Files.writeString(folder.resolve("in/letter.txt"), "投标函");
        Files.write(folder.resolve("in/volume/technical.pdf"), new byte[100_000]);
        Files.writeString(folder.resolve("pin"), Media.PIN + "\n");
        try (var token = Media.token(tender)) {
            Files.writeString(folder.resolve("tender.crt"), token.encryption().pem());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void sealsABidThatTheTwoSidesOpenTogether(Suite suite) throws IOException {
        var medium = Media.medium(folder, suite, "an");
        assertEquals(0, seal(medium, "--receipt", folder.resolve("receipt.json").toString()),
                troubled.toString(StandardCharsets.UTF_8));
        var sums = Hashes.both(bid);
        var text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(sums.sha256()) && text.contains(sums.sm3()), text);
        try (var bidder = Media.token(medium); var side = Media.token(tender)) {
            var plain = folder.resolve("plain");
            var copied = SealedBid.attempt(bid, bidder, side).copyTo(plain, Progress.NONE);
            assertEquals(OpenOutcome.OK, copied.outcome());
            try (var parcel = Parcel.open(plain, null)) {
                assertEquals(new Parcel.Label("bid", LOT, "an公司"), parcel.label());
                assertEquals(List.of("letter.txt", "volume/technical.pdf"), parcel.names());
                assertEquals(bidder.signing(), parcel.sender());
            }
            receiptSpeaksOf(sums, bidder.signing());
        }
        assertEquals(List.of("an.p12", "bid.ebid", "in", "pin", "plain", "receipt.json",
                "tender.crt", "tender.p12"), left());
    }

    private void receiptSpeaksOf(Hashes.Sums sums, Certificate bidder) throws IOException {
        var receipt = JsonMapper.builder().build()
                .readTree(folder.resolve("receipt.json").toFile());
        assertEquals(sums.sha256(), receipt.get("sha256").asText());
        assertEquals(sums.sm3(), receipt.get("sm3").asText());
        assertEquals(sums.size(), receipt.get("size").asLong());
        assertEquals("91210100MA0TEXT0A1", receipt.get("bidder").asText());
        var statement = SealReceipt.statement(SealedBid.open(bid).header(), sums,
                Optional.empty());
        var signed = Detached.verify(Bytes.fromBase64(receipt.get("signature").asText()),
                statement.getBytes(StandardCharsets.UTF_8));
        assertTrue(signed.valid(), signed.reason());
        assertEquals(bidder, signed.signer());
    }

    @Test
    void refusesAnExpiredCertificateWithItsDate() {
        var medium = Media.medium(folder, Suite.SM, "old", Media.FROM.minusSeconds(9_000_000),
                Media.FROM);
        assertEquals(1, seal(medium));
        assertTrue(trouble().contains("old"), trouble());
        assertTrue(trouble().contains("2026-01-01 08:00:00"), trouble());
        assertFalse(Files.exists(bid));
    }

    @Test
    void refusesAWeakTenderCertificate() throws IOException {
        var openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:1024",
                "-nodes", "-keyout", "weak.key", "-subj", "/C=CN/CN=Weak", "-days", "3650",
                "-out", "tender.crt").directory(folder.toFile()).redirectErrorStream(true);
        Assumptions.assumeTrue(succeeds(openssl), "needs the openssl program");
        assertEquals(1, seal(Media.medium(folder, Suite.SM, "an")));
        assertTrue(trouble().contains("Weak") && trouble().contains("1024"), trouble());
        assertFalse(Files.exists(bid));
    }

    private static boolean succeeds(ProcessBuilder program) {
        try {
            var process = program.start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void namesATenderCertificateThatIsNone() throws IOException {
        Files.writeString(folder.resolve("tender.crt"), "nothing");
        assertEquals(1, seal(Media.medium(folder, Suite.SM, "an")));
        assertTrue(trouble().contains("数字证书"), trouble());
    }

    @Test
    void saysHowManyTriesAreLeftAfterAWrongPin() throws IOException {
        var medium = Media.medium(folder, Suite.SM, "an");
        Files.writeString(folder.resolve("pin"), "000000");
        assertEquals(1, seal(medium));
        assertTrue(trouble().contains("还可以再试 5 次"), trouble());
    }

    @Test
    void namesAFileWithAChineseName() throws IOException {
        Files.writeString(folder.resolve("in/投标函.txt"), "x");
        assertEquals(1, seal(Media.medium(folder, Suite.SM, "an")));
        assertTrue(trouble().contains("投标函.txt"), trouble());
        assertFalse(Files.exists(bid));
    }

    @Test
    void refusesAnEmptyFolder() throws IOException {
        Files.delete(folder.resolve("in/letter.txt"));
        Files.delete(folder.resolve("in/volume/technical.pdf"));
        assertEquals(1, seal(Media.medium(folder, Suite.SM, "an")));
        assertTrue(trouble().contains("没有文件"), trouble());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tender|short
            --colour|red
            --tender|A3201000001000001001001
            --pin-env|PIN
            """)
    void refusesWrongArguments(String name, String value) {
        assertEquals(2, seal(folder.resolve("an.p12"), name, value));
        assertTrue(trouble().contains("seal --help"), trouble());
    }

    @Test
    void helpsInChineseFirst() {
        assertEquals(0, SealCommand.run(new String[]{"--help"}, told(), clock()));
        var text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("用法：") && text.contains("Usage: "), text);
    }

    @Test
    void inspectSaysForWhomABidIsSealed() {
        assertEquals(0, seal(Media.medium(folder, Suite.RSA, "an")));
        said.reset();
        assertEquals(0, InspectCommand.run(new String[]{bid.toString()}, told()));
        var text = said.toString(StandardCharsets.UTF_8);
        for (var expected : List.of(LOT, "an公司", "tender", "2026-11-23 12:00:00", "AES-256-GCM",
                Hashes.sm3(bid))) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
    }

    @Test
    void inspectFailsOnACutBid() throws IOException {
        assertEquals(0, seal(Media.medium(folder, Suite.SM, "an")));
        var whole = Files.readAllBytes(bid);
        Files.write(bid, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(1, InspectCommand.run(new String[]{bid.toString()}, told()));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("不完整"));
    }

    @Test
    void inspectListsAParcel() {
        var file = folder.resolve("parcel.zip");
        try (var token = Media.token(tender)) {
            Parcel.write(file, new Parcel.Label("project", LOT, "某工程"),
                    List.of(Parcel.Part.of("project.json", new byte[]{1})), token, List.of(),
                    Media.NOON);
        }
        assertEquals(0, InspectCommand.run(new String[]{file.toString()}, told()));
        var text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("project.json") && text.contains("某工程"), text);
    }

    private int seal(Path medium, String... more) {
        var arguments = new ArrayList<>(List.of("--tender", LOT, "--bidder-p12", medium.toString(),
                "--pin-file", folder.resolve("pin").toString(), "--tender-cert",
                folder.resolve("tender.crt").toString(), "--in", folder.resolve("in").toString(),
                "--out", bid.toString()));
        if (more.length > 0 && more[0].equals("--tender") && !more[1].equals(LOT)) {
            arguments.set(1, more[1]);
        } else {
            arguments.addAll(List.of(more));
        }
        return SealCommand.run(arguments.toArray(String[]::new), told(), clock());
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Media.NOON);
    }

    private Told told() {
        return new Told(new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(troubled, true, StandardCharsets.UTF_8));
    }

    private String trouble() {
        return troubled.toString(StandardCharsets.UTF_8);
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}

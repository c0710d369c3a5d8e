package venue.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Bytes;
import venue.crypto.OpenOutcome;
import venue.crypto.Progress;
import venue.crypto.SealedBid;
import venue.crypto.Suite;

/// A sealed bid whose two halves are on hardware media of two vendors.
class OpeningTest {

    private static final SealedBid.Header HEADER = new SealedBid.Header("A3201000001000001001001",
            "", "91210100MA0TEXT0A1", "安建公司", SoftHsm.NOON);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;
    private static SoftHsm hsm;
    private static SkfDouble skf;
    private static Path plain;
    private static Path sealed;

    @BeforeAll
    static void seal() throws IOException {
        hsm = SoftHsm.in(folder.resolve("hsm"));
        var tender = hsm.token("T").certificate();
        skf = SkfDouble.in(folder);
        var bidder = skf.medium("K1").getLast().certificate();
        plain = Files.write(folder.resolve("plain"), Bytes.random(200_000).array());
        sealed = folder.resolve("bid.ebid");
        SealedBid.seal(plain, sealed, HEADER, bidder, tender, Suite.SM);
    }

    private static Drivers drivers() {
        return new Drivers(new Patience(Duration.ofSeconds(30), SHORT, SHORT, SHORT, SHORT));
    }

    private OpenOutcome attempt(Drivers drivers) throws IOException {
        try (var bidder = drivers.open(skf.spec("K1"), SkfDouble.PIN.toCharArray());
                var tender = drivers.open(hsm.spec("T"), SoftHsm.PIN.toCharArray())) {
            var out = folder.resolve("out");
            var copied = SealedBid.attempt(sealed, bidder, tender).copyTo(out, Progress.NONE);
            if (copied.outcome() == OpenOutcome.OK) {
                assertEquals(-1, Files.mismatch(plain, out));
            }
            return copied.outcome();
        }
    }

    @ParameterizedTest
    @CsvSource({"SKF_ECCDecrypt hang, TIMEOUT", "SKF_ECCDecrypt crash, DRIVER",
            "SKF_ECCDecrypt code 0x0A000001, DRIVER",
            "SKF_ECCDecrypt code 0x0A000023, MEDIA_MISSING",
            "SKF_ECCDecrypt code 0x0A000011, FILE_CORRUPT"})
    void opensAfterEveryTroubleWithTheMedium(String fault, OpenOutcome outcome)
            throws IOException {
        try (var drivers = drivers()) {
            skf.misbehave(fault);
            assertEquals(outcome, attempt(drivers));
            skf.misbehave();
            assertEquals(OpenOutcome.OK, attempt(drivers));
        }
    }
}

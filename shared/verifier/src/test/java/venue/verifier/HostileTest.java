package venue.verifier;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever bytes come, the verifier answers; it never accepts them and never breaks.
class HostileTest {

    private static final int TRIES = 40;

    @TempDir
    private static Path home;
    private static SmallDay day;
    private static byte[] archive;

    @BeforeAll
    static void tell() throws IOException {
        day = new SmallDay(home, new SmallPeople(), Lie.NONE).told();
        archive = Files.readAllBytes(day.bound("day.vparcel", "ARCHIVIST"));
    }

    @AfterAll
    static void close() {
        day.close();
    }

    @Test
    void neverAcceptsAnArchiveWithChangedBytes() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261124);
        for (int i = 0; i < TRIES; i++) {
            var bent = archive.clone();
            int many = 1 + random.nextInt(8);
            for (int k = 0; k < many; k++) {
                // the time stamps of zip entries mean nothing; the content of entries does
                bent[random.nextInt(bent.length)] ^= (byte) (1 + random.nextInt(255));
            }
            refuses(bent, "try " + i);
        }
    }

    @Test
    void neverAcceptsAPieceOfAnArchive() throws IOException {
        for (int part = 0; part < 8; part++) {
            refuses(Arrays.copyOf(archive, archive.length * part / 8), "part " + part);
        }
    }

    @Test
    void saysThatAFolderIsNoArchive() {
        assertThrows(VerifierFailure.class, () -> Verification.of(home, Trust.none()));
    }

    private static void refuses(byte[] bytes, String which) throws IOException {
        var file = Files.write(home.resolve("bent"), bytes);
        try {
            var verification = Verification.of(file, Trust.read(day.trust));
            assertFalse(verification.accepted() && !sameContent(bytes), which);
        } catch (VerifierFailure e) {
            assertFalse(e.what().isEmpty(), which);
        }
    }

    /// Bytes that only a zip's own bookkeeping uses may change without changing what is archived.
    private static boolean sameContent(byte[] bytes) throws IOException {
        var one = Files.write(home.resolve("one"), archive);
        var other = Files.write(home.resolve("other"), bytes);
        try (var a = new java.util.zip.ZipFile(one.toFile());
                var b = new java.util.zip.ZipFile(other.toFile())) {
            for (var entry : java.util.Collections.list(a.entries())) {
                var there = b.getEntry(entry.getName());
                if (there == null || !Arrays.equals(a.getInputStream(entry).readAllBytes(),
                        b.getInputStream(there).readAllBytes())) {
                    return false;
                }
            }
            return true;
        }
    }
}

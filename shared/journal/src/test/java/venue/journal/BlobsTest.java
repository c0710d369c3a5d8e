package venue.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.domain.base.Digest;

class BlobsTest {

    @TempDir
    Path dir;
    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Hall().one(dir);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void givesBackTheSameBytes(int size) throws IOException {
        var content = bytes(size);
        var digest = journal.blobs().put(new ByteArrayInputStream(content));
        assertEquals(Bytes.of(content).sha256(), digest.hex());
        try (var in = journal.blobs().open(digest)) {
            assertArrayEquals(content, in.readAllBytes());
        }
        assertEquals(Bytes.of(content).sm3(), journal.blobs().sums(digest).sm3());
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        var file = Files.write(dir.resolve("in"), bytes(1000));
        assertEquals(journal.blobs().put(file), journal.blobs().put(file));
        try (var files = Files.walk(dir.resolve("blobs"))) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void noticesEveryChangedOrMissingByte() throws IOException {
        var digest = journal.blobs().put(new ByteArrayInputStream(bytes(70_000)));
        var file = dir.resolve("blobs").resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex());
        var good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 4_001) {
            var bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            assertDamaged(digest);
        }
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        assertDamaged(digest);
        Files.write(file, Arrays.copyOf(good, 21 + 5 + 65_536 + 28));
        assertDamaged(digest);
        Files.write(file, good);
        assertEquals(70_000, journal.blobs().sums(digest).size());
    }

    @Test
    void saysWhatIsMissing() {
        var digest = new Digest("ab".repeat(32));
        assertFalse(journal.blobs().has(digest));
        var failure = assertThrows(JournalFailure.class, () -> journal.blobs().open(digest));
        assertEquals("BLOB_MISSING", failure.code());
        assertTrue(failure.what().contains(digest.hex()));
    }

    private void assertDamaged(Digest digest) {
        assertEquals("BLOB_DAMAGED",
                assertThrows(JournalFailure.class, () -> journal.blobs().sums(digest)).code());
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

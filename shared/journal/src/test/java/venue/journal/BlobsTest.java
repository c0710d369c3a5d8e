package venue.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Sealing;
import venue.domain.base.Digest;

class BlobsTest {

    @TempDir
    Path dir;
    private final Sealing box = new Sealing(new byte[32]);
    private Path root;
    private Blobs blobs;

    @BeforeEach
    void open() {
        root = dir.resolve("blobs");
        blobs = new Blobs(root, box);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void givesBackTheSameBytes(int size) throws IOException {
        var content = bytes(size);
        var seen = new ArrayList<Long>();
        var stored = blobs.keep(new ByteArrayInputStream(content), seen::add);
        assertEquals(Bytes.of(content).sha256(), stored.sha256().hex());
        assertEquals(Bytes.of(content).sm3(), stored.sm3().hex());
        assertEquals(size, stored.size());
        assertEquals(size, seen.getLast());
        assertEquals(size, blobs.size(stored.sha256()));
        try (var in = blobs.open(stored.sha256())) {
            assertArrayEquals(content, in.readAllBytes());
        }
        assertEquals(Bytes.of(content).sm3(), blobs.sums(stored.sha256()).sm3());
        assertEquals(List.of(stored.sha256()), blobs.all());
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        var file = Files.write(dir.resolve("in"), bytes(1000));
        assertEquals(blobs.put(file), blobs.put(file));
        assertEquals(1, files().size());
    }

    @Test
    void keepsTheSameBytesOnceThoughFourPutThemTogether()
            throws InterruptedException, ExecutionException, IOException {
        var content = bytes(200_000);
        var start = new CyclicBarrier(4);
        Callable<Digest> one = () -> {
            start.await();
            return blobs.put(new ByteArrayInputStream(content));
        };
        try (var four = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : four.invokeAll(List.of(one, one, one, one))) {
                assertEquals(Bytes.of(content).sha256(), answer.get().hex());
            }
        }
        assertEquals(1, files().size());
        assertEquals(List.of(), blobs.check(_ -> {}).damaged());
    }

    @Test
    void noticesEveryChangedOrMissingByte() throws IOException {
        var digest = blobs.put(new ByteArrayInputStream(bytes(70_000)));
        var file = file(digest);
        var good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 4_001) {
            var bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            assertDamaged(digest);
        }
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        assertDamaged(digest);
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertDamaged(digest);
        Files.write(file, Arrays.copyOf(good, 21 + 5 + 65_536 + 28));
        assertDamaged(digest);
        Files.write(file, good);
        assertEquals(70_000, blobs.sums(digest).size());
    }

    @Test
    void puttingTheSameAgainHealsADamagedOneAndKeepsWhatWasFound() throws IOException {
        var digest = blobs.put(new ByteArrayInputStream(bytes(70_000)));
        var bad = Files.readAllBytes(file(digest));
        bad[500] ^= 1;
        Files.write(file(digest), bad);
        assertEquals(List.of(digest), blobs.check(_ -> {}).damaged());
        assertEquals(digest, blobs.put(new ByteArrayInputStream(bytes(70_000))));
        assertEquals(70_000, blobs.sums(digest).size());
        try (var torn = Files.list(root.resolve("torn"))) {
            assertArrayEquals(bad, Files.readAllBytes(torn.findFirst().orElseThrow()));
        }
    }

    @Test
    void saysWhatIsMissing() {
        var digest = new Digest("ab".repeat(32));
        assertFalse(blobs.has(digest));
        var failure = assertThrows(JournalFailure.class, () -> blobs.open(digest));
        assertEquals("BLOB_MISSING", failure.code());
        assertTrue(failure.what().contains(digest.hex()));
    }

    @Test
    void whoInterruptsLeavesWholeChunksForTheNextStart() throws IOException {
        var content = bytes(400_000);
        assertThrows(CancellationException.class,
                () -> blobs.keep(new ByteArrayInputStream(content), done -> {
                    if (done == 3 * 65_536) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), blobs.all());
        var saved = blobs.recover().getFirst();
        assertEquals(3 * 65_536, saved.bytes());
        assertFalse(saved.whole());
        try (var in = blobs.open(saved.sha256())) {
            assertArrayEquals(Arrays.copyOf(content, 3 * 65_536), in.readAllBytes());
        }
    }

    @Test
    void aSourceThatBreaksOffLeavesWhatItGave() throws IOException {
        var unplugged = InputStream.nullInputStream();
        unplugged.close();
        var broken = new SequenceInputStream(new ByteArrayInputStream(bytes(200_000)), unplugged);
        assertEquals("DISK_ERROR",
                assertThrows(JournalFailure.class, () -> blobs.put(broken)).code());
        assertEquals(3 * 65_536, blobs.recover().getFirst().bytes());
    }

    @Test
    void copiesOnlyWhatIsNotThereYetAndReadsEachCopyBack() throws IOException {
        var first = blobs.put(new ByteArrayInputStream(bytes(100_000)));
        var second = blobs.put(new ByteArrayInputStream(bytes(70_000)));
        var other = dir.resolve("backup").resolve("blobs");
        Files.createDirectories(other);
        assertEquals(new Blobs.Tally(2, 2, List.of()), copy(other));
        assertEquals(new Blobs.Tally(2, 0, List.of()), copy(other));
        var third = blobs.put(new ByteArrayInputStream(bytes(3)));
        var copies = new Blobs(other, box);
        damage(other, first);
        assertEquals(List.of(first), copies.check(_ -> {}).damaged());
        assertEquals(new Blobs.Tally(3, 2, List.of()), copy(other));
        assertEquals(blobs.all(), copies.all());
        assertArrayEquals(Files.readAllBytes(file(third)),
                Files.readAllBytes(other.resolve(root.relativize(file(third)))));
        damage(root, second);
        damage(other, second);
        assertEquals(new Blobs.Tally(3, 0, List.of(second)), copy(other));
    }

    @Test
    void tellsHowFarACheckHasComeAndWhatAllTakesUp() throws IOException {
        blobs.put(new ByteArrayInputStream(bytes(100_000)));
        blobs.put(new ByteArrayInputStream(bytes(10)));
        long onDisk = 0;
        for (var file : files()) {
            onDisk += Files.size(file);
        }
        assertEquals(onDisk, blobs.bytesOnDisk());
        var steps = new ArrayList<Progress>();
        assertEquals(2, blobs.check(steps::add).blobs());
        assertEquals(new Progress("blobs", onDisk, onDisk), steps.getLast());
    }

    private Blobs.Tally copy(Path other) {
        return blobs.copyTo(other, _ -> {});
    }

    private static void damage(Path blobs, Digest digest) throws IOException {
        var file = blobs.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path file(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private void assertDamaged(Digest digest) {
        assertEquals("BLOB_DAMAGED",
                assertThrows(JournalFailure.class, () -> blobs.sums(digest)).code());
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

package venue.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.crypto.Sealing;
import venue.domain.base.Digest;

class BlobRecoveryTest {

    private static final Sealing BOX = new Sealing(new byte[32]);
    private static final int FULL = 65_536 + 33;

    @TempDir
    Path dir;
    private Blobs blobs;
    private Path tmp;
    private final byte[] content = new byte[5 * 65_536 + 100];
    private byte[] sealed = new byte[0];

    @BeforeEach
    void seal() throws IOException {
        new Random(3).nextBytes(content);
        var elsewhere = dir.resolve("elsewhere");
        var digest = new Blobs(elsewhere, BOX).put(new ByteArrayInputStream(content));
        sealed = Files.readAllBytes(
                elsewhere.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()));
        blobs = new Blobs(dir.resolve("blobs"), BOX);
        tmp = Files.createDirectories(dir.resolve("blobs/tmp"));
    }

    @Test
    void aWholePartBecomesABlob() throws IOException {
        part("a.part", sealed);
        var saved = blobs.recover();
        assertEquals(List.of(new Blobs.Recovered("a.part", content.length, digest(content), true)),
                saved);
        assertArrayEquals(content, read(saved.getFirst().sha256()));
        assertEquals(List.of(), BlobFolder.list(tmp));
        assertEquals(List.of(), blobs.recover());
        assertFalse(Files.exists(dir.resolve("blobs/torn")));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void savesTheWholeChunksOfATornPartAndKeepsThePart(long seed) throws IOException {
        var cut = Arrays.copyOf(sealed, new Random(seed).nextInt(sealed.length));
        part("torn.part", cut);
        var expected = Arrays.copyOf(content, Math.max(0, (cut.length - 21) / FULL) * 65_536);
        assertTorn(cut, expected, false);
    }

    @Test
    void savesWhatStandsBeforeAChangedChunk() throws IOException {
        var changed = sealed.clone();
        changed[21 + 2 * FULL + 1000] ^= 1;
        part("torn.part", changed);
        assertTorn(changed, Arrays.copyOf(content, 2 * 65_536), false);
    }

    @Test
    void savesAllWhereTheDiskLeftZerosBehindTheEnd() throws IOException {
        var longer = Arrays.copyOf(sealed, sealed.length + 512);
        part("torn.part", longer);
        assertTorn(longer, content, true);
    }

    @Test
    void savesNothingOfWhatIsNoPart() throws IOException {
        part("torn.part", new byte[1000]);
        assertTorn(new byte[1000], new byte[0], false);
    }

    private void assertTorn(byte[] part, byte[] expected, boolean whole) throws IOException {
        var saved = blobs.recover();
        assertEquals(List.of(
                new Blobs.Recovered("torn.part", expected.length, digest(expected), whole)), saved);
        assertArrayEquals(expected, read(digest(expected)));
        var torn = BlobFolder.list(dir.resolve("blobs/torn"));
        assertEquals(1, torn.size());
        assertArrayEquals(part, Files.readAllBytes(torn.getFirst()));
        assertEquals(List.of(), BlobFolder.list(tmp));
        assertEquals(List.of(), blobs.recover());
    }

    @Test
    void aPartOfWhatIsAlreadyThereGoes() throws IOException {
        var digest = blobs.put(new ByteArrayInputStream(content));
        part("a.part", sealed);
        assertEquals(digest, blobs.recover().getFirst().sha256());
        assertEquals(List.of(), BlobFolder.list(tmp));
        assertEquals(List.of(digest), blobs.all());
    }

    @Test
    void repeatsTheNoteWhenTheRunEndsInTheMiddle() throws IOException {
        part("a.part", sealed);
        part("b.part", Arrays.copyOf(sealed, 21 + 2 * FULL + 9));
        for (int crash = 0; crash < 2; crash++) {
            assertThrows(IllegalStateException.class, () -> blobs.recover(_ -> {
                throw new IllegalStateException("power cut");
            }));
            blobs = new Blobs(dir.resolve("blobs"), BOX);
        }
        assertEquals(List.of("a.part", "b.part"),
                blobs.recover().stream().map(Blobs.Recovered::part).toList());
        assertEquals(2, blobs.all().size());
    }

    @Test
    void aHalfWrittenCopyOfATornPartIsWrittenAnew() throws IOException {
        var cut = Arrays.copyOf(sealed, 21 + 3 * FULL + 70);
        part("torn.part", cut);
        Files.write(tmp.resolve("torn.part.again"), Arrays.copyOf(sealed, 50_000));
        assertTorn(cut, Arrays.copyOf(content, 3 * 65_536), false);
    }

    @Test
    void leavesAloneWhatIsBeingWritten() throws IOException {
        var stored = blobs.keep(new ByteArrayInputStream(content),
                _ -> assertEquals(List.of(), blobs.recover()));
        assertArrayEquals(content, read(stored.sha256()));
    }

    @Test
    void aFullDiskLosesNothingOfWhatWasThere() throws IOException, InterruptedException {
        var small = Files.createDirectories(dir.resolve("small"));
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString());
        assumeTrue(mounted, "no right to mount a small file system here");
        try {
            var full = new Blobs(small.resolve("blobs"), BOX);
            var first = full.put(new ByteArrayInputStream(content));
            var more = new byte[2_000_000];
            var failure = assertThrows(JournalFailure.class,
                    () -> full.put(new ByteArrayInputStream(more)));
            assertEquals("DISK_FULL", failure.code());
            assertEquals(List.of(first), full.all());
            assertEquals(List.of(), full.check(_ -> {}).damaged());
            assertEquals("DISK_FULL", assertThrows(JournalFailure.class, full::recover).code());
            assertTrue(run("mount", "-o", "remount,size=8m", small.toString()));
            var saved = full.recover().getFirst();
            assertTrue(saved.bytes() > 65_536 && saved.bytes() % 65_536 == 0, saved.toString());
            assertFalse(saved.whole());
            assertEquals(saved.bytes(), full.size(saved.sha256()));
        } finally {
            assertTrue(run("umount", small.toString()));
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private void part(String name, byte[] bytes) throws IOException {
        Files.write(tmp.resolve(name), bytes);
    }

    private byte[] read(Digest digest) throws IOException {
        try (var in = blobs.open(digest)) {
            return in.readAllBytes();
        }
    }

    private static Digest digest(byte[] bytes) {
        return new Digest(Bytes.of(bytes).sha256());
    }
}

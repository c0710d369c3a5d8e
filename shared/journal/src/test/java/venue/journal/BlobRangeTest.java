package venue.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.crypto.Sealing;
import venue.domain.base.Digest;

class BlobRangeTest {

    private static final int FULL = 65_536 + 33;
    private static final int SIZE = 40 * 65_536 + 777;

    private static byte[] content = new byte[SIZE];
    private static byte[] sealed = new byte[0];
    private static Digest digest;

    @TempDir
    Path dir;
    private Blobs blobs;
    private Path file;

    @BeforeAll
    static void seal(@TempDir Path once) throws IOException {
        new Random(7).nextBytes(content);
        digest = new Blobs(once, new Sealing(new byte[32]))
                .put(new ByteArrayInputStream(content));
        sealed = Files.readAllBytes(file(once, digest));
    }

    @BeforeEach
    void lay() throws IOException {
        blobs = new Blobs(dir, new Sealing(new byte[32]));
        file = file(dir, digest);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, sealed);
    }

    @ParameterizedTest(name = "{1} bytes at {0} open {2} chunks")
    @CsvSource({"0, 1, 1", "0, 65536, 1", "65535, 2, 2", "1310720, 65536, 1", "1310721, 65536, 2",
            "2621440, 777, 1", "2621439, 9999, 2", "0, 2622217, 41"})
    void opensOnlyTheChunksTouched(int at, int length, int chunks) throws IOException {
        try (var channel = blobs.channel(digest)) {
            assertEquals(SIZE, channel.size());
            assertArrayEquals(part(at, length), read(channel, at, length));
            assertEquals(chunks, ((BlobChannel) channel).opened());
        }
    }

    @Test
    void remembersTheChunksLastUsed() throws IOException {
        try (var channel = blobs.channel(digest)) {
            for (int round = 0; round < 5; round++) {
                read(channel, 65_536 * 3L, 10);
                read(channel, 65_536 * 9L, 10);
            }
            assertEquals(2, ((BlobChannel) channel).opened());
        }
    }

    @Test
    void readsAnywhereLikeThePlainFile() throws IOException {
        var random = new Random(11);
        try (var channel = blobs.channel(digest)) {
            for (int i = 0; i < 200; i++) {
                int at = random.nextInt(SIZE);
                int length = random.nextInt(200_000);
                assertArrayEquals(part(at, length), read(channel, at, length));
            }
            channel.position(SIZE);
            assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
            channel.position(SIZE + 5L);
            assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void readsInTheMiddleThoughAllTheRestIsRuined() throws IOException {
        var ruined = Files.readAllBytes(file);
        var middle = Arrays.copyOfRange(ruined, 21 + 20 * FULL, 21 + 21 * FULL);
        Arrays.fill(ruined, 21, ruined.length, (byte) 0);
        System.arraycopy(middle, 0, ruined, 21 + 20 * FULL, FULL);
        Files.write(file, ruined);
        try (var channel = blobs.channel(digest)) {
            assertArrayEquals(part(20 * 65_536, 65_536), read(channel, 20 * 65_536L, 65_536));
            assertDamaged(channel, 21 * 65_536L);
        }
    }

    @Test
    void refusesExchangedChunks() throws IOException {
        var bytes = Files.readAllBytes(file);
        var swapped = bytes.clone();
        System.arraycopy(bytes, 21 + 3 * FULL, swapped, 21 + 4 * FULL, FULL);
        System.arraycopy(bytes, 21 + 4 * FULL, swapped, 21 + 3 * FULL, FULL);
        Files.write(file, swapped);
        try (var channel = blobs.channel(digest)) {
            read(channel, 65_536 * 2L, 65_536);
            assertDamaged(channel, 65_536 * 3L);
            assertDamaged(channel, 65_536 * 4L);
        }
    }

    @Test
    void refusesAChunkOfAnotherBlob() throws IOException {
        var other = content.clone();
        other[0] ^= 1;
        var foreign = Files.readAllBytes(file(dir, blobs.put(new ByteArrayInputStream(other))));
        var bytes = Files.readAllBytes(file);
        System.arraycopy(foreign, 21 + 5 * FULL, bytes, 21 + 5 * FULL, FULL);
        Files.write(file, bytes);
        try (var channel = blobs.channel(digest)) {
            assertDamaged(channel, 65_536 * 5L);
        }
    }

    @ParameterizedTest(name = "cut to {0}")
    @CsvSource({"0", "20", "21", "53", "65590", "2000000"})
    void refusesACutFile(int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        var failure = assertThrows(JournalFailure.class, () -> {
            try (var channel = blobs.channel(digest)) {
                read(channel, channel.size() - 1, 1);
            }
        });
        assertEquals("BLOB_DAMAGED", failure.code());
    }

    @Test
    void refusesAFileCutBetweenChunks() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 21 + 7 * FULL));
        try (var channel = blobs.channel(digest)) {
            read(channel, 0, 65_536);
            assertDamaged(channel, 6 * 65_536L);
        }
    }

    @Test
    void isForReadingOnly() throws IOException {
        var channel = blobs.channel(digest);
        assertThrows(NonWritableChannelException.class,
                () -> channel.write(ByteBuffer.allocate(1)));
        assertThrows(NonWritableChannelException.class, () -> channel.truncate(0));
        assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
        assertTrue(channel.isOpen());
        channel.close();
        channel.close();
        assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
    }

    private void assertDamaged(SeekableByteChannel channel, long at) {
        var failure = assertThrows(JournalFailure.class, () -> read(channel, at, 1));
        assertEquals("BLOB_DAMAGED", failure.code());
        assertTrue(failure.what().contains(digest.hex()));
    }

    private byte[] part(int at, int length) {
        return Arrays.copyOfRange(content, at, Math.min(SIZE, at + length));
    }

    private static byte[] read(SeekableByteChannel channel, long at, int length)
            throws IOException {
        channel.position(at);
        var into = ByteBuffer.allocate(length);
        int count = channel.read(into);
        assertEquals(into.position(), Math.max(0, count));
        return Arrays.copyOf(into.array(), into.position());
    }

    private static Path file(Path dir, Digest blob) {
        return dir.resolve(blob.hex().substring(0, 2)).resolve(blob.hex());
    }
}

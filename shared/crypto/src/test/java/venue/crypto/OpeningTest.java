package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpeningTest {

    private static final SealedBid.Header HEADER = new SealedBid.Header("A3201000001000001001001",
            "", "91210100MA0TEXT0A1", "安建公司", Media.NOON);
    private static final int STEP = ContainerHeader.CHUNK + 16;
    /// More than one stretch of 16 chunks, and a short last chunk.
    private static final int LENGTH = 17 * ContainerHeader.CHUNK + 1234;

    /// Sealing takes longest.
    private static final Map<String, byte[]> SEALED = new HashMap<>();

    @TempDir
    static Path media;

    @TempDir
    Path folder;

    private static FileToken token;

    @BeforeAll
    static void issue() {
        token = Media.token(media, Suite.SM, "an");
    }

    @AfterAll
    static void close() {
        token.close();
    }

    /// What a reader can do with an opening.
    enum Way {
        ALONE, TOGETHER, STREAM, PAGES;

        /// Whether all of `wanted` came, or the damage was told and nothing was published.
        boolean gives(Opening opening, byte[] wanted, Path out) throws IOException {
            return switch (this) {
                case ALONE -> published(opening.copyTo(out, Copying.fast().by(1)), wanted, out);
                case TOGETHER -> published(opening.copyTo(out, Copying.fast().by(3)), wanted,
                        out);
                case STREAM -> {
                    var bytes = new ByteArrayOutputStream();
                    boolean whole = opening.copyTo(bytes, Copying.fast().by(2))
                            .outcome() == OpenOutcome.OK;
                    assertEquals(whole, Arrays.equals(wanted, bytes.toByteArray()));
                    assertArrayEquals(Arrays.copyOf(wanted, bytes.size()), bytes.toByteArray(),
                            "a wrong byte was handed out");
                    yield whole;
                }
                case PAGES -> opening.outcome() == OpenOutcome.OK && pages(opening, wanted);
            };
        }

        private static boolean published(Opening.Copied copied, byte[] wanted, Path out)
                throws IOException {
            boolean whole = copied.outcome() == OpenOutcome.OK;
            assertEquals(whole, Files.exists(out));
            assertEquals(whole, copied.evidence().note().isEmpty());
            if (whole) {
                assertArrayEquals(wanted, Files.readAllBytes(out));
            }
            return whole;
        }

        private static boolean pages(Opening opening, byte[] wanted) throws IOException {
            boolean whole = true;
            try (var content = opening.content()) {
                for (int at = 0; at < wanted.length; at += ContainerHeader.CHUNK) {
                    var page = ByteBuffer
                            .allocate(Math.min(ContainerHeader.CHUNK, wanted.length - at));
                    try {
                        content.position(at).read(page);
                        assertArrayEquals(Arrays.copyOfRange(wanted, at, at + page.capacity()),
                                page.array());
                    } catch (CryptoFailure e) {
                        assertEquals("CONTENT_DAMAGED", e.code());
                        assertArrayEquals(new byte[page.capacity()], page.array());
                        whole = false;
                    }
                }
            }
            return whole;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyWayGivesTheWholeContent(Way way) throws IOException {
        for (var suite : Suite.values()) {
            for (int length : new int[]{0, 1, 65_536, LENGTH}) {
                var plain = seal(suite, length);
                var out = folder.resolve(suite + "-" + length);
                assertTrue(way.gives(attempt(), plain, out), way + " " + suite + " " + length);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cut at a chunk", "cut inside a chunk", "swap two chunks", "flip a bit",
            "flip a bit of the last tag", "add a byte", "drop a chunk and correct the length"})
    void everyWayRefusesManipulations(String how) throws IOException {
        for (var suite : Suite.values()) {
            var plain = seal(suite, LENGTH);
            Files.write(file(), manipulated(how, Files.readAllBytes(file())));
            for (var way : Way.values()) {
                assertFalse(way.gives(attempt(), plain, folder.resolve("out")),
                        how + " " + way + " " + suite);
            }
            assertEquals(List.of("bid.ebid", "plain"), names());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsCutAfterTheKeyWasFoundIsNoticedToo(Way way) throws IOException {
        var plain = seal(Suite.SM, LENGTH);
        var opening = attempt();
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()),
                (int) Container.read(file()).bodyStart() + 16 * STEP));
        assertFalse(way.gives(opening, plain, folder.resolve("out")));
    }

    private byte[] manipulated(String how, byte[] file) {
        int body = (int) Container.read(file()).bodyStart();
        return switch (how) {
            case "cut at a chunk" -> Arrays.copyOf(file, body + 17 * STEP);
            case "cut inside a chunk" -> Arrays.copyOf(file, body + 16 * STEP + 77);
            case "swap two chunks" -> {
                var swapped = file.clone();
                System.arraycopy(file, body + 3 * STEP, swapped, body + 16 * STEP, STEP);
                System.arraycopy(file, body + 16 * STEP, swapped, body + 3 * STEP, STEP);
                yield swapped;
            }
            case "flip a bit" -> flipped(file, body + 16 * STEP + 1234);
            case "flip a bit of the last tag" -> flipped(file, file.length - 3);
            case "add a byte" -> Arrays.copyOf(file, file.length + 1);
            case "drop a chunk and correct the length" -> shortened(file, body);
            default -> throw new IllegalArgumentException(how);
        };
    }

    /// A new header with the length of 17 whole chunks and a right digest over it.
    private byte[] shortened(byte[] file, int body) {
        var old = Container.read(file()).header();
        var forged = new ContainerHeader(old.purpose(), old.suite(), old.fileId(),
                old.noncePrefix(), 17L * ContainerHeader.CHUNK, old.sealedAt(), old.about(),
                old.recipients(), old.wraps()).der();
        var start = ByteBuffer.allocate(9).put(file, 0, 5).putInt(forged.length).array();
        var digest = old.suite().digest();
        digest.update(start);
        var sum = digest.digest(ByteBuffer.allocate(forged.length).put(forged).array());
        return ByteBuffer.allocate(start.length + forged.length + sum.length + 17 * STEP)
                .put(start).put(forged).put(sum).put(file, body, 17 * STEP).array();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5"})
    void digestsThePlainContentAlongside(int workers) throws IOException {
        seal(Suite.RSA, LENGTH);
        var wanted = Hashes.both(folder.resolve("plain"));
        var both = attempt().copyTo(folder.resolve("out"),
                Copying.fast().by(workers).digesting(Suite.RSA, Suite.SM));
        assertEquals(wanted, new Hashes.Sums(both.sha256(), both.sm3(), both.bytes()));
        var one = attempt().copyTo(folder.resolve("out"), Copying.fast().digesting(Suite.SM));
        assertEquals("", one.sha256());
        assertEquals(wanted.sm3(), one.sm3());
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void stopsWhenAskedAndLeavesNothing(int workers) throws IOException {
        seal(Suite.RSA, LENGTH);
        var done = new AtomicLong();
        var opening = attempt();
        var how = Copying.fast().by(workers).telling(new Progress() {

            @Override
            public void moved(long now, long total) {
                assertEquals(LENGTH, total);
                assertTrue(now > done.getAndSet(now));
            }

            @Override
            public boolean cancelled() {
                return done.get() > 500_000;
            }
        });
        assertThrows(CancellationException.class,
                () -> opening.copyTo(folder.resolve("out"), how));
        assertTrue(done.get() < 700_000);
        assertEquals(List.of("bid.ebid", "plain"), names());
    }

    @Test
    void readsAtAnyPosition() throws IOException {
        var plain = seal(Suite.SM, LENGTH);
        var random = new Random(11);
        var content = attempt().content();
        try (content) {
            assertEquals(LENGTH, content.size());
            for (int round = 0; round < 60; round++) {
                int at = random.nextInt(LENGTH);
                var page = ByteBuffer.allocate(random.nextInt(1, 150_000));
                int n = content.position(at).read(page);
                assertEquals(Math.min(page.capacity(), LENGTH - at), n);
                assertEquals(at + n, content.position());
                assertArrayEquals(Arrays.copyOfRange(plain, at, at + n),
                        Arrays.copyOf(page.array(), n));
            }
            assertEquals(-1, content.position(LENGTH).read(ByteBuffer.allocate(1)));
            assertEquals(-1, content.position(LENGTH + 5L).read(ByteBuffer.allocate(1)));
            assertThrows(NonWritableChannelException.class,
                    () -> content.write(ByteBuffer.allocate(1)));
            assertThrows(NonWritableChannelException.class, () -> content.truncate(1));
            assertThrows(IllegalArgumentException.class, () -> content.position(-1));
        }
        assertFalse(content.isOpen());
        assertThrows(ClosedChannelException.class, () -> content.read(ByteBuffer.allocate(1)));
    }

    @Test
    void showsNothingOfWhatIsNotUnlocked() throws IOException {
        seal(Suite.SM, 1);
        var opening = SealedBid.open(file()).unlock(Bytes.random(32), Bytes.random(32));
        assertThrows(IllegalStateException.class, opening::content);
        var out = new ByteArrayOutputStream();
        assertEquals(OpenOutcome.FILE_CORRUPT, opening.copyTo(out, Copying.fast()).outcome());
        assertEquals(0, out.size());
    }

    /// In a JVM of its own, which also compiles as it does in a hall.
    @Test
    void sealsAndOpensLargeFilesInASmallHeap() throws Exception {
        var path = new ArrayList<String>(List.of("target/classes", "target/test-classes",
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", "")));
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx24m",
                "-XX:+UseSerialGC", "-cp", String.join(File.pathSeparator, path),
                SmallHeap.class.getName(), folder.toString()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("OK " + SmallHeap.LENGTH, said.strip());
    }

    /// What is run there.
    static final class SmallHeap {

        static final long LENGTH = 128L << 20;

        private SmallHeap() {}

        public static void main(String[] words) throws IOException {
            var plain = Path.of(words[0], "plain");
            var sealed = Path.of(words[0], "sealed");
            try (var holes = new RandomAccessFile(plain.toFile(), "rw");
                    var own = Media.token(Path.of(words[0]), Suite.SM, "own")) {
                holes.setLength(LENGTH);
                SealedBid.seal(plain, sealed, HEADER, own.encryption(), own.encryption(),
                        Suite.RSA);
                var copied = SealedBid.attempt(sealed, own, own)
                        .copyTo(OutputStream.nullOutputStream(), Copying.fast().by(4));
                System.out.println(copied.outcome() + " " + copied.bytes());
            }
        }
    }

    private Opening attempt() {
        return SealedBid.attempt(file(), token, token);
    }

    private byte[] seal(Suite suite, int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        var plain = Files.write(folder.resolve("plain"), content);
        var known = SEALED.get(suite.name() + length);
        if (known != null) {
            Files.write(file(), known);
            return content;
        }
        SealedBid.seal(plain, file(), HEADER, token.encryption(), token.encryption(), suite);
        SEALED.put(suite.name() + length, Files.readAllBytes(file()));
        return content;
    }

    private Path file() {
        return folder.resolve("bid.ebid");
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] flipped(byte[] file, int at) {
        var changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }
}

package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFilesTest {

    @TempDir
    Path folder;

    @Test
    void givesTheDigestOfEachFileInItsPlace() throws IOException {
        var files = files();
        files.add(files.getFirst());
        var one = files.stream().map(Hashes::both).toList();
        assertEquals(one, Hashes.all(files, Progress.NONE));
        assertEquals(one.stream().map(Hashes.Sums::sm3).toList(),
                Hashes.all(files, Suite.SM, Progress.NONE));
        assertEquals(one.stream().map(Hashes.Sums::sha256).toList(),
                Hashes.all(files, Suite.RSA, Progress.NONE));
        assertEquals(List.of(), Hashes.all(List.of(), Progress.NONE));
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        var files = files();
        long total = 0;
        for (var file : files) {
            total += Files.size(file);
        }
        var last = new AtomicLong();
        Hashes.all(files, Suite.SM, (done, all) -> assertTrue(done > last.getAndSet(done)));
        assertEquals(total, last.get());
    }

    @Test
    void stopsWhenAsked() throws IOException {
        var files = files();
        var stop = new Progress() {

            @Override
            public void moved(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> Hashes.all(files, stop));
    }

    @Test
    void namesTheFileThatIsNotThere() {
        var gone = folder.resolve("gone");
        var failure = assertThrows(CryptoFailure.class,
                () -> Hashes.all(List.of(gone), Progress.NONE));
        assertEquals("FILE_UNREADABLE", failure.code());
        assertTrue(failure.what().contains("gone"));
    }

    @Test
    void theWarmUpEndsAndCanBeStopped() throws InterruptedException {
        var warmUp = WarmUp.begin();
        try (warmUp) {
            assertFalse(WarmUp.sm4().isEmpty());
        }
        assertTrue(warmUp.await(1, TimeUnit.MINUTES));
        assertTrue(WarmUp.sm4().contains("slice64"), WarmUp.sm4());
    }

    private List<Path> files() throws IOException {
        var random = new Random(9);
        var files = new ArrayList<Path>();
        for (int length : new int[]{0, 1, 63, 64, 65, 65_536, 100_000, 55, 56, 119, 120, 300_001,
                65_535, 131_072, 1_000, 2, 5_000, 77_777, 640, 128}) {
            var content = new byte[length];
            random.nextBytes(content);
            files.add(Files.write(folder.resolve("f" + files.size()), content));
        }
        return files;
    }
}

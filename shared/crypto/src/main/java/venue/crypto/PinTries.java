package venue.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/// How many wrong PINs a file has seen, kept beside it. A try is counted on disk before it is
/// made and forgotten only when it was right, so pulling the plug gains nobody a try.
final class PinTries implements AutoCloseable {

    static final int MAX = 6;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path file;
    private int wrong;

    private PinTries(Path file, int wrong) {
        this.file = file;
        this.wrong = wrong;
    }

    static PinTries of(Path medium) {
        var file = medium.resolveSibling(medium.getFileName() + ".tries");
        ONE_AT_A_TIME.lock();
        try {
            return new PinTries(file, read(file));
        } catch (IOException e) {
            ONE_AT_A_TIME.unlock();
            throw new TokenFailure(TokenFailure.Code.COUNTER_UNWRITABLE, e, file);
        }
    }

    int left() {
        return MAX - wrong;
    }

    /// Counts a try, durably.
    void count() {
        wrong++;
        try {
            Durable.write(file, Integer.toString(wrong).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new TokenFailure(TokenFailure.Code.COUNTER_UNWRITABLE, e, file);
        }
    }

    /// The PIN was right.
    void forget() {
        wrong = 0;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new TokenFailure(TokenFailure.Code.COUNTER_UNWRITABLE, e, file);
        }
    }

    @Override
    public void close() {
        ONE_AT_A_TIME.unlock();
    }

    /// A counter that cannot be read counts as used up: someone has written into it.
    private static int read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        var text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        return text.matches("[0-9]") ? Integer.parseInt(text) : MAX;
    }
}

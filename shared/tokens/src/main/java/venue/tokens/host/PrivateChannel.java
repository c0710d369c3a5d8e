package venue.tokens.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/// The way back to the application. Drivers print to the standard output as they please, so the
/// pipe is kept under another number and number 1 leads to the log. Where the system has no
/// `/dev/fd` (Windows), a printing driver is found out as one that talks nonsense.
final class PrivateChannel {

    private static final Path OUTPUT = Path.of("/dev/fd/1");

    private PrivateChannel() {}

    static OutputStream take() throws IOException {
        if (!Files.exists(OUTPUT)) {
            return new FileOutputStream(FileDescriptor.out);
        }
        var kept = new FileOutputStream(OUTPUT.toFile());
        if (duplicate(2, 1) < 0) {
            throw new IOException("dup2");
        }
        return kept;
    }

    @SuppressWarnings("restricted")
    private static int duplicate(int from, int to) {
        var linker = Linker.nativeLinker();
        var address = linker.defaultLookup().findOrThrow("dup2");
        var dup2 = linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) dup2.invokeExact(from, to);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

package venue.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Reads a freshly sealed file back before anyone relies on it.
final class Reread {

    private Reread() {}

    /// Fails unless every chunk opens to what stands in the plain file.
    static void check(Container written, FileChannel plain, Chunks chunks, Progress progress)
            throws IOException {
        var header = written.header();
        try (var in = FileChannel.open(written.file())) {
            for (long i = 0; i < header.chunks(); i++) {
                long from = i * ContainerHeader.CHUNK;
                int length = (int) Math.min(ContainerHeader.CHUNK, header.plainLength() - from);
                var wanted = ByteBuffer.allocate(length);
                Container.full(plain, wanted, from);
                var found = written.chunk(chunks, in, i);
                if (found.isEmpty() || !Arrays.equals(found.get(), wanted.array())) {
                    throw new IOException("what was written cannot be read back");
                }
                Container.step(progress, header.plainLength() + from + length,
                        2 * header.plainLength());
            }
        }
    }
}

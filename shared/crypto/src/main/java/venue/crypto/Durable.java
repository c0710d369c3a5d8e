package venue.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are there in full or not at all, even when the plug is pulled.
public final class Durable {

    private Durable() {}

    /// Writes `content` beside `file`, forces it to disk and moves it into place.
    public static void write(Path file, byte[] content) throws IOException {
        var temporary = beside(file);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// A fresh empty file in the folder of `file`, readable by its owner only.
    public static Path beside(Path file) throws IOException {
        return Files.createTempFile(folder(file), "." + file.getFileName(), ".part");
    }

    /// Puts `from`, already forced to disk, in the place of `to`, and forces the folder.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder(to), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }
}

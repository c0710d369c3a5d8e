package venue.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Somebody who bends a copy of the archive with ordinary tools: unzip, change bytes, zip again.
final class Tampering {

    private Tampering() {}

    /// Writes a copy of `archive` in which the first entry whose name ends with `ending` is changed.
    static Path copy(Path archive, Path to, String ending, UnaryOperator<byte[]> change) {
        boolean done = false;
        try (var in = new ZipInputStream(Files.newInputStream(archive));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                if (!done && entry.getName().endsWith(ending)) {
                    content = change.apply(content);
                    done = true;
                }
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!done) {
            throw new IllegalArgumentException("nothing ends with " + ending);
        }
        return to;
    }

    /// One bit in the middle.
    static byte[] flip(byte[] content) {
        var changed = content.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    /// Replaces the first occurrence of a text by one of the same length.
    static UnaryOperator<byte[]> replace(String from, String to) {
        return content -> {
            var text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
            if (!text.contains(from)) {
                throw new IllegalArgumentException("not in there: " + from);
            }
            return text.replaceFirst(java.util.regex.Pattern.quote(from), to)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        };
    }

    /// Drops the last line.
    static byte[] cutLastLine(byte[] content) {
        int end = content.length - 1;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        var out = new ByteArrayOutputStream();
        out.write(content, 0, end);
        return out.toByteArray();
    }
}

package venue.rehearsal.closing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Somebody who bends a copy of the archive with ordinary tools: unzip, change bytes, zip again.
final class Tampering {

    private Tampering() {}

    /// Writes a copy of `archive` in which the first entry whose name ends with `ending` is
    /// changed.
    static Path copy(Path archive, Path to, String ending, UnaryOperator<byte[]> change) {
        boolean done = false;
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /// Makes the first digit after `mark` another one.
    static UnaryOperator<byte[]> replaceDigit(String mark) {
        return content -> {
            var text = new String(content, StandardCharsets.UTF_8);
            int at = text.indexOf(mark) + mark.length();
            if (at < mark.length()) {
                throw new IllegalArgumentException("not in there: " + mark);
            }
            char other = text.charAt(at) == '9' ? '8' : (char) (text.charAt(at) + 1);
            return (text.substring(0, at) + other + text.substring(at + 1))
                    .getBytes(StandardCharsets.UTF_8);
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

    /// The signature files beside a paper.
    static List<Path> signaturesOf(Path folder, String paper) {
        var stem = paper.replace(".pdf", ".");
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(stem)
                    && file.toString().endsWith(".p7s")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

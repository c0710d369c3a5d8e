package venue.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import venue.crypto.bc.Engines;

/// Digests, and those of whole files in one reading pass and constant memory.
public final class Hashes {

    private static final int BUFFER = 1 << 16;

    /// Both digests in lower-case hexadecimal, and the size.
    public record Sums(String sha256, String sm3, long size) {}

    private Hashes() {}

    /// A fresh SHA-256, for who digests many small things.
    public static MessageDigest sha256() {
        return Engines.sha256();
    }

    /// A fresh SM3, likewise.
    public static MessageDigest sm3() {
        return Engines.sm3();
    }

    /// SHA-256 of a file.
    public static String sha256(Path file) {
        return both(file).sha256();
    }

    /// SM3 of a file.
    public static String sm3(Path file) {
        return both(file).sm3();
    }

    /// Both digests of a file.
    public static Sums both(Path file) {
        try (var in = Files.newInputStream(file)) {
            return both(in);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    /// Both digests of all that `in` still gives.
    public static Sums both(InputStream in) throws IOException {
        var sha256 = Engines.sha256();
        var sm3 = Engines.sm3();
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sha256.update(buffer, 0, n);
            sm3.update(buffer, 0, n);
            size += n;
        }
        var hex = HexFormat.of();
        return new Sums(hex.formatHex(sha256.digest()), hex.formatHex(sm3.digest()), size);
    }

    /// Both digests of many files on all cores, in the order of the files. The progress counts
    /// bytes; when it stops the work, nothing is returned.
    public static List<Sums> all(List<Path> files, Progress progress) {
        return new ManyFiles(files, progress).sums();
    }

    /// The digests of one suite of many files, in lower-case hexadecimal, likewise.
    public static List<String> all(List<Path> files, Suite suite, Progress progress) {
        return new ManyFiles(files, progress).digests(suite);
    }
}

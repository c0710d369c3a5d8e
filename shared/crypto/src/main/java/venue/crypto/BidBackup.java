package venue.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A bidder's backup of a bid (备份投标文件): the plain content behind `EBAK 01` and 32 random bytes,
/// which keep its digest from giving a price away. The digest stands in the sealed bid's header
/// and in the bidder's receipt, so that no other content can take its place later.
public final class BidBackup {

    private static final byte[] MAGIC = {'E', 'B', 'A', 'K', 1};
    private static final int SALT = 32;

    private BidBackup() {}

    /// Writes the backup of `plain`; the answer is the SHA-256 of the backup.
    public static Bytes write(Path plain, Path out) {
        Path temporary = null;
        try {
            temporary = Durable.beside(out);
            try (var in = Files.newInputStream(plain);
                    OutputStream to = Files.newOutputStream(temporary)) {
                to.write(MAGIC);
                to.write(Bytes.random(SALT).array());
                in.transferTo(to);
            }
            Durable.move(temporary, out);
            return Bytes.fromHex(Hashes.sha256(out));
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, out);
        } finally {
            Container.discard(temporary);
        }
    }

    /// Takes the plain content out of `backup`; any other file is refused.
    public static void read(Path backup, Path out) {
        Path temporary = null;
        try (var in = Files.newInputStream(backup)) {
            if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))
                    || in.readNBytes(SALT).length != SALT) {
                throw new CryptoFailure(CryptoFailure.Code.NOT_A_BACKUP, backup.getFileName());
            }
            temporary = Durable.beside(out);
            pour(in, temporary);
            Durable.move(temporary, out);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, backup);
        } finally {
            Container.discard(temporary);
        }
    }

    private static void pour(InputStream in, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }
}

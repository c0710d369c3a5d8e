package venue.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import venue.crypto.Bytes;
import venue.domain.base.Digest;

/// What a backup consists of (备份清单), `backup.json`: a folder with such a file is a whole backup,
/// for the file gets its name last.
///
/// @param database name of the database file
/// @param files all files but this one; of a blob `sha256` is its content's digest, which is its
/// name, for the file itself is encrypted
/// @param missing blobs that were damaged when the backup was made
public record BackupList(String format, Origin origin, long size, Bytes root, String database,
        List<Item> files, List<Digest> missing, Instant at) {

    static final String FILE = "backup.json";
    static final String FORMAT = "venue-backup/v1";
    static final String BLOBS = "blobs/";

    /// A file of the backup.
    ///
    /// @param name relative to the folder, with `/`
    public record Item(String name, long size, Digest sha256) {
        boolean isBlob() {
            return name.startsWith(BLOBS);
        }
    }

    public BackupList {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /// The name of a blob.
    static String name(Digest blob) {
        return BLOBS + blob.hex().substring(0, 2) + "/" + blob.hex();
    }

    static boolean isIn(Path dir) {
        return Files.isRegularFile(dir.resolve(FILE));
    }

    /// @throws JournalFailure BACKUP_MISSING, BACKUP_DAMAGED
    static BackupList read(Path dir) {
        try {
            var list = Wire.read(Files.readAllBytes(dir.resolve(FILE)), BackupList.class);
            boolean sound = list.format().equals(FORMAT) && list.files().stream()
                    .allMatch(item -> isPlain(dir, item.name()))
                    && list.files().stream().anyMatch(i -> i.name().equals(list.database()));
            if (!sound) {
                throw JournalFailure.backupDamaged(dir, FILE, null);
            }
            return list;
        } catch (NoSuchFileException e) {
            var failure = JournalFailure.backupMissing(dir);
            failure.addSuppressed(e);
            throw failure;
        } catch (IOException e) {
            throw JournalFailure.disk(dir, e);
        } catch (JournalFailure e) {
            throw JournalFailure.backupDamaged(dir, FILE, e);
        }
    }

    /// A list from another hand must not lead out of its folder.
    private static boolean isPlain(Path dir, String name) {
        var file = dir.resolve(name).normalize();
        return file.startsWith(dir.normalize()) && !file.equals(dir.normalize())
                && !name.contains("\\") && !name.contains("..");
    }

    String json() {
        return new String(Wire.write(this), StandardCharsets.UTF_8);
    }

    long bytes() {
        return files.stream().mapToLong(Item::size).sum();
    }

    int blobs() {
        return Math.toIntExact(files.stream().filter(Item::isBlob).count());
    }
}

package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import venue.crypto.Bytes;
import venue.crypto.Durable;
import venue.journal.BackupList.Item;
import venue.journal.Blobs.Tally;

/// One backup being written.
final class BackupWriting {

    /// The copy on the journal's own disk, which is gone when the backup is made.
    static final String COPY = "journal.db.copy";
    private static final String STEM = "journal-";

    private final Journal journal;
    private final Setting setting;
    private final Path target;
    private final Consumer<Progress> progress;
    private final Consumer<String> step;

    BackupWriting(Journal journal, Path target, Consumer<Progress> progress) {
        this(journal, target, progress, _ -> {});
    }

    /// @param step told after each step, for tests of interrupted backups
    BackupWriting(Journal journal, Path target, Consumer<Progress> progress,
            Consumer<String> step) {
        this.journal = journal;
        this.setting = journal.inside((set, _) -> set);
        this.target = target.toAbsolutePath().normalize();
        this.progress = progress;
        this.step = step;
    }

    Backup.Made run() {
        requirePlace();
        try (var _ = DirectoryLock.take(target)) {
            requireSameDevice();
            clear(Optional.empty());
            Room.require(target, missingBlobs() + databaseBytes());
            var stem = STEM + Bytes.random(6).hex();
            var head = copyDatabase(target.resolve(stem + ".db"));
            step.accept("database");
            var tally = journal.blobs().copyTo(target.resolve("blobs"), progress);
            step.accept("blobs");
            Durable.write(target.resolve(stem + ".txt"), bytes(head.note()));
            Durable.write(target.resolve(stem + "-sm3.txt"), bytes(head.sm3Note()));
            BlobFolder.force(target);
            var list = list(head, stem, tally);
            step.accept("notes");
            new BackupCheck(setting, target, list, progress).run(false);
            step.accept("checked");
            Durable.write(target.resolve(BackupList.FILE), bytes(list.json()));
            step.accept("named");
            clear(Optional.of(list));
            return told(list);
        } catch (IOException e) {
            throw JournalFailure.disk(target, e);
        }
    }

    private Backup.Made told(BackupList list) {
        if (!BackupList.read(target).equals(list)) {
            throw JournalFailure.backupDamaged(target, BackupList.FILE, null);
        }
        if (!list.missing().isEmpty()) {
            throw JournalFailure.backupIncomplete(target, list.missing().size(),
                    list.missing().getFirst().hex());
        }
        return Backup.Made.of(target, list);
    }

    /// A backup inside of what it saves would be lost with it.
    private void requirePlace() {
        var own = setting.dir.toAbsolutePath().normalize();
        if (target.startsWith(own) || own.startsWith(target)
                || Files.exists(target.resolve(Journal.FILE))) {
            throw JournalFailure.backupPlace(target);
        }
    }

    private void requireSameDevice() {
        if (BackupList.isIn(target)
                && !BackupList.read(target).origin().device().equals(setting.device)) {
            throw JournalFailure.backupPlace(target);
        }
    }

    private long databaseBytes() {
        var file = setting.dir.resolve(Journal.FILE);
        return Room.size(file) + Room.size(file.resolveSibling(Journal.FILE + "-wal"));
    }

    private long missingBlobs() {
        var here = new BlobFolder(setting.dir.resolve("blobs"), setting.box);
        var there = new BlobFolder(target.resolve("blobs"), setting.box);
        return journal.blobs().all().stream()
                .filter(digest -> !Files.exists(there.file(digest)))
                .mapToLong(digest -> Room.size(here.file(digest))).sum();
    }

    /// Others wait only while SQLite writes the copy; so it is first written on the journal's own
    /// disk, which is faster than a stick, if there is room.
    private Head copyDatabase(Path file) throws IOException {
        var copy = setting.dir.resolve(COPY);
        Files.deleteIfExists(copy);
        boolean near = Room.has(setting.dir, Math.multiplyExact(databaseBytes(), 2));
        progress.accept(new Progress("backup", 0, databaseBytes()));
        try {
            var head = journal.inside((_, engine) -> {
                var signed = engine.head();
                engine.db.copyInto(near ? copy : file);
                return signed;
            });
            if (near) {
                Files.copy(copy, file);
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return head;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private BackupList list(Head head, String stem, Tally tally) throws IOException {
        var files = new ArrayList<Item>();
        for (var name : List.of(stem + ".db", stem + ".txt", stem + "-sm3.txt")) {
            var file = target.resolve(name);
            files.add(new Item(name, Files.size(file), BackupCheck.digest(file)));
        }
        var folder = new BlobFolder(target.resolve("blobs"), setting.box);
        var here = new HashSet<>(journal.blobs().all());
        tally.damaged().forEach(here::remove);
        for (var digest : folder.all()) {
            var file = folder.file(digest);
            if (here.contains(digest) || folder.isWhole(file, digest)) {
                files.add(new Item(BackupList.name(digest), Files.size(file), digest));
            }
        }
        var missing = tally.damaged().stream().filter(digest -> files.stream()
                .noneMatch(item -> item.name().equals(BackupList.name(digest)))).toList();
        return new BackupList(BackupList.FORMAT, head.origin(), head.size(), head.sha256Root(),
                stem + ".db", files, missing, setting.now());
    }

    /// Removes what interrupted backups and the one before left: nothing that the list in force
    /// names.
    private void clear(Optional<BackupList> fresh) throws IOException {
        var list = fresh.or(() -> BackupList.isIn(target)
                ? Optional.of(BackupList.read(target))
                : Optional.empty());
        for (var file : BlobFolder.list(target)) {
            var name = file.getFileName().toString();
            boolean ours = name.matches(STEM + "[0-9a-f]{12}(\\.db|\\.txt|-sm3\\.txt)");
            boolean named = list.isPresent() && list.get().files().stream()
                    .anyMatch(item -> item.name().equals(name));
            if (ours && !named) {
                Files.delete(file);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

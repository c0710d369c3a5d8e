package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import venue.journal.proof.Note;

/// The last signed checkpoint, kept in a file of its own beside the database (末次检查点备忘): so a
/// database that was put back to an older state, or whose write-ahead log was thrown away, is
/// found at the next start without asking anybody. Whoever puts this file back as well is found by
/// the centre and the sibling workstations.
final class HeadMemory {

    private final Path file;

    HeadMemory(Path file) {
        this.file = file;
    }

    /// What is remembered.
    sealed interface Content {
        /// Nothing: there is no such file.
        record Nothing() implements Content {}

        /// The file is there and says nothing that can be understood.
        record Unreadable() implements Content {}

        /// A signed checkpoint of the SHA-256 tree.
        record Known(Origin origin, Note note) implements Content {}
    }

    Content read() {
        try {
            var note = Note.parse(Files.readString(file));
            return new Content.Known(Origin.parse(note.checkpoint().origin()), note);
        } catch (NoSuchFileException _) {
            return new Content.Nothing();
        } catch (IllegalArgumentException | IOException _) {
            return new Content.Unreadable();
        }
    }

    /// The remembered note of the device's newest log, if one can be read.
    Optional<Note> note() {
        return read() instanceof Content.Known known
                ? Optional.of(known.note())
                : Optional.empty();
    }

    /// Keeps a note; the file is always whole, the old one or the new one.
    void write(Note note) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        boolean first = !Files.exists(file);
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = java.nio.ByteBuffer
                        .wrap(note.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (first) {
                BlobFolder.force(file.toAbsolutePath().resolveSibling(""));
            }
        } catch (IOException e) {
            throw JournalFailure.ofDisk(file, e);
        }
    }
}

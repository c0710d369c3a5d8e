package venue.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import venue.crypto.Durable;
import venue.crypto.Hashes;
import venue.domain.base.Digest;

/// Puts a new database in the place of an old one, whose files go to `incidents/<time>/` as they
/// are. A marker is written when everything is prepared; from then on whoever opens the journal
/// finishes what was begun.
final class Swap {

    /// Where the new database is prepared.
    static final String BUILDING = "restoration";
    static final String INCIDENTS = "incidents";
    private static final String MARKER = "restoration.json";
    private static final List<String> OLD = List.of(Journal.FILE + "-wal", Journal.FILE + "-shm",
            Journal.FILE);
    private static final DateTimeFormatter NAME = DateTimeFormatter
            .ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Folder folder;
    private final Consumer<String> step;

    /// What the marker says.
    ///
    /// @param incident name of the folder for the old files
    /// @param sha256 of the new database
    public record Marker(String incident, Digest sha256) {}

    Swap(Folder folder, Consumer<String> step) {
        this.folder = folder;
        this.step = step;
    }

    /// The database being prepared.
    Path fresh() {
        return building().resolve(Journal.FILE);
    }

    Path building() {
        return folder.dir().resolve(BUILDING);
    }

    private Path marker() {
        return folder.dir().resolve(MARKER);
    }

    /// Whether a swap was decided and not finished.
    boolean isHalfDone() {
        return Files.exists(marker());
    }

    /// Finishes what was begun. A restoration that was begun where no journal is, and was not
    /// prepared to its end, must be begun again: no journal begins by itself in its place.
    ///
    /// @throws JournalFailure RESTORATION_UNFINISHED, RESTORATION_DAMAGED
    static void finish(Folder folder) {
        var swap = new Swap(folder, _ -> {});
        if (swap.isHalfDone()) {
            swap.finish();
        } else if (Files.exists(swap.building()) && !Files.exists(folder.database())) {
            throw JournalFailure.restorationUnfinished(folder.dir());
        }
    }

    /// Decides the swap: the new database is complete and checked.
    void run(Instant at) {
        try {
            force(fresh());
            BlobFolder.force(building());
            var marker = new Marker(incident(at), new Digest(Hashes.sha256(fresh())));
            Durable.write(marker(), Wire.write(marker));
        } catch (IOException e) {
            throw JournalFailure.disk(folder.dir(), e);
        }
        step.accept("decided");
        finish();
    }

    private String incident(Instant at) {
        var name = NAME.format(at);
        var free = name;
        for (int i = 2; Files.exists(folder.dir().resolve(INCIDENTS).resolve(free)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private void finish() {
        try {
            var marker = Wire.read(Files.readAllBytes(marker()), Marker.class);
            var incident = folder.dir().resolve(INCIDENTS).resolve(marker.incident());
            Files.createDirectories(incident);
            BlobFolder.force(folder.dir());
            BlobFolder.force(incident.resolveSibling(""));
            if (Files.exists(fresh())) {
                require(fresh(), marker);
                keepMemory(incident);
                moveOld(incident);
                Durable.move(fresh(), folder.database());
                step.accept("placed");
            }
            require(folder.database(), marker);
            clear();
            step.accept("cleared");
            Durable.move(marker(), incident.resolve(MARKER));
            BlobFolder.force(folder.dir());
            step.accept("done");
        } catch (IOException e) {
            throw JournalFailure.disk(folder.dir(), e);
        }
    }

    private static void require(Path database, Marker marker) {
        if (!Files.isRegularFile(database)
                || !Hashes.sha256(database).equals(marker.sha256().hex())) {
            throw JournalFailure.restorationDamaged(database);
        }
    }

    /// The memory is copied: it says what was signed until the new generation signs.
    private void keepMemory(Path incident) throws IOException {
        var copy = incident.resolve("journal.head");
        if (Files.exists(folder.memory()) && !Files.exists(copy)) {
            Durable.write(copy, Files.readAllBytes(folder.memory()));
        }
        step.accept("memory");
    }

    /// While the new database is not in its place, what stands there is the old one.
    private void moveOld(Path incident) throws IOException {
        for (var name : OLD) {
            var file = folder.dir().resolve(name);
            if (Files.exists(file)) {
                Files.move(file, incident.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                BlobFolder.force(incident);
                BlobFolder.force(folder.dir());
            }
            step.accept("moved " + name);
        }
    }

    /// Empties the folder of preparation; only copies of ours are in it.
    void clear() throws IOException {
        for (var scratch : List.of(building().resolve("found"), building().resolve("source"),
                building())) {
            for (var file : BlobFolder.list(scratch)) {
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
            Files.deleteIfExists(scratch);
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}

package venue.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.journal.JournalFailure;
import venue.journal.proof.Note;
import venue.words.Failure;
import venue.words.Words;

/// An incident of the journal (日志事故): it is not what this workstation signed, and must not be
/// mended in silence. Says what was found and what is remembered; the disk is only read.
///
/// @param station where, as far as its sheet could be read
/// @param at when it was found, hall time
/// @param remembered the last checkpoint that the workstation signed, by its memory
/// @param held the files of the journal as they lie there
public record Incident(Failure failure, Station station, Instant at,
        Optional<Remembered> remembered, List<Held> held) {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final Words WORDS = Words.of("venue.workstation", Incident.class);
    private static final Set<String> CODES = Set.of("DAMAGED", "FILE_DAMAGED", "ROLLED_BACK",
            "GONE", "DISK_ERROR", "STOPPED", "RESTORATION_UNFINISHED");

    /// The last checkpoint by the workstation's memory.
    ///
    /// @param log origin line
    /// @param root SHA-256 root, hexadecimal
    /// @param written when the memory was written, by the file system
    public record Remembered(String log, long size, String root, Instant written) {}

    /// A file of the journal's folder.
    ///
    /// @param name path below the station's folder
    /// @param changed by the file system
    public record Held(String name, long bytes, Instant changed) {}

    public Incident {
        held = List.copyOf(held);
    }

    /// Whether `error` is an incident, and not trouble that goes away by trying again.
    public static boolean isOne(Throwable error) {
        return error instanceof JournalFailure failure && CODES.contains(failure.code());
    }

    /// Looks at what lies in the station's folder; reads the disk.
    public static Incident of(Path dir, Failure failure, Instant now) {
        var station = Station.read(dir);
        return new Incident(failure, station, now, remembered(station), held(station));
    }

    private static Optional<Remembered> remembered(Station station) {
        var file = station.journalPlace().memory();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var checkpoint = Note.parse(Files.readString(file)).checkpoint();
            return Optional.of(new Remembered(checkpoint.origin(), checkpoint.size(),
                    checkpoint.root().hex(), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("incident.memory-unreadable", e);
            return Optional.empty();
        }
    }

    private static List<Held> held(Station station) {
        var found = new ArrayList<Held>();
        try (var files = Files.list(station.journalFolder())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(new Held(station.dir().relativize(file).toString().replace('\\', '/'),
                        Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (IOException e) {
            LOG.warn("incident.folder-unreadable", e);
        }
        return found;
    }

    /// The code for the help desk.
    public String code() {
        return failure.code();
    }

    /// Everything as plain text, to be read out or sent to the help desk. No secret is in it.
    public String text() {
        var lines = new StringBuilder();
        line(lines, "title", code());
        line(lines, "at", at);
        line(lines, "station", station.device().value(), station.kind().say(), station.room(),
                station.seat());
        line(lines, "what", failure.what());
        line(lines, "remedy", failure.remedy());
        if (remembered.isPresent()) {
            var known = remembered.get();
            line(lines, "remembered", known.log(), known.size(), known.root(), known.written());
        } else {
            line(lines, "remembered.nothing");
        }
        line(lines, "folder", station.journalFolder());
        held.forEach(each -> line(lines, "held", each.name(), each.bytes(), each.changed()));
        if (held.isEmpty()) {
            line(lines, "held.nothing");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String key, Object... arguments) {
        lines.append(WORDS.say("incident." + key, arguments)).append('\n');
    }
}

package venue.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import venue.crypto.Hashes;
import venue.crypto.Progress;

/// Carries off what an incident left (事故现场), untouched: every file of the journal's folder and the
/// memory beside it, byte for byte, with a list of SHA-256 sums (`SHA256SUMS`, as `sha256sum -c`
/// reads it) and the incident in words. Each copy is read back before it counts.
public final class SceneCopy {

    /// Name of the list of sums.
    public static final String SUMS = "SHA256SUMS";
    /// Name of the incident in words.
    public static final String WORDS = "incident.txt";

    private static final int CHUNK = 1 << 16;
    private static final DateTimeFormatter STAMP = DateTimeFormatter
            .ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// What was carried off.
    public record Result(Path folder, int files, long bytes) {}

    private final Incident incident;
    private final Progress progress;
    private final StringBuilder sums = new StringBuilder();
    private long done;
    private long total;

    private SceneCopy(Incident incident, Progress progress) {
        this.incident = incident;
        this.progress = progress;
    }

    /// Copies into a new folder below `target`. Beside the screen's thread.
    ///
    /// @throws StationFailure SCENE_NOT_COPIED, SCENE_INSIDE
    /// @throws CancellationException when stopped; nothing is left behind then
    public static Result to(Path target, Incident incident, Progress progress) {
        var journal = incident.station().journalFolder().toAbsolutePath().normalize();
        if (target.toAbsolutePath().normalize().startsWith(journal)) {
            throw StationFailure.sceneInside(target);
        }
        var name = "incident-" + incident.station().device().value() + "-"
                + STAMP.format(incident.at());
        try {
            return new SceneCopy(incident, progress).run(target.resolve(name));
        } catch (IOException e) {
            throw StationFailure.sceneNotCopied(target, e);
        }
    }

    private Result run(Path wanted) throws IOException {
        var files = files();
        for (var file : files) {
            total += 2 * Files.size(file);
        }
        var folder = free(wanted);
        var part = Files.createDirectory(folder.resolveSibling(folder.getFileName() + ".part"));
        boolean whole = false;
        try {
            for (var file : files) {
                copy(file, part);
            }
            write(part.resolve(WORDS), incident.text());
            write(part.resolve(SUMS), sums.toString());
            Files.move(part, folder);
            whole = true;
        } finally {
            if (!whole) {
                clear(part);
            }
        }
        return new Result(folder, files.size(), total / 2);
    }

    private static Path free(Path wanted) {
        var folder = wanted;
        for (int i = 2; Files.exists(folder); i++) {
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return folder;
    }

    private List<Path> files() throws IOException {
        var place = incident.station().journalPlace();
        var files = new ArrayList<Path>();
        if (Files.isDirectory(place.dir())) {
            try (var walk = Files.walk(place.dir())) {
                files.addAll(walk
                        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted().toList());
            }
        }
        if (Files.isRegularFile(place.memory()) && !place.memory().startsWith(place.dir())) {
            files.add(place.memory());
        }
        return files;
    }

    private void copy(Path file, Path part) throws IOException {
        var name = incident.station().dir().relativize(file);
        var copy = part.resolve(name);
        Files.createDirectories(parent(copy));
        var digest = Hashes.sha256();
        try (var in = Files.newInputStream(file); var out = Files.newOutputStream(copy)) {
            var chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                digest.update(chunk, 0, n);
                moved(n);
            }
        }
        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
        var sum = digest.digest();
        if (!MessageDigest.isEqual(sum, read(copy))) {
            throw new IOException("copy differs: " + name);
        }
        sums.append(HexFormat.of().formatHex(sum)).append("  ")
                .append(name.toString().replace('\\', '/')).append('\n');
    }

    private byte[] read(Path copy) throws IOException {
        var digest = Hashes.sha256();
        try (var in = Files.newInputStream(copy)) {
            var chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
                moved(n);
            }
        }
        return digest.digest();
    }

    private void moved(int bytes) {
        done += bytes;
        progress.moved(done, total);
        if (progress.cancelled()) {
            throw new CancellationException("stopped by the person");
        }
    }

    private static Path parent(Path file) {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void clear(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

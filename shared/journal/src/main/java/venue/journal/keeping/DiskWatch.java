package venue.journal.keeping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import venue.crypto.Durable;

/// Looks at the disk from time to time and remembers what it saw in a small file of lines
/// `<time> <used bytes>`. The file is a convenience: a broken one is begun anew.
public final class DiskWatch {

    /// Name of the file.
    public static final String FILE = "disk-samples.txt";

    private static final int MOST = 400;
    private static final long LONGEST = 1 << 20;
    private static final Duration APART = Duration.ofHours(1);

    private final Path folder;

    /// @param folder whose disk is watched and where the file stands
    public DiskWatch(Path folder) {
        this.folder = folder;
    }

    /// The forecast now. Remembers a sample if the last one is at least an hour old; samples of a
    /// clock that was ahead are forgotten.
    public DiskForecast look(Instant now) throws IOException {
        var space = DiskSpace.of(folder);
        var samples = new ArrayList<>(samples());
        boolean changed = samples.removeIf(sample -> sample.at().isAfter(now));
        var sample = new DiskSample(now, space.usedBytes());
        if (samples.isEmpty() || !samples.getLast().at().plus(APART).isAfter(now)) {
            samples.add(sample);
            changed = true;
        }
        if (changed) {
            write(samples.subList(Math.max(0, samples.size() - MOST), samples.size()));
        }
        samples.add(sample);
        return DiskForecast.of(space, samples);
    }

    /// What was remembered, oldest first; nothing if the file is not there or broken.
    public List<DiskSample> samples() throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            return List.of();
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.lines().map(DiskWatch::sample)
                    .sorted(Comparator.comparing(DiskSample::at)).toList();
        } catch (CharacterCodingException | IllegalArgumentException | DateTimeException broken) {
            return List.of();
        }
    }

    private static DiskSample sample(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(line);
        }
        return new DiskSample(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    }

    private void write(List<DiskSample> samples) throws IOException {
        Durable.write(folder.resolve(FILE),
                samples.stream().map(sample -> sample.at() + " " + sample.usedBytes() + "\n")
                        .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }
}

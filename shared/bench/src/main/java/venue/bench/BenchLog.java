package venue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.TenderId;
import venue.domain.witness.WatchStage;
import venue.domain.witness.WitnessEvent;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;
import venue.journal.Wire;

/// What the benches write: lines of a witness's log whose event has exactly 400 bytes of JSON.
final class BenchLog {

    /// Bytes of one event.
    static final int EVENT_BYTES = 400;

    static final Author AUTHOR = new Author(new PersonId("P-BENCH"), "压测", Role.WITNESS,
            new TenderId("A0121110020261123001002"));

    private static final int BATCH = 1_000;
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00.125Z");

    /// Bytes of an event without its text.
    private static final int FRAME = Wire.write(note(0, "")).length;

    private BenchLog() {}

    static Journal open(Path dir, JournalKeys keys) {
        return Journal.open(dir, keys, new DeviceId("bench-1"), InstantSource.system(), _ -> {});
    }

    /// The `number`-th event.
    static WitnessEvent event(int number) {
        var text = "第 " + number + " 条：监标人核对解密结果，投标人代表在场，未提出异议。";
        int left = EVENT_BYTES - FRAME - text.getBytes(StandardCharsets.UTF_8).length;
        return note(number, text + "见证".repeat(left / 6) + ".".repeat(left % 6));
    }

    private static WitnessEvent note(int number, String text) {
        return new WitnessEvent.LogNoted(WatchStage.OPENING, text, AUTHOR.person(),
                NINE.plusMillis(number));
    }

    /// Appends `count` events, a thousand at a time, by two callers: making them ready takes
    /// longer than writing them.
    static void fill(Journal journal, int count) {
        try (var callers = Executors.newFixedThreadPool(2)) {
            var all = new ArrayList<Future<?>>();
            for (int from = 0; from < count; from += BATCH) {
                int first = from;
                int end = Math.min(count, from + BATCH);
                all.add(callers.submit(() -> {
                    journal.append(AUTHOR,
                            IntStream.range(first, end).mapToObj(BenchLog::event).toList());
                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// The lines of a file as bytes, without their ends.
    static List<byte[]> lines(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
        }
    }

    /// Bytes of all files below `dir`.
    static long size(Path dir) throws IOException {
        try (var all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path dir) {
        try (var all = Files.walk(dir)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

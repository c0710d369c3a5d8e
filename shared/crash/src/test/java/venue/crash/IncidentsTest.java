package venue.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.testkit.Duty;

class IncidentsTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"wal-deleted", "database-deleted", "older-database",
            "older-folder-memory-elsewhere", "older-folder-with-memory",
            "older-folder-seen-by-sibling", "two-copies-went-on", "clock-three-days-back"})
    @Duty("HOUSE-1")
    void noticesWhatHappenedToTheFolder(String name) throws IOException {
        var incident = new Incidents(dir).all().stream().filter(each -> each.name().equals(name))
                .findFirst().orElseThrow();
        assertEquals(incident.expected(), incident.play().run());
    }

    /// Saving them takes longer than a checkpoint waits: its timer must not come in between.
    @Test
    void opensWithManyUnfinishedCaptures() throws IOException {
        var journal = dir.resolve(Station.FOLDER);
        var lines = new ArrayList<String>();
        try (var desk = Desk.open(journal, lines::add)) {
            desk.keep(Scenario.bytes(1, 60_000));
        }
        Path blob;
        try (var files = Files.walk(journal.resolve("blobs"))) {
            blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        var parts = Files.createDirectories(journal.resolve("blobs/tmp"));
        for (int i = 0; i < 400; i++) {
            Files.copy(blob, parts.resolve(new UUID(i, i) + ".part"));
        }
        assertEquals(List.of(),
                Oracle.judge(journal, lines.stream().map(Said::parse).toList()));
    }

    @Test
    void losesNothingOnAFullDisk() throws IOException {
        requireMounts();
        try (var disk = SmallDisk.mount(dir.resolve("disk"))) {
            assertEquals(List.of(), disk.fill());
        }
    }

    @Test
    void saysThatADiskIsReadOnlyAndLosesNothing() throws IOException {
        requireMounts();
        try (var disk = SmallDisk.mount(dir.resolve("disk"))) {
            assertEquals(List.of(), disk.protect());
        }
    }

    private void requireMounts() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), () -> Lab.missing().orElse(""));
        var missing = SmallDisk.missing(Files.createDirectories(dir.resolve("probe")));
        missing.ifPresent(System.err::println);
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }
}

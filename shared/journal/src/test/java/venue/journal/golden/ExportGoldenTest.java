package venue.journal.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.Bytes;
import venue.journal.ExportCheck;
import venue.journal.JournalFailure;
import venue.journal.Leaf;
import venue.journal.Unread;
import venue.journal.Wire;
import venue.journal.json.CanonicalJson;

/// An export of two logs as this program once wrote it: proof handed out to others must hold for
/// ever, byte for byte.
class ExportGoldenTest {

    private static final Path EXPORT = Path.of("src/test/resources/golden/export");
    private static final Path SUMS = Path.of("src/test/resources/golden/export.sha256");

    @BeforeAll
    static void writeWhatIsMissing() throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(SUMS)) {
            GoldenDay.export(EXPORT);
            Files.writeString(SUMS, sums());
        }
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(EXPORT)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String sums() throws IOException {
        var text = new StringBuilder();
        for (var file : files()) {
            text.append(Bytes.of(Files.readAllBytes(file)).sha256()).append("  ")
                    .append(EXPORT.relativize(file).toString().replace('\\', '/')).append('\n');
        }
        return text.toString();
    }

    @Test
    void theFilesThemselvesWereNeverTouched() throws IOException {
        assertEquals(Files.readString(SUMS), sums(),
                "golden files are never changed; for another shape add another export");
    }

    @Test
    void theCheckOfTodayAcceptsWhatWasExportedThen() throws IOException {
        var logs = ExportCheck.of(EXPORT);
        assertEquals(List.of("hall-1/g1 12", "seat-1/g1 5"),
                logs.stream().map(log -> log.origin() + " " + log.size()).toList());
        for (var log : logs) {
            var folder = EXPORT.resolve(log.origin().device() + "-g1");
            assertEquals(note(folder, "checkpoint.txt").get(2), log.sha256Root().base64());
            assertEquals(note(folder, "checkpoint-sm3.txt").get(2), log.sm3Root().base64());
        }
    }

    private static List<String> note(Path folder, String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void everyLeafIsStillWrittenAndBoundTheSameWay() throws IOException {
        int bound = 0;
        for (var file : files()) {
            if (!file.endsWith("leaves.jsonl")) {
                continue;
            }
            var leaves = Files.readAllLines(file);
            var payloads = Files.readAllLines(file.resolveSibling("payloads.jsonl"));
            for (int i = 0; i < leaves.size(); i++) {
                var leaf = Leaf.parse(leaves.get(i).getBytes(UTF_8));
                assertEquals(leaves.get(i), new String(leaf.bytes(), UTF_8));
                var payload = payloads.get(i);
                if (payload.isEmpty()) {
                    assertEquals("evaluation.ballot-drafted", leaf.type());
                } else {
                    assertTrue(leaf.binds(Bytes.of(payload.getBytes(UTF_8))));
                    holdsItsFact(leaf.type(), payload);
                    bound++;
                }
            }
        }
        assertEquals(16, bound);
    }

    private static void holdsItsFact(String kind, String payload) {
        var node = CanonicalJson.read(payload.getBytes(UTF_8));
        var fact = CanonicalJson.write(node.path("fact"));
        var read = Wire.event(kind, fact);
        assertFalse(read instanceof Unread, kind);
        assertEquals(new String(fact, UTF_8), new String(Wire.write(read), UTF_8));
        assertEquals(payload, new String(CanonicalJson.write(node), UTF_8));
        assertEquals(24, node.path("salt").asText().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaves.jsonl", "payloads.jsonl", "checkpoint.txt",
            "checkpoint-sm3.txt", "vkey.txt", "receipts/9.txt"})
    void theCheckBites(String name, @TempDir Path dir) throws IOException {
        for (var file : files()) {
            var copy = dir.resolve(EXPORT.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        var broken = dir.resolve("hall-1-g1").resolve(name);
        var text = Files.readString(broken);
        Files.writeString(broken, text.chars().map(c -> c == '1' ? '2' : c)
                .mapToObj(Character::toString).collect(Collectors.joining()));
        assertInstanceOf(String.class,
                assertThrows(JournalFailure.class, () -> ExportCheck.of(dir)).code());
    }
}

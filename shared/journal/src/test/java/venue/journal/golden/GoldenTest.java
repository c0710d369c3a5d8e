package venue.journal.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.base.Fact;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;
import venue.journal.Families;
import venue.journal.JournalFailure;
import venue.journal.SessionEvent;
import venue.journal.Unread;
import venue.journal.Wire;
import venue.journal.json.Family;

/// Events written once are read for ever: for every kind there is a file with the bytes of one
/// event as they were when the kind came. `-Dgolden.write=true` writes the files of new kinds and
/// never touches one that is there.
class GoldenTest {

    private static final String NEVER = ": shapes are never changed, add a new kind";
    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final Path CONSTANTS = FILES.resolve("constants.txt");

    private static final Map<String, Class<?>> KINDS = kinds();

    private static Map<String, Class<?>> kinds() {
        var kinds = new TreeMap<String, Class<?>>();
        Map.of("opening", OpeningEvent.class, "evaluation", EvaluationEvent.class, "witness",
                WitnessEvent.class, "session", SessionEvent.class).forEach(
                        (prefix, family) -> Family.members(family).forEach(
                                (name, event) -> kinds.put(prefix + "." + name, event)));
        return kinds;
    }

    @BeforeAll
    static void writeWhatIsMissing() throws IOException {
        if (!Boolean.getBoolean("golden.write")) {
            return;
        }
        for (var kind : KINDS.entrySet()) {
            writeMissing(kind.getKey() + ".json", new Sample(true).of(kind.getValue()));
            if (Sample.hasOptionals(kind.getValue())) {
                writeMissing(kind.getKey() + ".min.json", new Sample(false).of(kind.getValue()));
            }
        }
        var lines = Files.exists(CONSTANTS) ? constants(Files.readString(CONSTANTS)) : Map.of();
        var all = new TreeMap<Object, Object>(constants());
        all.putAll(lines);
        Files.writeString(CONSTANTS, text(all));
    }

    private static void writeMissing(String name, Object event) throws IOException {
        var file = FILES.resolve(name);
        if (!Files.exists(file)) {
            Files.write(file, Wire.write(event));
        }
    }

    static Stream<String> files() throws IOException {
        try (var all = Files.list(FILES)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void knowsTheSameKindsAsTheHouse() {
        assertEquals(new TreeSet<>(Families.house().kinds()), KINDS.keySet());
    }

    @Test
    void everyKindHasItsFile() {
        var missing = new TreeSet<String>();
        KINDS.forEach((kind, event) -> {
            if (!Files.exists(FILES.resolve(kind + ".json"))
                    || (Sample.hasOptionals(event)
                            && !Files.exists(FILES.resolve(kind + ".min.json")))) {
                missing.add(kind);
            }
        });
        assertTrue(missing.isEmpty(),
                missing + " new? write their golden files with -Dgolden.write=true");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatWasWrittenOnceAndWritesTheSameBytes(String file) throws IOException {
        hold(file.replaceAll("(\\.min)?\\.json$", ""), Files.readString(FILES.resolve(file)));
    }

    /// Fails if an event of `kind` that was once written as `text` would be read otherwise now.
    private static void hold(String kind, String text) {
        var fact = read(kind, text);
        assertFalse(fact instanceof Unread,
                () -> kind + " was removed or renamed; its events are in old logs" + NEVER);
        assertEquals(KINDS.get(kind), fact.getClass());
        assertEquals(text, new String(Wire.write(fact), UTF_8), kind + NEVER);
        assertEquals(kind, Wire.kind(fact));
    }

    private static Fact read(String kind, String text) {
        try {
            return Wire.event(kind, text.getBytes(UTF_8));
        } catch (JournalFailure e) {
            throw new AssertionError(kind + NEVER + " (" + e.what() + ")", e);
        }
    }

    @Test
    void theNamesWithinEventsStayAsTheyWere() throws IOException {
        var then = constants(Files.readString(CONSTANTS));
        var now = constants();
        for (var line : then.entrySet()) {
            assertEquals(line.getValue(), now.get(line.getKey()), line.getKey() + NEVER);
        }
        assertEquals(then.keySet(), now.keySet(),
                "new? write their names with -Dgolden.write=true");
    }

    private static Map<String, String> constants() {
        var all = new TreeMap<String, String>();
        KINDS.forEach((kind, event) -> all.putAll(Constants.of(kind, event)));
        return all;
    }

    private static Map<String, String> constants(String text) {
        var all = new TreeMap<String, String>();
        text.lines().map(line -> line.split(": ", 2)).forEach(two -> all.put(two[0], two[1]));
        return all;
    }

    private static String text(Map<?, ?> constants) {
        var text = new StringBuilder();
        constants.forEach((path, names) -> text.append(path).append(": ").append(names)
                .append('\n'));
        return text.toString();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(delimiter = '|', textBlock = """
            opening.bids-counted    | "received":3 | "got":3
            opening.bids-counted    | "received":3 | "received":"3"
            opening.bids-counted    | "received":3 | "received":3,"why":"x"
            opening.absence-recorded | "note":     | "remark":
            session.session-closed  | "root":      | "hash":
            evaluation.expert-recused | "relation":" | "relation":"NO_
            witness.no-such-kind    | x | x
            """)
    void aChangedShapeIsCaught(String kind, String was, String is) throws IOException {
        var file = FILES.resolve(kind + ".json");
        var text = Files.exists(file) ? Files.readString(file) : "{\"x\":1}";
        assertTrue(text.contains(was), text);
        var error = assertThrows(AssertionError.class, () -> hold(kind, text.replace(was, is)));
        assertTrue(String.valueOf(error.getMessage()).contains(NEVER), error.getMessage());
    }

    @Test
    void samplesAreTheSameEveryTime() {
        for (var event : List.copyOf(KINDS.values())) {
            assertEquals(new Sample(true).of(event), new Sample(true).of(event));
        }
    }
}

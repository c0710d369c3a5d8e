package venue.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Reads the sources themselves: length, width, leftovers, words in both languages, duties, links.
class TidyTest {

    private static final Path TOP = Path.of(System.getProperty("venue.top"));
    private static final int LONGEST_FILE = 300;
    private static final int WIDEST_COMMENT = 100;
    private static final Pattern DUTY = Pattern.compile("@Duty\\(\\{?([^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    private static List<Path> files(String ending) throws IOException {
        try (var all = Files.walk(TOP)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !TOP.relativize(path).toString().matches(
                            "(.*/)?(target|\\.git|planted)(/.*)?"))
                    .sorted().toList();
        }
    }

    @Test
    void noSourceIsTooLong() throws IOException {
        var long_ = new ArrayList<String>();
        for (var file : files(".java")) {
            if (file.toString().replace('\\', '/').contains("/src/test/")) {
                continue;
            }
            long lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).count();
            if (lines > LONGEST_FILE) {
                long_.add(TOP.relativize(file) + " has " + lines);
            }
        }
        assertEquals(List.of(), long_);
    }

    @Test
    void noCommentIsTooWide() throws IOException {
        var wide = new ArrayList<String>();
        for (var file : files(".java")) {
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (line.strip().startsWith("//") && line.length() > WIDEST_COMMENT) {
                    wide.add(TOP.relativize(file) + ":" + number);
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        var left = new ArrayList<String>();
        var marks = Pattern.compile("//.*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        for (var file : files(".java")) {
            if (marks.matcher(Files.readString(file)).find()) {
                left.add(TOP.relativize(file).toString());
            }
        }
        assertEquals(List.of(), left);
    }

    @Test
    void everyWordIsSaidInBothLanguages() throws IOException {
        var books = files(".properties").stream()
                .filter(file -> file.toString().replace('\\', '/').contains("META-INF/words/"))
                .filter(file -> !file.toString().endsWith("_en.properties")).toList();
        assertFalse(books.isEmpty());
        for (var book : books) {
            var english = book.resolveSibling(
                    book.getFileName().toString().replace(".properties", "_en.properties"));
            assertTrue(Files.exists(english), english + " is missing");
            assertEquals(keys(book), keys(english), book.toString());
        }
    }

    private static Set<String> keys(Path book) throws IOException {
        var words = new Properties();
        try (Reader in = Files.newBufferedReader(book)) {
            words.load(in);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }

    @Test
    void everyDutyHasATestAndEveryTestedDutyAPage() throws IOException {
        Set<String> pages;
        try (var all = Files.list(TOP.resolve("shared/handbook/duties"))) {
            pages = all.map(path -> path.getFileName().toString().replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        var tested = new TreeSet<String>();
        for (var file : files("Test.java")) {
            var match = DUTY.matcher(Files.readString(file));
            while (match.find()) {
                for (var id : match.group(1).split(",", -1)) {
                    tested.add(id.replaceAll("[\"{}\\s]", ""));
                }
            }
        }
        tested.remove("");
        assertEquals(pages, tested);
    }

    @Test
    void everyLinkOfTheHandbookLeadsSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        for (var page : files(".md")) {
            var match = LINK.matcher(Files.readString(page));
            while (match.find()) {
                if (!Files.exists(page.resolveSibling(match.group(1)))) {
                    dead.add(TOP.relativize(page) + " → " + match.group(1));
                }
            }
        }
        assertEquals(List.of(), dead);
    }
}

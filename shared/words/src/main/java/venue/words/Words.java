package venue.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The words of one module: `META-INF/words/<name>.properties` (Chinese) and
/// `<name>_en.properties`. (The folder is no package name, so a closed module need not be opened
/// for them.)
public final class Words {

    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();
    private static volatile Language spoken = Language.ZH;

    private final String name;
    private final Map<Language, Properties> books;

    private Words(String name, Class<?> anchor) {
        this.name = name;
        this.books = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            books.put(language, read(name + language.suffix(), anchor));
        }
    }

    /// The words called `name` (the module's name), found beside `anchor`.
    public static Words of(String name, Class<?> anchor) {
        return KNOWN.computeIfAbsent(name, n -> new Words(n, anchor));
    }

    /// The language that everything is said in from now on.
    public static void speak(Language language) {
        spoken = language;
    }

    /// The language in use.
    public static Language spoken() {
        return spoken;
    }

    /// The sentence of `key` with `{0}`, `{1}` … replaced. A missing key is a bug and throws.
    public String say(String key, Object... arguments) {
        return say(spoken, key, arguments);
    }

    /// The same in a given language, for paper that does not follow the screen.
    public String say(Language language, String key, Object... arguments) {
        var pattern = book(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + name);
        }
        if (arguments.length == 0) {
            return pattern.replace("''", "'");
        }
        var texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, language.locale()).format(texts);
    }

    /// Whether there are words for `key`.
    public boolean knows(String key) {
        return book(spoken).containsKey(key);
    }

    /// All keys of a language, sorted: for the test that the two books have the same ones.
    public Set<String> keys(Language language) {
        return new TreeSet<>(book(language).stringPropertyNames());
    }

    private Properties book(Language language) {
        var book = books.get(language);
        if (book == null) {
            throw new IllegalStateException("no book for " + language);
        }
        return book;
    }

    private static Properties read(String file, Class<?> anchor) {
        var book = new Properties();
        try (var stream = anchor.getResourceAsStream("/META-INF/words/" + file + ".properties")) {
            if (stream == null) {
                throw new IllegalArgumentException("no words file " + file);
            }
            book.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }
}

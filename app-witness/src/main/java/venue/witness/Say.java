package venue.witness;

import venue.words.Language;
import venue.words.Words;

/// The words of this application.
public final class Say {

    /// Its book.
    public static final Words WORDS = Words.of("venue.witness", Say.class);

    private Say() {}

    /// A sentence in the language of the screen.
    public static String it(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }

    /// A sentence for paper, which is Chinese whatever the screen speaks.
    public static String onPaper(String key, Object... arguments) {
        return WORDS.say(Language.ZH, key, arguments);
    }
}

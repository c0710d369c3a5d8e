package venue.ui;

import venue.words.Words;

/// The kit's own words.
final class Say {

    private Say() {}

    static Words words() {
        return Words.of("venue.ui", Say.class);
    }

    static String it(String key, Object... arguments) {
        return words().say(key, arguments);
    }
}

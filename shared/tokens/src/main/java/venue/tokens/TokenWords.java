package venue.tokens;

import venue.words.Words;

/// The words of this module.
final class TokenWords {

    static final Words BOOK = Words.of("venue.tokens", TokenWords.class);

    private TokenWords() {}
}

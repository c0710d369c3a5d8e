package venue.crypto;

import venue.words.Words;

/// The words of this module.
final class CryptoWords {

    static final Words BOOK = Words.of("venue.crypto", CryptoWords.class);

    private CryptoWords() {}
}

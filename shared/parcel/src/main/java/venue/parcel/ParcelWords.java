package venue.parcel;

import venue.words.Words;

/// The words of this module.
final class ParcelWords {

    static final Words BOOK = Words.of("venue.parcel", ParcelWords.class);

    private ParcelWords() {}
}

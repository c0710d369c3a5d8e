package venue.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.words.Language;

class WordsTest {

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(ParcelWords.BOOK.keys(Language.ZH), ParcelWords.BOOK.keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(ParcelFailure.Code.class)
    void everyFailureHasItsWordsAndRemedy(ParcelFailure.Code code) {
        assertTrue(ParcelWords.BOOK.knows("failure." + code));
        assertTrue(ParcelWords.BOOK.knows("failure." + code + ".remedy"));
    }
}

package venue.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.words.Language;

class WordsTest {

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(CryptoWords.BOOK.keys(Language.ZH), CryptoWords.BOOK.keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(CryptoFailure.Code.class)
    void everyCryptoFailureHasItsWordsAndRemedy(CryptoFailure.Code code) {
        assertTrue(CryptoWords.BOOK.knows("failure." + code));
        assertTrue(CryptoWords.BOOK.knows("failure." + code + ".remedy"));
    }

    @ParameterizedTest
    @EnumSource(TokenFailure.Code.class)
    void everyTokenFailureHasItsWordsAndRemedy(TokenFailure.Code code) {
        assertTrue(CryptoWords.BOOK.knows("failure." + code));
        assertTrue(CryptoWords.BOOK.knows("failure." + code + ".remedy"));
    }

    @ParameterizedTest
    @EnumSource(OpenOutcome.class)
    void everyOutcomeIsSaid(OpenOutcome outcome) {
        assertFalse(outcome.say().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(TrustList.Verdict.class)
    void everyVerdictIsSaid(TrustList.Verdict verdict) {
        assertFalse(verdict.say().isEmpty());
    }
}

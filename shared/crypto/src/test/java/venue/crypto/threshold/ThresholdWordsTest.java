package venue.crypto.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.words.Language;

class ThresholdWordsTest {

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(ThresholdFailure.BOOK.keys(Language.ZH),
                ThresholdFailure.BOOK.keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(ThresholdFailure.Code.class)
    void everyFailureHasItsWordsAndRemedy(ThresholdFailure.Code code) {
        assertTrue(ThresholdFailure.BOOK.knows("failure." + code));
        assertTrue(ThresholdFailure.BOOK.knows("failure." + code + ".remedy"));
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void everyOfficeIsSaid(Office office) {
        assertFalse(office.say().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Remedy.class)
    void everyRemedyIsSaid(Remedy remedy) {
        assertFalse(remedy.say().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Combination.Reason.class)
    void everyReasonIsSaid(Combination.Reason reason) {
        assertFalse(reason.say().isEmpty());
    }
}

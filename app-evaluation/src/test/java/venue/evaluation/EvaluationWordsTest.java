package venue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.evaluation.EvaluationRefusal;
import venue.words.Language;

class EvaluationWordsTest {

    @Test
    void saysTheSameInBothLanguages() {
        assertEquals(Say.WORDS.keys(Language.ZH), Say.WORDS.keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(EvaluationRefusal.class)
    void hasASentenceForEveryRefusal(EvaluationRefusal refusal) {
        assertTrue(Say.WORDS.knows(refusal.key()), refusal.key());
    }

    @ParameterizedTest
    @EnumSource(EvaluationFailure.Code.class)
    void hasASentenceAndARemedyForEveryFailure(EvaluationFailure.Code code) {
        assertTrue(Say.WORDS.knows("failure." + code), code.name());
        assertTrue(Say.WORDS.knows("failure." + code + ".remedy"), code.name());
    }
}

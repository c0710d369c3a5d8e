package venue.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.record.WitnessMilestone;
import venue.domain.witness.WitnessRefusal;
import venue.words.Language;

class WordsTest {

    @Test
    void saysTheSameInBothLanguages() {
        assertEquals(Say.WORDS.keys(Language.ZH), Say.WORDS.keys(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(WitnessRefusal.class)
    void hasASentenceForEveryRefusal(WitnessRefusal refusal) {
        assertTrue(Say.WORDS.knows(refusal.key()), refusal.key());
    }

    @ParameterizedTest
    @EnumSource(WitnessMilestone.Kind.class)
    void hasASentenceForEveryMilestone(WitnessMilestone.Kind kind) {
        assertTrue(Say.WORDS.knows("milestone." + kind), kind.name());
    }

    @ParameterizedTest
    @EnumSource(WitnessFailure.Code.class)
    void hasASentenceAndARemedyForEveryFailure(WitnessFailure.Code code) {
        assertTrue(Say.WORDS.knows("failure." + code), code.name());
        assertTrue(Say.WORDS.knows("failure." + code + ".remedy"), code.name());
    }
}

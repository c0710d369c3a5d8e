package venue.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import venue.words.Language;
import venue.words.Words;

class VerifierWordsTest {

    private static final Words WORDS = Words.of("venue.verifier", Check.class);

    @Test
    void saysTheSameInBothLanguages() {
        assertEquals(WORDS.keys(Language.ZH), WORDS.keys(Language.EN));
    }

    @Test
    void hasATitleForEveryCheck() {
        for (var check : Check.values()) {
            assertTrue(WORDS.knows("check." + check), check::name);
        }
    }
}

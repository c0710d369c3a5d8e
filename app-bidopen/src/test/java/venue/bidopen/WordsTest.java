package venue.bidopen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import venue.bidopen.session.Say;
import venue.domain.opening.Cause;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Finding;
import venue.domain.opening.Objection;
import venue.domain.opening.OpeningRefusal;
import venue.domain.opening.Phase;
import venue.words.Language;

class WordsTest {

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(Say.WORDS.keys(Language.ZH), Say.WORDS.keys(Language.EN));
    }

    @Test
    void everyRefusalHasASentence() {
        for (var refusal : OpeningRefusal.values()) {
            assertTrue(Say.WORDS.knows(refusal.key()), refusal.key());
        }
    }

    @Test
    void everyConstantOnTheScreensHasItsWord() {
        for (var phase : Phase.values()) {
            assertFalse(Say.of(phase).isBlank());
        }
        for (var code : DecryptionCode.values()) {
            assertFalse(Say.of(code).isBlank());
            assertFalse(Say.it("remedy." + code).isBlank());
        }
        for (var cause : Cause.values()) {
            assertFalse(Say.it("outcome." + cause).isBlank());
        }
        for (var kind : Finding.Kind.values()) {
            assertFalse(Say.it("finding.wrong." + kind, "x").isBlank());
        }
        for (var topic : Objection.Topic.values()) {
            assertFalse(Say.of(topic).isBlank());
        }
    }
}

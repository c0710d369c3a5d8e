package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import venue.words.Language;
import venue.words.Words;

class CentreWordsTest {

    @Test
    void saysEverythingInBothLanguages() {
        var words = Words.of("venue.centre", Centre.class);
        assertEquals(words.keys(Language.ZH), words.keys(Language.EN));
        assertTrue(words.keys(Language.ZH).size() > 60);
    }
}

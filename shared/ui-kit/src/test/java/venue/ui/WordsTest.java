package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import venue.domain.base.Role;
import venue.words.Language;

class WordsTest {

    @Test
    void bothBooksHaveTheSameKeys() {
        assertEquals(Say.words().keys(Language.ZH), Say.words().keys(Language.EN));
    }

    @Test
    void namesEveryRole() {
        for (var role : Role.values()) {
            assertFalse(RoleNames.of(role).isBlank(), role.name());
        }
    }
}

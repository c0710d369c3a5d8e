package venue.domain.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTest {

    @ParameterizedTest(name = "{0} ends in {1}")
    @CsvSource(textBlock = """
            # the sample of GB 32100-2015
            91350100M000100Y4, 3
            91210100MA0UEX7K0, C
            12210000410581234, N
            """)
    void computesTheCheckCharacter(String body, char check) {
        assertEquals(check, SocialCreditCode.checkOf(body));
        assertTrue(SocialCreditCode.isValid(body + check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100I43", "91350100M000100O43",
            "91350100M000100S43", "91350100M000100V43", "91350100M000100Z43", "91350100M000100Y4",
            "", "91350100m000100y43"})
    void refusesAWrongCheckALetterOutsideTheAlphabetAndAWrongLength(String code) {
        assertFalse(SocialCreditCode.isValid(code));
    }
}

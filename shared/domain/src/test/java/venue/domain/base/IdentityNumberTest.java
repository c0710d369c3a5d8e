package venue.domain.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

    @ParameterizedTest(name = "{0} ends in {1}")
    @CsvSource(textBlock = """
            # the sample of GB 11643-1999
            11010519491231002, X
            21010219900101001, 5
            """)
    void computesTheCheckCharacter(String body, char check) {
        assertEquals(check, IdentityNumber.checkOf(body));
        assertTrue(IdentityNumber.isValid(body + check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491231002x", "11010519491331002X",
            "11010519491200002X", "010105194912310020", "", "1101051949123100"})
    void refusesAWrongCheckDateShapeOrLength(String value) {
        assertFalse(IdentityNumber.isValid(value));
        assertThrows(IllegalArgumentException.class, () -> new IdentityNumber(value));
    }

    @Test
    void neverShowsItselfWhole() {
        var number = new IdentityNumber("210102199001010015");
        assertEquals("210102********0015", number.masked());
        assertEquals(number.masked(), number.toString());
    }
}

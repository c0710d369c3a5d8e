package venue.domain.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DealCodeTest {

    @ParameterizedTest(name = "{0} ends in {1}")
    @CsvSource(textBlock = """
            # ISO 7064 MOD 37,2
            G123498654321, H
            A0191210100MA0UEX7K0C20261123000001, E
            """)
    void computesTheCheckCharacter(String body, char check) {
        assertEquals(check, DealCode.checkOf(body));
    }

    @ParameterizedTest
    @ValueSource(strings = "A01-91210100MA0UEX7K0C-20261123-000001-E")
    void acceptsAWholeCode(String code) {
        assertTrue(DealCode.isValid(code));
        assertEquals(code, new DealCode(code).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A01-91210100MA0UEX7K0C-20261123-000001-P",
            "A01-91210100MA0UEX7K0C-20261123-000010-E", "A0191210100MA0UEX7K0C20261123000001E", ""})
    void refusesAWrongCheckOrShape(String code) {
        assertFalse(DealCode.isValid(code));
        assertThrows(IllegalArgumentException.class, () -> new DealCode(code));
    }
}

package venue.journal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void sortsNamesAndLeavesNoSpace() {
        assertEquals("{\"a\":[1,true,null,\"\u5f00\u6807\"],\"b\":{}}", canonical(
                "{ \"b\" : {}, \"a\" : [ 1, true, null, \"\\u5f00\\u6807\" ] }"));
    }

    /// The strings example of RFC 8785 section 3.2.3, as far as it is in the subset.
    @Test
    void escapesAsTheStandardSays() {
        assertEquals("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"",
                canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "1 2", "", "{", "1.5", "9007199254740992",
            "\"\\ud800\""})
    void refusesWhatIsNotInTheSubset(String json) {
        assertThrows(IllegalArgumentException.class, () -> canonical(json));
    }

    @Test
    void takesTheLargestWholeNumbers() {
        assertEquals("[9007199254740991,-9007199254740991]",
                canonical("[9007199254740991,-9007199254740991]"));
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.write(CanonicalJson.read(json.getBytes(UTF_8))), UTF_8);
    }
}

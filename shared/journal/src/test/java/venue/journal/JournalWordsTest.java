package venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import venue.words.Language;
import venue.words.Words;

class JournalWordsTest {

    private static final Words WORDS = Words.of("venue.journal", JournalFailure.class);

    @Test
    void speaksBothLanguages() {
        assertEquals(WORDS.keys(Language.ZH), WORDS.keys(Language.EN));
    }

    @Test
    void hasWordsAndARemedyForEveryFailure() throws ReflectiveOperationException {
        for (var factory : JournalFailure.class.getDeclaredMethods()) {
            if (factory.getReturnType() == JournalFailure.class
                    && Modifier.isPublic(factory.getModifiers())) {
                var arguments = Arrays.stream(factory.getParameterTypes())
                        .map(JournalWordsTest::sample).toArray();
                var failure = (JournalFailure) factory.invoke(null, arguments);
                assertTrue(failure.remedy().length() > 5, failure.code());
                assertTrue(!failure.what().contains("{"), failure.what());
            }
        }
    }

    private static Object sample(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Origin" -> new Origin(Hall.ONE, 1);
            case "Path" -> Path.of("journal");
            case "long" -> 7L;
            case "String" -> "x";
            default -> new IllegalStateException("x");
        };
    }
}

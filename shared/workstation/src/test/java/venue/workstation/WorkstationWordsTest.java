package venue.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.crypto.TrustList.Verdict;
import venue.domain.base.Role;
import venue.words.Failure;
import venue.words.Language;
import venue.words.Words;

class WorkstationWordsTest {

    private static final Words WORDS = Words.of("venue.workstation", StationFailure.class);

    @Test
    void speaksBothLanguages() {
        assertEquals(WORDS.keys(Language.ZH), WORDS.keys(Language.EN));
    }

    @ParameterizedTest
    @ValueSource(classes = {StationFailure.class, ShiftFailure.class})
    void hasWordsAndARemedyForEveryFailure(Class<?> type) throws ReflectiveOperationException {
        for (var factory : type.getDeclaredMethods()) {
            if (factory.getReturnType() == type && Modifier.isPublic(factory.getModifiers())) {
                var arguments = Arrays.stream(factory.getParameterTypes())
                        .map(WorkstationWordsTest::sample).toArray();
                var failure = (Failure) factory.invoke(null, arguments);
                assertTrue(failure.remedy().length() > 5, failure.code());
                assertFalse(failure.what().contains("{"), failure.what());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = {"VALID",
            "UNKNOWN_REVOCATION"}, mode = EnumSource.Mode.EXCLUDE)
    void explainsEveryVerdictThatKeepsSomebodyOut(Verdict verdict) {
        assertTrue(ShiftFailure.certificate(verdict.name(), "宋主持").what().contains("宋主持"));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryRole(Role role) {
        assertFalse(RoleWords.say(role).isBlank());
    }

    @Test
    void namesEveryStep() {
        OpenStation.steps().forEach(step -> assertTrue(WORDS.knows("step." + step), step));
        for (var trust : HallClock.Trust.values()) {
            assertTrue(WORDS.knows("clock." + trust.name()));
        }
    }

    private static Object sample(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Path" -> Path.of("station");
            case "Kind" -> Station.Kind.WITNESS;
            case "Instant" -> Instant.EPOCH;
            case "String" -> "EXPIRED";
            default -> new IllegalStateException("x");
        };
    }
}

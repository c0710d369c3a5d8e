package venue.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.testkit.Duty;

class ImagesTest {

    private static Lab lab;
    private static Trace mixed;

    @BeforeAll
    static void trace() throws IOException {
        Lab.missing().ifPresent(System.err::println);
        assumeTrue(Lab.missing().isEmpty(), () -> Lab.missing().orElse(""));
        lab = Lab.set();
        mixed = lab.trace(Scenario.MIXED, lab.place("traces").resolve("mixed.trace"));
    }

    @AfterAll
    static void clear() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    private static List<String> bad(Trace trace, Mutant mutant, int count) throws IOException {
        return new Images(trace, mutant, lab.place("images")).run(1, count, _ -> {}).stream()
                .filter(verdict -> !verdict.isGood())
                .map(verdict -> verdict.seed() + " " + verdict.fate() + " " + verdict.findings())
                .toList();
    }

    @Test
    @Duty("HOUSE-1")
    void losesNothingThatWasToldWhereverThePowerGoes() throws IOException {
        assertEquals(List.of(), bad(mixed, Mutant.NONE, 240));
    }

    @ParameterizedTest
    @CsvSource({"LONG,20", "FIRST,40"})
    void losesNothingInOtherScenariosEither(Scenario scenario, int count) throws IOException {
        var trace = lab.trace(scenario, lab.place("traces").resolve(scenario + ".trace"));
        assertEquals(List.of(), bad(trace, Mutant.NONE, count));
    }

    /// An oracle that finds nothing proves nothing: it must catch journals that are less careful.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void catchesACarelessJournal(Mutant mutant) throws IOException {
        int caught = bad(mixed, mutant, 20).size();
        assertTrue(caught >= 4, mutant.title() + " was caught " + caught + " times of 20");
    }

    @Test
    void buildsTheSameImageFromTheSameSeed() throws IOException {
        var first = new Images(mixed, Mutant.NONE, lab.place("once")).run(77, 1, _ -> {});
        var again = new Images(mixed, Mutant.NONE, lab.place("twice")).run(77, 1, _ -> {});
        assertEquals(first, again);
    }
}

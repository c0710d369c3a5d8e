package venue.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.testkit.Duty;

class KillLoopTest {

    private static Lab lab;

    @BeforeAll
    static void begin() throws IOException {
        Lab.missing().ifPresent(System.err::println);
        assumeTrue(Lab.missing().isEmpty(), () -> Lab.missing().orElse(""));
        lab = Lab.set();
    }

    @AfterAll
    static void clear() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    @Duty("HOUSE-1")
    void losesNothingThatWasToldWhenTheProgramIsKilled() throws IOException {
        var killed = new KillLoop(lab).rounds(2, 5);
        assertEquals(List.of(), killed.stream().filter(each -> !each.findings().isEmpty())
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"write,130", "fsync,30", "rename,2"})
    void survivesAKillInTheMiddleOfACall(String kind, long number) throws IOException {
        assertEquals(List.of(), new KillLoop(lab).at(kind, number).findings());
    }
}

package venue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.journal.Wire;

class BenchCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final BenchCommand command = new BenchCommand(new PrintStream(said, true, UTF_8));

    @Test
    void printsEveryFigureOfTheJournal() {
        int exit = command.run(List.of("journal", "--quick"));
        var lines = said.toString(UTF_8).lines().map(line -> List.of(line.split("\t", -1)))
                .toList();
        assertEquals(
                List.of(AppendBench.BYTES, AppendBench.SINGLE_RATE, AppendBench.GROUP_RATE,
                        AppendBench.SINGLE, AppendBench.SINGLE_4, AppendBench.GROUP, LogBench.DISK,
                        LogBench.DISK_EVENTS, LogBench.START,
                        RebuildBench.RATIO, RebuildBench.HEAP),
                lines.stream().map(List::getFirst).toList());
        for (var line : lines) {
            assertEquals(4, line.size(), line.toString());
            assertTrue(Double.parseDouble(line.get(1)) > 0, line.toString());
        }
        assertEquals(0, exit, said.toString(UTF_8));
    }

    @Test
    void printsEveryFigureOfCrypto() {
        command.run(List.of("crypto", "--quick"));
        var lines = said.toString(UTF_8).lines().map(line -> List.of(line.split("\t", -1)))
                .toList();
        assertEquals(
                List.of(AesBench.ONE_CORE, AesBench.TWO_CORES, Sm4Bench.VECTOR, Sm4Bench.PLAIN,
                        ColdBench.AES, ColdBench.SM4, ManyFilesBench.RATIO, LargeBidBench.HEAP,
                        LargeBidBench.PAGE, UnwrapBench.RATIO),
                lines.stream().filter(line -> !line.get(2).equals("-")).map(List::getFirst)
                        .toList());
        for (var line : lines) {
            assertEquals(4, line.size(), line.toString());
            assertTrue(line.get(3).startsWith("notrun ") || Double.parseDouble(line.get(1)) > 0,
                    line.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.70, true, ok", "0.69, true, short", "2.00, false, ok", "2.01, false, short",
            "0.10, false, ok", "99, true, ok"})
    void judgesTheRightWayRound(double value, boolean least, String verdict) {
        var figure = least ? Figure.least("x", value, 0.70) : Figure.most("x", value, 2.00);
        assertTrue(figure.line().endsWith("\t" + verdict), figure.line());
    }

    @Test
    void saysWhyAFigureWasNotMeasured() {
        assertEquals("x\t-\t<= 2.00\tnotrun exit 1 no space",
                Figure.notRun("x", new Figure.Target.Most(2), "exit 1\nno\tspace").line());
        assertEquals("x\t3.00\t-\t-", Figure.shown("x", 3).line());
    }

    @Test
    void writesEventsOfExactly400Bytes() {
        for (int number : new int[]{0, 7, 999, 99_999, 999_999}) {
            assertEquals(BenchLog.EVENT_BYTES, Wire.write(BenchLog.event(number)).length);
        }
    }

    @Test
    void countsTheMedian() {
        assertEquals(2, BenchLog.median(Arrays.asList(9.0, 1.0, 2.0)));
        assertEquals(1.5, BenchLog.median(List.of(2.0, 1.0)));
    }

    @ParameterizedTest
    @CsvSource({"--help, 0", "nothing, 2"})
    void explainsItself(String word, int exit) {
        assertEquals(exit, command.run(List.of(word)));
        assertTrue(said.toString(UTF_8).contains(AppendBench.SINGLE));
    }
}

package venue.domain.evaluation.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import venue.domain.base.Points;
import venue.domain.evaluation.Codes;

class BenchmarkTest {

    private static final List<Benchmark.Drop> TABLE = List.of(new Benchmark.Drop(0, 0, 0),
            new Benchmark.Drop(5, 1, 1));

    @ParameterizedTest(name = "{0} over {1} is {4}")
    @CsvFileSource(resources = "/META-INF/cases/benchmark.csv", numLinesToSkip = 1)
    void comesOutAsInTheWorkedExamples(String name, String prices, String table, String drawn,
            String expected) {
        var benchmark = switch (name) {
            case "F12-1" -> new Benchmark.Mean();
            case "F12-2" -> new Benchmark.TrimmedMean(drops(table));
            case "F12-3" -> new Benchmark.ProportionalMean(new BigDecimal("0.2"));
            case "F12-4" -> new Benchmark.DrawnMean(drops(table), "K");
            default -> throw new IllegalArgumentException(name);
        };
        var draws = drawn == null ? Map.<String, String>of() : Map.of("K", drawn);
        var computed = benchmark.over(Codes.quotes(prices), draws);
        assertEquals(new BigDecimal(expected),
                computed.value().setScale(2, RoundingMode.HALF_UP), name);
    }

    @Test
    void readsALabelledPercentageAsOne() {
        assertEquals(new BigDecimal("0.965"), Benchmark.coefficient("96.5%"));
        assertEquals(new BigDecimal("0.965"), Benchmark.coefficient("0.965"));
    }

    @Test
    void dropsTheStatedNumberEvenAmongEquals() {
        var computed = new Benchmark.TrimmedMean(TABLE)
                .over(Codes.quotes("900 950 1200 1200 1200"), Map.of());
        assertEquals(1, computed.droppedHigh().size());
        assertEquals("1116.66666667", Exact.show(computed.value()));
    }

    @Test
    void theOrderOfTheBidsNeverMatters() {
        var quotes = Codes.quotes("980 1010 1005 1100 995 1005");
        var benchmark = new Benchmark.DrawnMean(TABLE, "K");
        var expected = benchmark.over(quotes, Map.of("K", "0.97"));
        var random = new Random(17);
        for (int round = 0; round < 50; round++) {
            var shuffled = new java.util.ArrayList<>(quotes);
            Collections.shuffle(shuffled, random);
            assertEquals(expected, benchmark.over(shuffled, Map.of("K", "0.97")));
        }
    }

    @Test
    void saysThatNothingWasDrawn() {
        var benchmark = new Benchmark.DrawnMean(List.of(), "K");
        assertThrows(IllegalArgumentException.class,
                () -> benchmark.over(Codes.quotes("980 1010 1005"), Map.of()));
    }

    @Test
    void namesWhyABidStayedOut() {
        var quotes = Codes.quotes("980 1010 1005 1100 995 1400");
        var rule = new PriceRule(
                new DeviationFormula(Points.of("60"), BigDecimal.TWO, BigDecimal.ONE, Points.ZERO,
                        Optional.empty(), DeviationFormula.Steps.LINEAR, Optional.empty()),
                new Benchmark.TrimmedMean(TABLE), PriceRule.Scope.PASSED, Optional.of(2), "3.2.3");
        var passed = quotes.stream().limit(5).map(Quote::bidder)
                .collect(Collectors.toUnmodifiableSet());
        var sheet = PriceSheet.of(rule, quotes, passed, Map.of()).orElseThrow();
        assertEquals(new BigDecimal("1003.33"), sheet.benchmark());
        assertEquals(List.of(PriceSheet.Standing.DROPPED_LOW, PriceSheet.Standing.ENTERED,
                PriceSheet.Standing.ENTERED, PriceSheet.Standing.DROPPED_HIGH,
                PriceSheet.Standing.ENTERED, PriceSheet.Standing.REJECTED),
                sheet.lines().stream().map(PriceSheet.Line::standing).toList());
        assertEquals(Optional.empty(), sheet.points(Codes.bidder(6)));
        assertEquals(Optional.empty(), PriceSheet.of(rule, quotes, Set.of(), Map.of()));
    }

    private static List<Benchmark.Drop> drops(String table) {
        return Arrays.stream(table.split(" ")).map(row -> row.split("/"))
                .map(row -> new Benchmark.Drop(Integer.parseInt(row[0]), Integer.parseInt(row[1]),
                        Integer.parseInt(row[2])))
                .toList();
    }
}

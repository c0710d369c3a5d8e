package venue.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A check that cannot fail is no check: every house rule is seen to bite its planted offender.
class HouseRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(
            "venue.domain", "venue.planted", "venue.planted2", "venue.journal", "venue.verifier",
            "venue.bidopen");

    /// Rule name → the offender that its report must name.
    private static final Map<String, String> OFFENDERS = Map.ofEntries(
            Map.entry("pure-domain", "ReadsFiles"),
            Map.entry("no-clock-in-domain", "LooksAtTheClock"),
            Map.entry("no-chance-in-domain", "RollsDice"),
            Map.entry("no-floating-fields", "FloatsMoney"),
            Map.entry("no-floating-answers", "FloatsMoney"),
            Map.entry("trades-apart", "KnowsTheWitness"),
            Map.entry("record-on-top", "Neighbour"), Map.entry("screens-apart", "OneModel"),
            Map.entry("models-without-controls", "OneModel"),
            Map.entry("views-without-rules", "TwoView"), Map.entry("one-door-to-fx", "TwoView"),
            Map.entry("quiet-house", "Ledger"), Map.entry("no-bare-threads", "Ledger"),
            Map.entry("events-are-records", "LedgerEvent"), Map.entry("no-cycles", "Upper"),
            Map.entry("honest-names", "BidHelper"),
            Map.entry("no-verifier-in-apps", "JudgesItself"));

    static Stream<String> names() {
        return HouseRules.all().keySet().stream();
    }

    @Test
    void everyRuleHasItsOffender() {
        assertEquals(OFFENDERS.keySet(), HouseRules.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void bitesItsOffender(String name) {
        var rule = HouseRules.all().get(name);
        var result = rule.evaluate(PLANTED);
        assertTrue(result.hasViolation(), name + " did not notice its offender");
        var report = result.getFailureReport().toString();
        assertTrue(report.contains(OFFENDERS.get(name)), report);
    }
}

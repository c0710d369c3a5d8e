package venue.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import venue.testkit.HouseRules;

/// The house rules, held against everything that ships.
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/testkit/"))
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("venue");

    static Stream<String> names() {
        return HouseRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsTheRule(String name) {
        var rule = Objects.requireNonNull(HouseRules.all().get(name));
        var result = rule.allowEmptyShould(true).evaluate(HOUSE);
        assertTrue(!result.hasViolation(), result.getFailureReport().toString());
    }
}

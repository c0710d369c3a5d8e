package venue.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the compiler cannot say about this house: one rule, one sentence why. `HouseTest` holds
/// them against everything that ships; `HouseRulesTest` shows each one failing on a planted
/// offender.
public final class HouseRules {

    private static final Set<String> CLOCKS = Set.of("java.time.Instant", "java.time.LocalDate",
            "java.time.LocalDateTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime");

    /// Words that a type's name must not end with: the noun is not found yet.
    private static final List<String> EMPTY_NOUNS = List.of("Util", "Utils", "Helper", "Manager",
            "Service", "Impl", "DTO");

    private HouseRules() {}

    /// All rules by their short name.
    public static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("pure-domain", pureDomain());
        rules.put("no-clock-in-domain", noClock());
        rules.put("no-chance-in-domain", noChance());
        rules.put("no-floating-fields", noFloatingFields());
        rules.put("no-floating-answers", noFloatingAnswers());
        rules.put("trades-apart", tradesApart());
        rules.put("record-on-top", recordOnTop());
        rules.put("screens-apart", screensApart());
        rules.put("models-without-controls", modelsWithoutControls());
        rules.put("views-without-rules", viewsWithoutRules());
        rules.put("one-door-to-fx", oneDoorToFx());
        rules.put("quiet-house", quietHouse());
        rules.put("no-bare-threads", noBareThreads());
        rules.put("events-are-records", eventsAreRecords());
        rules.put("no-cycles", noCycles());
        rules.put("honest-names", honestNames());
        rules.put("no-verifier-in-apps", appsAlone());
        return rules;
    }

    private static ArchRule pureDomain() {
        return noClasses().that().resideInAPackage("venue.domain..").should()
                .dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..",
                        "java.nio.channels..", "java.net..", "java.sql..",
                        "java.util.concurrent..")
                .because("a rule gets what it needs as arguments");
    }

    private static ArchRule noClock() {
        return noClasses().that().resideInAPackage("venue.domain..").should()
                .accessTargetWhere(describe("the time of day",
                        (JavaAccess<?> access) -> access.getTarget().getName().equals("now")
                                && CLOCKS.contains(access.getTargetOwner().getName())))
                .orShould().dependOnClassesThat().areAssignableTo(java.time.Clock.class)
                .orShould().callMethod(System.class, "currentTimeMillis").orShould()
                .callMethod(System.class, "nanoTime")
                .because("a rule must answer the same when its events are replayed years later");
    }

    private static ArchRule noChance() {
        return noClasses().that().resideInAPackage("venue.domain..").should()
                .dependOnClassesThat().areAssignableTo(java.util.Random.class).orShould()
                .callMethod(java.util.UUID.class, "randomUUID").orShould()
                .callMethod(Math.class, "random")
                .because("chance enters as an argument, from a recorded draw");
    }

    private static ArchRule noFloatingFields() {
        return noFields().that().areDeclaredInClassesThat().resideInAPackage("venue.domain..")
                .should().haveRawType(double.class).orShould().haveRawType(float.class).orShould()
                .haveRawType(Double.class).orShould().haveRawType(Float.class)
                .because("0.1 + 0.2 is not 0.3 in a ranking list");
    }

    private static ArchRule noFloatingAnswers() {
        return noMethods().that().areDeclaredInClassesThat().resideInAPackage("venue.domain..")
                .should().haveRawReturnType(double.class).orShould()
                .haveRawReturnType(float.class)
                .because("0.1 + 0.2 is not 0.3 in a ranking list");
    }

    private static ArchRule tradesApart() {
        return slices().matching("venue.domain.(opening|evaluation|witness)..").should()
                .notDependOnEachOther()
                .because("opening, evaluation and witnessing meet in base and record only");
    }

    private static ArchRule recordOnTop() {
        return noClasses().that()
                .resideInAnyPackage("venue.domain.base..", "venue.domain.tender..",
                        "venue.domain.draw..", "venue.domain.opening..",
                        "venue.domain.evaluation..", "venue.domain.witness..")
                .should().dependOnClassesThat().resideInAPackage("venue.domain.record..")
                .because("what goes on paper follows the rules, never the other way");
    }

    private static ArchRule screensApart() {
        return slices().matching("venue.*.screen.(*)..").should().notDependOnEachOther()
                .because("a screen can be changed without looking at its neighbours");
    }

    private static ArchRule modelsWithoutControls() {
        return noClasses().that().haveSimpleNameEndingWith("Model").and()
                .resideInAPackage("venue..screen..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .because("a model is tested without a toolkit");
    }

    private static ArchRule viewsWithoutRules() {
        return noClasses().that().haveSimpleNameEndingWith("View").and()
                .resideInAPackage("venue..screen..").should().dependOnClassesThat()
                .resideInAnyPackage("venue.journal..", "venue.crypto..", "venue.sync..")
                .because("a view decides only where things go");
    }

    private static ArchRule oneDoorToFx() {
        return noClasses().that().doNotHaveFullyQualifiedName("venue.ui.FxThread").should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("venue.ui.FxThread is the one door between the threads");
    }

    private static ArchRule quietHouse() {
        return noClasses().that(describe("may not speak to a terminal", HouseRules::isQuiet))
                .should().accessField(System.class, "out").orShould()
                .accessField(System.class, "err").orShould()
                .callMethod(Throwable.class, "printStackTrace").orShould().dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("words go to the screen, the journal or the log");
    }

    private static ArchRule noBareThreads() {
        return noClasses().should().callMethod(Thread.class, "sleep", long.class).orShould()
                .callConstructor(Thread.class).orShould()
                .callConstructor(Thread.class, Runnable.class).orShould()
                .callConstructor(Thread.class, Runnable.class, String.class).orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .because("waiting is for a condition, threads belong to executors");
    }

    private static ArchRule eventsAreRecords() {
        return classes().that().areNestedClasses().and()
                .implement(describe("a sealed *Event",
                        (JavaClass c) -> c.isInterface() && c.getSimpleName().endsWith("Event")
                                && c.getPackageName().startsWith("venue.")))
                .should().beRecords().because("an event is a value that never changes");
    }

    private static ArchRule noCycles() {
        return slices().matching("venue.(*)..").should().beFreeOfCycles()
                .because("arrows point down only");
    }

    private static ArchRule honestNames() {
        return noClasses().that().resideInAPackage("venue..")
                .should(com.tngtech.archunit.lang.conditions.ArchConditions
                        .be(describe("named with an empty noun", HouseRules::isEmptyNoun)))
                .because("if a class wants such a name, the noun is not found yet");
    }

    private static ArchRule appsAlone() {
        return noClasses().that()
                .resideInAnyPackage("venue.bidopen..", "venue.evaluation..", "venue.witness..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("venue.centre..", "venue.verifier..", "venue.testkit..",
                        "venue.rehearsal..")
                .because("what judges the applications is no part of them");
    }

    private static boolean isQuiet(JavaClass c) {
        var top = c;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        var name = top.getSimpleName();
        return !name.endsWith("Command") && !name.equals("Main")
                && !c.getPackageName().startsWith("venue.rehearsal")
                && !c.getPackageName().startsWith("venue.bench");
    }

    private static boolean isEmptyNoun(JavaClass c) {
        return EMPTY_NOUNS.stream().anyMatch(c.getSimpleName()::endsWith);
    }

    static DescribedPredicate<JavaClass> ours() {
        return describe("ours", c -> c.getPackageName().startsWith("venue."));
    }
}

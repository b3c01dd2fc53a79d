package org.swarmload;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What validates has no simulator of its own, and no part of the simulator is there for validation alone. */
class OneEngineTest {
    private static final String CHECK = "org.swarmload.check..";
    private static final String THEORY = "org.swarmload.sim.theory";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.swarmload");
    private static final JavaClasses VALIDATION = new ClassFileImporter().importPackages("org.swarmload.validation");
    private static final JavaClasses ACCURACY = new ClassFileImporter().importPackages("org.swarmload.accuracy");

    private static final String[] SIMULATING = {
        "org.swarmload.sim.kernel..",
        "org.swarmload.sim.cell..",
        "org.swarmload.sim.door..",
        "org.swarmload.sim.net..",
        "org.swarmload.sim.server..",
        "org.swarmload.sim.swarm..",
        "akka.."
    };

    private static final String RANDOM_OR_QUEUE =
            "java\\.util\\.(Random|SplittableRandom|PriorityQueue|ArrayDeque|Queue|Deque|LinkedList|Timer)"
                    + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom"
                    + "|java\\.util\\.concurrent\\.(ThreadLocalRandom|.*Queue|.*Deque)"
                    + "|org\\.apache\\.commons\\.math3\\.(random|distribution)\\..*"
                    + "|org\\.swarmload\\.sim\\.random\\.(CounterRandom|Purpose|Poisson)";

    /** Takes a picker out of the simulator, into a session of the bt client. */
    private static final String WAY_OUT = "org.swarmload.sim.picker.bt.PickerSelector";

    @Test
    void shouldSeeTheCodeThatValidates() {
        assertThat(VALIDATION).isNotEmpty();
        assertThat(ACCURACY).isNotEmpty();
        assertThat(MAIN.stream().anyMatch(type -> type.getPackageName().equals("org.swarmload.check")))
                .isTrue();
    }

    @Test
    void shouldHaveNoEventLoopNoQueueAndNoRandomSourceInChecks() {
        noClasses()
                .that()
                .resideInAPackage(CHECK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SIMULATING)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(RANDOM_OR_QUEUE)
                .check(MAIN);
    }

    @Test
    void shouldHaveNoneInTheSuiteEither() {
        shouldNotSimulate(VALIDATION, RANDOM_OR_QUEUE);
    }

    @Test
    void shouldHaveNoneInTheComparisonOfModes() {
        shouldNotSimulate(ACCURACY, RANDOM_OR_QUEUE);
    }

    private static void shouldNotSimulate(JavaClasses suite, String randomOrQueue) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SIMULATING)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(randomOrQueue)
                .check(suite);
    }

    @Test
    void shouldReachTheWholeSimulatorFromTheCommandRun() {
        Set<String> run = new TreeSet<>(reached("org.swarmload.cli.RunCommand", type -> !isOfChecks(type)));
        run.addAll(reached(WAY_OUT, type -> !isOfChecks(type)));
        Set<String> left = new TreeSet<>();
        for (JavaClass type : MAIN) {
            boolean simulates = type.getPackageName().startsWith("org.swarmload.sim.")
                    && !type.getPackageName().equals(THEORY)
                    && !type.getSimpleName().equals("package-info");
            // What the compiler makes of a switch over an enum is part of the class that it stands in.
            boolean used = run.contains(type.getName().replaceFirst("(\\$[0-9]+)+$", ""));
            if (simulates && !used) {
                left.add(type.getName());
            }
        }
        assertThat(left).as("classes that no run of a planner's scenario uses").isEmpty();
    }

    @Test
    void shouldHaveNoMathematicsThatNobodyAsksFor() {
        Set<String> asked = reached("org.swarmload.cli.Main", type -> true);
        assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().equals(THEORY))
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName)
                        .filter(name -> !asked.contains(name)))
                .as("classes of mathematics that neither bounds nor checks use")
                .isEmpty();
    }

    private static boolean isOfChecks(JavaClass type) {
        return type.getPackageName().equals("org.swarmload.check")
                || type.getSimpleName().equals("CheckCommand");
    }

    /** Names of all our classes that one depends on, directly or not, without those that are left out. */
    private static Set<String> reached(String root, Predicate<JavaClass> walked) {
        Set<String> seen = new TreeSet<>(Set.of(root));
        Deque<JavaClass> open = new ArrayDeque<>();
        open.add(MAIN.get(root));
        while (!open.isEmpty()) {
            for (Dependency dependency : open.remove().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (MAIN.contain(target.getName()) && walked.test(target) && seen.add(target.getName())) {
                    open.add(target);
                }
            }
        }
        return seen;
    }
}

package org.swarmload;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The direction of the modules, and what may not come near a result. */
class ArchitectureTest {
    private static final String SIM = "org.swarmload.sim..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.swarmload");

    @Test
    void shouldSeeAllModulesBelow() {
        for (String module : new String[] {"sim-core", "scenarios", "reports"}) {
            for (String name : SourceTree.packagesOf(module)) {
                assertThat(CLASSES.stream()
                                .anyMatch(type -> type.getPackageName().equals(name)))
                        .as("classes of %s in %s are on the class path", name, module)
                        .isTrue();
            }
        }
    }

    @Test
    void shouldKeepEveryPackageInOneModule() {
        Set<String> seen = new TreeSet<>();
        for (String module : SourceTree.MODULES) {
            for (String name : SourceTree.packagesOf(module)) {
                assertThat(seen.add(name)).as("%s is in %s alone", name, module).isTrue();
                assertThat(name.startsWith("org.swarmload.sim."))
                        .as("%s is in sim-core if and only if it is below org.swarmload.sim", name)
                        .isEqualTo(module.equals("sim-core"));
            }
        }
    }

    @Test
    void shouldLetSimCoreDependOnNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(SIM)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.swarmload..").and(DescribedPredicate.not(resideInAPackage(SIM))))
                .check(CLASSES);
    }

    @Test
    void shouldLetScenariosNotDependOnReports() {
        String[] reports = SourceTree.packagesOf("reports").toArray(String[]::new);
        String[] scenarios = SourceTree.packagesOf("scenarios").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(scenarios)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(reports)
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoPackageCycles() {
        slices().matching("org.swarmload.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldKeepAkkaInOnePackage() {
        onlyIn("org.swarmload.sim.actors..", "akka..", "scala..", "com.typesafe..");
    }

    @Test
    void shouldKeepTheBtClientInOnePackage() {
        onlyIn("org.swarmload.sim.picker.bt..", "bt..");
        onlyIn("org.swarmload.sim.picker.ttorrent..", "com.turn..");
    }

    @Test
    void shouldKeepChartsAndTerminalOutOfScenarios() {
        noClasses()
                .that()
                .resideInAnyPackage(SourceTree.packagesOf("scenarios").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "picocli..", "org.apache.batik..", "java.awt..", "javax.swing..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepFilesNetworkAndFormatsOutOfSimCore() {
        noClasses()
                .that()
                .resideInAPackage(SIM)
                .should()
                .dependOnClassesThat(resideIn("java.nio.file", "java.net", "java.nio.channels", "com.fasterxml")
                        .or(resideIn(
                                "org.snakeyaml", "org.yaml", "org.jfree", "picocli", "org.apache.batik", "java.awt"))
                        .or(describe("are files", type -> type.getName().startsWith("java.io.File"))))
                .check(CLASSES);
    }

    @Test
    void shouldPrintOnlyInTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.swarmload.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void shouldEndTheProcessOnlyInTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.swarmload.cli..")
                .should()
                .accessTargetWhere(named("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt"))
                .check(CLASSES);
    }

    @Test
    void shouldReadNoWallClockInSimCore() {
        noClasses()
                .that()
                .resideInAPackage(SIM)
                .and()
                .doNotHaveFullyQualifiedName("org.swarmload.sim.actors.Stopwatch")
                .should()
                .accessTargetWhere(named("java.lang.System.nanoTime"))
                .check(CLASSES);
        simNeverUses(
                "java.lang.System.currentTimeMillis",
                "java.time.*.now",
                "java.time.Clock.*",
                "java.util.Date.<init>",
                "java.util.Calendar.getInstance");
    }

    /** Wall time comes from the stopwatch, and goes to those who say how a run was computed. */
    @Test
    void shouldLetNoWallTimeNearAResult() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.swarmload.sim.actors..", "org.swarmload.sim.result..")
                .and()
                .doNotHaveFullyQualifiedName("org.swarmload.sim.cell.ResultMerger")
                .and()
                .doNotHaveFullyQualifiedName("org.swarmload.sim.cell.ResultMerger$Course")
                .and()
                .resideInAPackage(SIM)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.swarmload.sim.result.EngineFacts$WallTime")
                .check(CLASSES);
    }

    @Test
    void shouldDrawNoUnseededOrVersionDependentRandomnessInSimCore() {
        simNeverUses(
                "java.lang.Math.random",
                "java.lang.StrictMath.random",
                "java.util.Random.*",
                "java.util.concurrent.ThreadLocalRandom.*",
                "java.security.SecureRandom.*",
                "java.util.random.*.getDefault",
                "java.util.*.nextGaussian",
                "java.util.*.nextExponential",
                "java.util.UUID.randomUUID",
                "java.util.Collections.shuffle",
                "org.apache.commons.math3.distribution.*.sample");
    }

    /** These differ between Java versions in the last bit; StrictMath has the same ones, which do not. */
    @Test
    void shouldCallNoTranscendentalMathInSimCore() {
        simNeverUses(
                Stream.of("sin cos tan asin acos atan atan2 sinh cosh tanh exp expm1 log log10 log1p pow cbrt hypot"
                                .split(" "))
                        .map(name -> "java.lang.Math." + name)
                        .toArray(String[]::new));
    }

    @Test
    void shouldIterateInNoHashOrderInSimCore() {
        simNeverUses(
                "java.util.HashMap.<init>",
                "java.util.HashSet.<init>",
                "java.util.Hashtable.<init>",
                "java.util.IdentityHashMap.<init>",
                "java.util.WeakHashMap.<init>",
                "java.util.concurrent.ConcurrentHashMap.<init>",
                "java.util.stream.Collectors.toSet",
                "java.util.stream.Collectors.toUnmodifiableSet",
                "java.util.stream.Collectors.toUnmodifiableMap",
                "java.util.Set.copyOf",
                "java.util.Map.copyOf",
                "java.util.Map.ofEntries",
                "java.lang.System.identityHashCode");
    }

    /** Set.of and Map.of are in another order in every process. */
    @Test
    void shouldIterateInNoSaltedOrderInSimCore() {
        noClasses()
                .that()
                .resideInAPackage(SIM)
                .should()
                .accessTargetWhere(describe(
                        "make a Set.of or Map.of more than one entry, whose order differs from run to run",
                        ArchitectureTest::hasSaltedOrder))
                .check(CLASSES);
    }

    private static boolean hasSaltedOrder(JavaAccess<?> access) {
        String call = access.getTarget().getFullName();
        return call.matches("java\\.util\\.Map\\.of\\(.*,.*,.*\\)|java\\.util\\.Set\\.of\\((.*,.*|.*\\[.*)\\)");
    }

    private static void onlyIn(String home, String... library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CLASSES);
    }

    /** Is a {@code Random} because ttorrent wants one, and passes on the view's numbers. */
    private static final String VIEW_RANDOM = "org.swarmload.sim.picker.ttorrent.TtorrentPicker$ViewRandom";

    private static void simNeverUses(String... members) {
        noClasses()
                .that()
                .resideInAPackage(SIM)
                .and()
                .doNotHaveFullyQualifiedName(VIEW_RANDOM)
                .should()
                .accessTargetWhere(named(members))
                .check(CLASSES);
    }

    /** Calls, constructor calls, field accesses and method references of such a name; a star stands for anything. */
    private static DescribedPredicate<JavaAccess<?>> named(String... members) {
        Pattern names = Pattern.compile(Stream.of(members)
                .map(member -> Pattern.quote(member).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|")));
        return describe(
                "use " + String.join(", ", members),
                access -> names.matcher(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName())
                        .matches());
    }

    private static DescribedPredicate<JavaClass> resideIn(String... packages) {
        return describe("reside in " + String.join(", ", packages), type -> {
            for (String name : packages) {
                if (type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".")) {
                    return true;
                }
            }
            return false;
        });
    }
}

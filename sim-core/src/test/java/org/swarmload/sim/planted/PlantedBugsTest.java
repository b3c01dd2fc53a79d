package org.swarmload.sim.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of {@link PlantedBugs} must be caught by the tests that are asked about it: its package is compiled with the bug
 * and put before the module's classes in a JVM that runs these tests. Prints what was caught by what. Takes minutes, so
 * it runs with {@code mvn verify -Pplanted-bugs} only.
 */
@EnabledIfSystemProperty(named = "planted-bugs", matches = "true")
class PlantedBugsTest {
    private static final String SURVIVED = "SURVIVED";
    static final Path SOURCES = Path.of("src/main/java/org/swarmload/sim");
    private static final String PACKAGE = "org.swarmload.sim.";
    private static final int LONGEST_SECONDS = 240;

    @TempDir
    Path folder;

    @Test
    void shouldCatchEveryPlantedBug() throws IOException, InterruptedException {
        String only = System.getProperty("planted-bugs.only", "");
        List<String> survivors = new ArrayList<>();
        StringBuilder table = new StringBuilder(String.format("%n%-52s  %s%n", "planted bug", "caught by"));
        int n = 0;
        for (PlantedBug bug : PlantedBugs.all()) {
            if (bug.name().contains(only)) {
                String by = run(plant(bug, Files.createDirectory(folder.resolve("bug" + n++))), bug.tests());
                table.append(String.format(Locale.ROOT, "%-52s  %s%n", bug.name(), by));
                if (by.equals(SURVIVED)) {
                    survivors.add(bug.name());
                }
            }
        }
        System.out.println(table);
        assertThat(survivors).as("planted bugs that no test caught").isEmpty();
    }

    /** What is asked must hold when nothing is planted. */
    @Test
    void shouldFindNothingWhereNothingIsPlanted() throws IOException, InterruptedException {
        List<String> asked = PlantedBugs.all().stream()
                .flatMap(bug -> bug.tests().stream())
                .distinct()
                .toList();
        assertThat(run(folder, asked)).isEqualTo(SURVIVED);
    }

    /** Compiles the package of the bug, since constants are copied into the classes beside. */
    private static Path plant(PlantedBug bug, Path target) throws IOException {
        Path file = SOURCES.resolve(bug.file());
        Path sources = Files.createDirectory(target.resolve("sources"));
        List<File> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(file.getParent())) {
            for (Path path : all.filter(p -> p.toString().endsWith(".java")).toList()) {
                Path copy = sources.resolve(path.getFileName().toString());
                String text = Files.readString(path);
                Files.writeString(copy, path.equals(file) ? bug.plantedIn(text) : text);
                files.add(copy.toFile());
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-cp", System.getProperty("java.class.path"), "-d", target.toString());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromFiles(files))
                    .call();
            assertThat(compiled).as("'" + bug.name() + "' compiles").isTrue();
        }
        return target;
    }

    /** The test that failed first, or {@link #SURVIVED}. */
    private static String run(Path classes, List<String> tests) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dproperties=" + System.getProperty("planted-bugs.scenarios", "150"),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                TestRun.class.getName()));
        tests.forEach(test -> command.add(PACKAGE + test));
        Path output = Files.createTempFile(classes, "run", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return "a run that does not end";
        }
        try (Stream<String> lines = Files.lines(output)) {
            String caught = lines.filter(line -> line.startsWith(TestRun.CAUGHT))
                    .findFirst()
                    .orElse("");
            if (process.exitValue() == 0 && caught.isEmpty()) {
                return SURVIVED;
            }
            assertThat(caught).as(Files.readString(output)).isNotEmpty();
            return caught.substring(TestRun.CAUGHT.length());
        }
    }
}

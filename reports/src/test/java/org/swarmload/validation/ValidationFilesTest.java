package org.swarmload.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.swarmload.check.Checks;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.yaml.ScenarioReader;

/** The validation files as every build sees them: each can be read, and the quick ones come out as expected. */
class ValidationFilesTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    static List<Path> files() {
        return ValidationFiles.cases();
    }

    static List<String> quick() {
        return ValidationFiles.quick();
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldBeReadable(Path file) {
        Scenario scenario = read(file);

        assertThat(scenario.name()).as("the name, from which the seed comes").isEqualTo(ValidationFiles.id(file));
        assertThat(scenario.expectations()).as("expectations").isNotEmpty();
        assertThat(scenario.about()).isNotBlank();
        scenario.deliveries().keySet().forEach(delivery -> ScenarioCompiler.compile(scenario, delivery, 0));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void shouldComeOutAsExpected(String id) {
        Path file = ValidationFiles.folder().resolve(id + ".yaml");
        read(file);

        assertThat(CaseResult.of(id, file.toString(), List.of(), engine).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.pass()).as(row.toString()).isTrue());
    }

    @Test
    void shouldHaveEveryCase() {
        List<String> ids = Stream.concat(
                        ValidationFiles.cases().stream().map(ValidationFiles::id), Checks.ids().stream())
                .map(id -> id.substring(0, 4))
                .distinct()
                .sorted()
                .toList();

        // O-19, O-22 and O-24 are computed alone; but for those simulated alone the others are both.
        assertThat(Checks.ids()).doesNotContainAnyElementsOf(Checks.SIMULATED_ONLY);
        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24)
                        .mapToObj("o-%02d"::formatted)
                        .toList());
    }

    @Test
    void shouldSayInItsReadmeWhatEveryCaseIs() throws IOException {
        String readme = Files.readString(ValidationFiles.folder().resolve("README.md"));
        for (int number = 1; number <= 24; number++) {
            String id = "o-%02d".formatted(number);
            List<String> files = ValidationFiles.cases().stream()
                    .map(ValidationFiles::id)
                    .filter(file -> file.startsWith(id))
                    .toList();
            String row = readme.lines()
                    .filter(line -> line.startsWith("| " + id.toUpperCase(Locale.ROOT) + " |"))
                    .collect(Collectors.joining());

            // Files in a row are named as "a to d": the first and the last are there.
            assertThat(row).isNotEmpty().contains(files.isEmpty() ? "| –" : "`" + files.get(0) + "`");
            assertThat(row)
                    .contains(files.isEmpty() ? "" : files.get(files.size() - 1).replaceFirst(".*-", ""));
            assertThat(row.contains("check " + id)).isEqualTo(Checks.ids().contains(id));
        }
    }

    @Test
    void shouldExcuseAtMostTwo() {
        List<String> ids =
                ValidationFiles.cases().stream().map(ValidationFiles::id).toList();
        assertThat(ValidationFiles.knownShort()).hasSizeLessThanOrEqualTo(2);
        assertThat(ids).containsAll(ValidationFiles.knownShort().keySet());
        assertThat(ids).containsAll(ValidationFiles.quick());
    }

    private static Scenario read(Path file) {
        return ScenarioReader.read(file.toString());
    }
}

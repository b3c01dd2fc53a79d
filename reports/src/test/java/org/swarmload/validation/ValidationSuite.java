package org.swarmload.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.swarmload.check.CheckCase;
import org.swarmload.check.Checks;
import org.swarmload.sim.actors.SimulationEngine;

/**
 * Every case of {@code scenarios/validation} and of the command check, two at a time, and one table of all. Run by
 * {@code mvn verify -Pvalidation}; {@code -Dseed=7} gives every case that seed, {@code -Dcases=o-07} runs those whose id
 * holds the text.
 */
class ValidationSuite {
    private static final int AT_ONCE = 2;
    private static final int KNOWN_AT_MOST = 2;

    @Test
    void shouldComeOutAsExpected() throws Exception {
        Map<String, String> known = ValidationFiles.knownShort();
        long start = System.nanoTime();
        List<CaseResult> results = run(System.getProperty("seed", ""), System.getProperty("cases", ""));
        ValidationTable table = new ValidationTable(results, known, (System.nanoTime() - start) / 1e9);
        write(table);

        assertThat(results)
                .as("cases whose id holds '%s'", System.getProperty("cases", ""))
                .isNotEmpty();
        assertThat(known).as("cases that are known to be short").hasSizeLessThanOrEqualTo(KNOWN_AT_MOST);
        assertThat(table.unforeseen())
                .as("short cases; see target/validation.txt")
                .isEmpty();
        assertThat(table.noLongerShort())
                .as("cases of known-short.txt that are no longer short")
                .isEmpty();
    }

    private static List<CaseResult> run(String seed, String only) throws Exception {
        List<String> sets = seed.isBlank() ? List.of() : List.of("seed=" + Long.parseLong(seed.strip()));
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try (SimulationEngine engine = SimulationEngine.start(AT_ONCE)) {
            List<Future<CaseResult>> futures = new ArrayList<>();
            for (Path file : ValidationFiles.cases()) {
                String id = ValidationFiles.id(file);
                if (id.contains(only)) {
                    futures.add(pool.submit(() -> CaseResult.of(id, file.toString(), sets, engine)));
                }
            }
            for (CheckCase one : Checks.all()) {
                if (one.id().contains(only)) {
                    futures.add(pool.submit(() -> CaseResult.of(one, seed.isBlank() ? 1 : Long.parseLong(seed))));
                }
            }
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void write(ValidationTable table) throws IOException {
        String text = table.text();
        System.out.println(text);
        Path target =
                ValidationFiles.folder().resolveSibling("../reports/target").normalize();
        Files.createDirectories(target);
        Files.writeString(target.resolve("validation.txt"), text);
        Files.writeString(target.resolve("validation.json"), table.json());
    }
}

package org.swarmload.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.SourceTree;
import org.swarmload.sim.actors.SimulationEngine;

/**
 * The large mode beside one exact cell, on evenings of {@code scenarios/accuracy}. Run by
 * {@code mvn verify -Paccuracy}, which takes about an hour. Every mode is measured and printed; the one that the engine
 * chooses by itself must be within the tolerance everywhere.
 *
 * <p>{@code -Daccuracy.replications=10}, {@code -Daccuracy.threads=2}; {@code -Daccuracy.regimes=thin,fault} and
 * {@code -Daccuracy.modes=auto,8} run a part. {@code -Daccuracy.viewers=2000} is for trying out the suite: servers stay
 * as they are, so nothing is scarce, and nothing is asserted.
 */
class AccuracySuite {
    private final AccuracyProgress progress = new AccuracyProgress();

    @Test
    void shouldBeExactWhereTheEngineChooses() throws Exception {
        int threads = Integer.parseInt(System.getProperty("accuracy.threads", "2"));
        int replications = Integer.parseInt(System.getProperty("accuracy.replications", "10"));
        String viewers = System.getProperty("accuracy.viewers", "");
        List<String> sets = viewers.isBlank() ? List.of() : List.of("audience.viewers=" + viewers.strip());
        List<Regime> regimes =
                Regime.named(System.getProperty("accuracy.regimes", ""), System.getProperty("accuracy.modes", ""));

        List<Comparison> comparisons = new ArrayList<>();
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            AccuracyRuns runs = new AccuracyRuns(engine, threads, replications, sets, progress::heard);
            for (Regime regime : regimes) {
                comparisons.addAll(runs.compare(regime));
                // What is there survives a run that is broken off.
                write(new AccuracyTable(comparisons, replications));
            }
        }
        AccuracyTable table = new AccuracyTable(comparisons, replications);
        System.out.println(table.markdown());

        assertThat(comparisons).as("regimes and modes that were run").isNotEmpty();
        if (viewers.isBlank()) {
            assertThat(table.notWithin(Mode.AUTO))
                    .as("what auto does not keep; see target/accuracy.txt")
                    .isEmpty();
        }
    }

    private void write(AccuracyTable table) throws IOException {
        Path target = SourceTree.root().resolve("reports/target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("accuracy.txt"), table.markdown());
        Files.writeString(target.resolve("accuracy.csv"), progress.csv());
    }
}

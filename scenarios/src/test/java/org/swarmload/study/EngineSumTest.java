package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.EngineUse;
import org.swarmload.yaml.ScenarioReader;

/** What a study says it took, on a small swarm with blocks that is run twice. */
class EngineSumTest {
    private static final String TEXT = """
            schema: 1
            name: Small swarm
            run: {until: all-done, replications: 2}
            content: {kind: file, size: 155kB, piece: 16kB, block: 1kB}
            audience:
              initial: [{count: 1, holds: all, stays: never}]
              arrivals: [{count: 20, at: 0s}]
              access: {line: {share: 100%, down: 1Mbps, up: 1Mbps, rtt: 20ms}}
            deliveries: {swarm: {swarm: {neighbours: 10}}}
            """;

    @TempDir
    private Path folder;

    private StudyResult study() throws IOException {
        Scenario scenario = ScenarioReader.read(
                Files.writeString(folder.resolve("small.yaml"), TEXT).toString());
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            return new StudyRunner(engine, 2).run(scenario, List.of(), 2, StudyListener.none());
        }
    }

    @Test
    void shouldAddUpRuns() throws IOException {
        StudyResult study = study();
        List<RunResult> runs = study.deliveries().get(0).runs();
        EngineSum sum = EngineSum.of(runs);

        assertThat(sum.runs()).isEqualTo(2);
        assertThat(sum.viewers()).isEqualTo(21);
        assertThat(sum.cells()).isEqualTo(1);
        // 20 people, 10 pieces: nine of 16 blocks, and one of 11.
        assertThat(sum.total(EngineFacts::piecesReceived)).isEqualTo(2 * 20 * 10);
        assertThat(sum.total(EngineFacts::blocksReceived)).isEqualTo(2 * 20 * (9 * 16 + 11));
        assertThat(sum.meanRoundSeconds()).isBetween(sum.shortestRoundSeconds(), sum.longestRoundSeconds());
        assertThat(sum.stateBytesPerViewer())
                .isEqualTo(
                        runs.stream()
                                .mapToDouble(r -> r.engine().stateBytes() / 21.0)
                                .max()
                                .orElseThrow(),
                        within(1e-9));
    }

    @Test
    void shouldTimeTheSimulationApartFromTheStudy() throws IOException {
        StudyResult study = study();
        EngineUse use = study.engine();
        EngineSum sum = EngineSum.of(study.deliveries().get(0).runs());

        assertThat(use.engineSeconds()).isPositive().isLessThanOrEqualTo(use.wallSeconds());
        assertThat(sum.seconds() / sum.runs()).isLessThanOrEqualTo(use.engineSeconds());
        assertThat(sum.serialShare()).isBetween(0.0, 1.0);
        assertThat(use.peakHeapBytes()).isPositive();
        assertThat(use.by("1.2").version()).isEqualTo("1.2");
        assertThat(use.by("1.2").engineSeconds()).isEqualTo(use.engineSeconds());
    }

    @Test
    void shouldSayNothingOfNoRuns() {
        EngineSum none = EngineSum.of(List.of());

        assertThat(none.serialShare()).isZero();
        assertThat(none.meanRoundSeconds()).isNull();
        assertThat(none.stateBytesPerViewer()).isZero();
    }
}

package org.swarmload.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.yaml.ScenarioReader;

/** The regimes as every build sees them: each can be read, and a small one passes the whole comparison. */
class RegimeTest {
    static List<Regime> regimes() {
        return Regime.ALL;
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void shouldBeOneExactCellOfOneDelivery(Regime regime) {
        Scenario scenario = ScenarioReader.read(regime.file().toString());

        assertThat(scenario.name()).isEqualTo(regime.id());
        assertThat(scenario.deliveries()).hasSize(1);
        String delivery = scenario.deliveries().keySet().iterator().next();
        assertThat(ScenarioCompiler.compile(scenario, delivery, 0).cells()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void shouldHaveAControlThatDiffersAtTheDoorAlone(Regime regime) {
        ModelSpec exact = spec(regime, Mode.EXACT);
        ModelSpec control = spec(regime, Mode.CONTROL);

        assertThat(control.audience()).isEqualTo(exact.audience());
        assertThat(control.delivery()).isEqualTo(exact.delivery());
        assertThat(control.cells()).isEqualTo(1);
        assertThat(mean(control) - mean(exact)).isCloseTo(1e-6, within(1e-9));
    }

    private static ModelSpec spec(Regime regime, Mode mode) {
        Scenario scenario = ScenarioReader.read(regime.file().toString(), List.of(), regime.sets(mode));
        return ScenarioCompiler.compile(
                scenario, scenario.deliveries().keySet().iterator().next(), 0);
    }

    private static double mean(ModelSpec spec) {
        return spec.frontDoor().get(1).serviceSeconds().mean();
    }

    @Test
    void shouldHaveEveryFile() throws Exception {
        try (Stream<Path> files = Files.list(Regime.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(Regime.ALL.stream()
                            .map(regime -> regime.id() + ".yaml")
                            .toList());
        }
        assertThat(Files.readString(Regime.folder().resolve("README.md")))
                .contains(Regime.ALL.stream().map(Regime::id).toList());
    }

    @Test
    void shouldTakeAPart() {
        assertThat(Regime.named("", " ")).isEqualTo(Regime.ALL);
        assertThat(Regime.named("thin, fault", "auto,20").stream().map(Regime::id))
                .containsExactly("fault", "thin");
        assertThat(Regime.named("thin", "20")).isEmpty();
        assertThatThrownBy(() -> Regime.named("thick", "")).hasMessageContaining("'thick'");
        assertThatThrownBy(() -> Regime.named("", "7")).hasMessageContaining("'7'");
    }

    @Test
    void shouldCompareModesAndSimulateEqualOnesOnce() {
        List<Sample> samples = new ArrayList<>();
        List<String> sets = List.of("audience.viewers=30", "content.length=1min");
        List<Comparison> comparisons;
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            AccuracyRuns runs = new AccuracyRuns(engine, 1, 2, sets, (regime, mode, sample) -> samples.add(sample));
            comparisons = runs.compare(Regime.named("thin", "auto,2").get(0));
        }

        assertThat(comparisons).extracting(Comparison::cells).containsExactly(1, 2);
        assertThat(samples).hasSize(3);
        assertThat(samples.get(1)).as("auto, which is one cell here").isSameAs(samples.get(0));
        assertThat(new AccuracyTable(comparisons, 2).notWithin(Mode.AUTO)).isEmpty();
        assertThat(samples.get(2).values(Measured.EDGE_BYTES)[0]).isPositive();
        assertThat(samples.get(2).values(Measured.EDGE_PEAK)[0]).isPositive();
    }
}

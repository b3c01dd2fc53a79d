package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.ModelSpec;

class EffectiveScenarioTest {
    @Test
    void shouldReadBackAsTheSameModels() {
        for (String name : ScenarioLibrary.names()) {
            assertSame(ScenarioReader.read(name));
            assertSame(ScenarioReader.read(
                    name,
                    List.of(),
                    List.of(
                            "name=\"Tom's: \\\"night\\\" #1\\n\\tsecond line\"",
                            "audience.viewers=5k",
                            "faults=!remove")));
        }
        assertSame(ScenarioReader.readText("small.yaml", SmallScenario.TEXT));
        assertSame(ScenarioReader.readText(
                "small.yaml", SmallScenario.with("{like: cdn,", "{like: cdn, edges: !remove ,")));
    }

    @Test
    void shouldKeepWhatThePlannerWrote() {
        String text = ScenarioReader.readText("small.yaml", SmallScenario.TEXT).effectiveYaml();

        assertThat(text).contains("up: 10Mbps").contains("unlocks: \"21:00\"").doesNotContain("extends:");
    }

    private static void assertSame(Scenario scenario) {
        Scenario again = ScenarioReader.readText("effective.yaml", scenario.effectiveYaml());

        assertThat(specs(again)).isEqualTo(specs(scenario));
        assertThat(again).isEqualTo(scenario);
    }

    private static List<ModelSpec> specs(Scenario scenario) {
        List<ModelSpec> specs = new ArrayList<>();
        for (String delivery : scenario.deliveries().keySet()) {
            specs.add(ScenarioCompiler.compile(scenario, delivery, 0));
            specs.add(ScenarioCompiler.compile(scenario, delivery, 3));
        }
        return specs;
    }
}

package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

class ArrivalsTest {
    private static final String SHARED = """
              viewers: 500
              arrivals:
                - {share: 20%, uniform: [-90s, 0min]}
                - {share: 80%, exponential: 2min}
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldReadEveryKindOfArrival() {
        List<ArrivalDef> arrivals = read(arrivals("{count: 1000, at: 0s}", "{count: 3, exponential: 5s}"))
                .audience()
                .arrivals();
        assertThat(arrivals)
                .containsExactly(
                        ArrivalDef.ofCount(1000, Law.constant(0)), ArrivalDef.ofCount(3, new Law.Exponential(5)));

        assertThat(read(arrivals("{rate: 8/s, for: 1h, from: 10min}"))
                        .audience()
                        .arrivals())
                .containsExactly(ArrivalDef.poisson(28_800, new Law.Uniform(600, 4_200)));
        assertThat(read(arrivals("{rate: 2k/s, for: 1min, evenly: true}"))
                        .audience()
                        .arrivals())
                .containsExactly(ArrivalDef.inOrder(120_000, new Law.Steps(0, 2_000, 120_000)));
        assertThat(read(arrivals("{rate: 0.1/s, for: 10min, evenly: true}"))
                        .audience()
                        .viewers())
                .isEqualTo(60);
        assertThat(read(arrivals("{rate: 0.1/s, for: 601s, evenly: true}"))
                        .audience()
                        .viewers())
                .isEqualTo(61);
        Scenario premiere =
                read(arrivals("{ramp: [0/s, 100/s], for: 10min}", "{decay: 100/s, mean: 20min, from: 10min}"));
        assertThat(premiere.audience().viewers()).isEqualTo(150_000);
        assertThat(premiere.audience().hasFixedNumber()).isFalse();
        assertThat(premiere.audience().arrivals().get(1).offsetSeconds())
                .isEqualTo(new Law.Shifted(600, new Law.Exponential(1_200)));
        assertThat(read(arrivals("{decay: 100/s, mean: 100s, for: 50s}"))
                        .audience()
                        .arrivals()
                        .get(0)
                        .expected())
                .isCloseTo(10_000 * (1 - Math.exp(-0.5)), within(1e-6));
        assertThat(read(arrivals("{times: [3s, 1s]}")).audience().arrivals())
                .containsExactly(ArrivalDef.inOrder(2, new Law.Listed(new double[] {1, 3})));
    }

    @Test
    void shouldMixSharesAndNumbers() {
        Scenario scenario =
                read(SmallScenario.with("- {share: 20%, uni", "- {count: 1500, at: 5s}\n    - {share: 20%, uni"));
        assertThat(scenario.audience().viewers()).isEqualTo(2_000);
        List<Arrival> arrivals = spec(scenario, 0).audience().arrivals();
        assertThat(arrivals.stream().map(Arrival::share)).containsExactly(0.75, 0.05, 0.2);
        assertThat(arrivals.stream().map(Arrival::count)).containsExactly(1500, -1, -1);
    }

    @Test
    void shouldDrawAPoissonNumberForEachReplication() {
        Scenario scenario = read(arrivals("{rate: 10/s, for: 100s}"));
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < 400; r++) {
            int viewers = spec(scenario, r).audience().viewers();
            assertThat(new Audience(spec(scenario, r)).viewers()).isEqualTo(viewers);
            sum += viewers - 1_000;
            squares += (viewers - 1_000.0) * (viewers - 1_000.0);
        }
        assertThat(sum / 400).isCloseTo(0, within(4 * Math.sqrt(1_000 / 400.0)));
        assertThat(squares / 400).isCloseTo(1_000, within(4 * 1_000 * Math.sqrt(2 / 400.0)));
        assertThat(spec(scenario, 7)).isEqualTo(spec(scenario, 7));
    }

    @Test
    void shouldReadATraceThatStandsNextToTheScenario() throws IOException {
        Files.writeString(
                folder.resolve("night.csv"), "time,who\n# a note\n12.5,a\n\n  1min ; b\n\"3\",c\r\n1.2E+02\n");
        Path file = write("a.yaml", arrivals("{trace: night.csv}"));
        Scenario scenario = ScenarioReader.read(file.toString());

        assertThat(scenario.audience().arrivals())
                .containsExactly(ArrivalDef.inOrder(4, new Law.Listed(new double[] {3, 12.5, 60, 120})));
        // The effective scenario has the times in it and needs no other file.
        assertThat(scenario.effectiveYaml()).contains("times: [12.5s").doesNotContain("night.csv");
        assertThat(ScenarioReader.readText("effective.yaml", scenario.effectiveYaml()))
                .isEqualTo(scenario);
        Path overlay = write("over.yaml", "audience: {viewers: !remove , arrivals: [{trace: night.csv}]}\n");
        Path base = write("base.yaml", SmallScenario.TEXT);
        assertThat(ScenarioReader.read(base.toString(), List.of(overlay), List.of())
                        .audience()
                        .viewers())
                .isEqualTo(4);
    }

    @Test
    void shouldSayWhichRowOfATraceIsWrong() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "1\nsoon\n8d\n");
        Path file = write("a.yaml", arrivals("{trace: bad.csv}"));
        assertThatThrownBy(() -> ScenarioReader.read(file.toString()))
                .hasMessageContaining("bad.csv:2:1  audience.arrivals.0.times.1: 'soon' is not a duration.")
                .hasMessageContaining("bad.csv:3:1  audience.arrivals.0.times.2: '8d' is out of range");
        Files.writeString(folder.resolve("names.csv"), "who\n" + "somebody\n".repeat(40_000));
        Path names = write("e.yaml", arrivals("{trace: names.csv}"));
        assertThatThrownBy(() -> ScenarioReader.read(names.toString()))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.problems()).hasSize(20));
        Path outside = write("b.yaml", arrivals("{trace: ../night.csv}"));
        assertThatThrownBy(() -> ScenarioReader.read(outside.toString()))
                .hasMessageContaining("lies outside the scenario's folder.");
        Path missing = write("c.yaml", arrivals("{trace: none.csv}"));
        assertThatThrownBy(() -> ScenarioReader.read(missing.toString()))
                .hasMessageContaining("There is no file 'none.csv' here.");
        Files.writeString(folder.resolve("long.csv"), "1\n".repeat(50_001));
        Path longer = write("d.yaml", arrivals("{trace: long.csv}"));
        assertThatThrownBy(() -> ScenarioReader.read(longer.toString()))
                .hasMessageContaining("long.csv:50001:1  More than 50,000 arrivals in traces.");
        assertThat(SmallScenario.problems(arrivals("{trace: night.csv}")))
                .singleElement()
                .asString()
                .contains("Only a scenario in a file has a trace");
    }

    /** Each line: a component, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {count: 5}                                | When do they come?
            {count: 5, at: 0s, exponential: 3s}       | One law, not at and exponential.
            {count: 5, share: 10%, at: 0s}            | One of these, not all: share, count.
            {count: 5M, at: 0s}                       | '5M' is out of range
            {rate: 8/s}                               | for: is missing.
            {rate: 8, for: 1h}                        | '8' has no unit.
            {rate: 10k/s, for: 1h}                    | These are 36,000,000 people; at most 4,000,000.
            {rate: 8/s, for: 1h, evenly: perhaps}     | 'perhaps' is not known here.
            {ramp: [0/s, 0/s], for: 1h}               | Nobody comes at a rate of 0/s.
            {ramp: 5/s, for: 1h}                      | This must be [rate at the beginning, rate at the end]
            {decay: 5/s}                              | mean: is missing.
            {decay: 5/s, mean: 1h, form: 3s}          | form: is no key here.
            {times: []}                               | Nobody comes.
            """)
    void shouldGiveOneMessage(String component, String message) {
        assertThat(SmallScenario.problems(arrivals(component)))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void shouldWantViewersForSharesOnly() {
        assertThat(SmallScenario.problems(SmallScenario.with("  viewers: 500\n", "")))
                .singleElement()
                .asString()
                .contains("audience.viewers: is missing.");
        assertThat(SmallScenario.problems(
                        arrivals("{count: 5, at: 0s}").replace("  arrivals:", "  viewers: 5\n  arrivals:")))
                .singleElement()
                .asString()
                .contains("Nobody is dealt: no component of the arrivals has a share.");
    }

    private static ModelSpec spec(Scenario scenario, int replication) {
        return ScenarioCompiler.compile(scenario, "cdn", replication);
    }

    private static String arrivals(String... components) {
        StringBuilder text = new StringBuilder("  arrivals:\n");
        for (String component : components) {
            text.append("    - ").append(component).append('\n');
        }
        return SmallScenario.with(SHARED, text.toString());
    }

    private static Scenario read(String text) {
        Scenario scenario = ScenarioReader.readText("small.yaml", text);
        assertThat(ScenarioReader.readText("effective.yaml", scenario.effectiveYaml()))
                .isEqualTo(scenario);
        return scenario;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

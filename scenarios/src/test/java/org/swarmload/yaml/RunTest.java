package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.yaml.SmallScenario.spoilt;
import static org.swarmload.yaml.SmallScenario.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;

/** When a run ends, what it leaves out, and services that limit sessions. */
class RunTest {
    private static final long MINUTE = 60_000_000;

    /** The model begins two minutes before the unlock. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until: 10min, warm-up: 10%   | 12    | 1.2 | 0
            until: 10min, warm-up: 90s   | 12    | 1.5 | 0
            until: "21:30"               | 32    | 0   | 0
            until: all-done              | 10082 | 0   | 1
            until: 95% done, warm-up: 2h | 10082 | 120 | 0.95
            """)
    void shouldEndAndWarmUp(String run, double endMinutes, double warmupMinutes, double done) {
        ModelSpec spec = spec(with("until: end", run.strip()));
        assertThat(spec.endMicros()).isEqualTo(Math.round(endMinutes * MINUTE));
        assertThat(spec.warmupMicros()).isEqualTo(Math.round(warmupMinutes * MINUTE));
        assertThat(spec.doneShare()).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until: end, warm-up: 10%     | A share of the time needs a time at which the run ends.
            until: 10min, warm-up: 10min | The run ends before its warm-up.
            until: 10min, warm-up: 100%  | out of range: from 0% to 99%.
            until: 0% done               | This is no share of the viewers.
            until: nearly done           | 'nearly done' is not known here.
            warm-up: 5                   | '5' has no unit.
            """)
    void shouldGiveOneMessage(String run, String message) {
        assertThat(spoilt("until: end", run)).singleElement().asString().contains(message);
    }

    @Test
    void shouldLimitSessions() {
        String login = "login: {capacity: 100/s, calls: 2, queue: 2000, timeout: 10s}";
        assertThat(spec(with(login, "login: {sessions: 30k}")).frontDoor().get(0))
                .isEqualTo(new ServiceSpec(
                        "login", Integer.MAX_VALUE, Law.constant(0), 1, Integer.MAX_VALUE, 0, 0, 30_000, 0));
        ServiceSpec both = spec(with(login, "login: {capacity: 100/s, sessions: 30k, queue: 50}"))
                .frontDoor()
                .get(0);
        assertThat(both.servers()).isEqualTo(1);
        assertThat(both.sessions()).isEqualTo(30_000);
        assertThat(both.queueLimit()).isEqualTo(50);
        assertThat(both.placeQueueLimit()).isEqualTo(50);
        ServiceSpec burst = spec(with(login, "login: {capacity: 100/s, sessions: 30k}"))
                .frontDoor()
                .get(0);
        assertThat(burst.queueLimit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(burst.placeQueueLimit()).isZero();
        assertThat(spoilt(login, "login: {calls: 2}"))
                .singleElement()
                .asString()
                .contains("How fast is it?");
    }

    @Test
    void shouldJudgeLevelsByMeanAndMax() {
        String objectives = "objectives: [\"start-failures < 0.5%\", \"startup-time.p95 < 4s\"]";
        Scenario scenario = ScenarioReader.readText(
                "small.yaml",
                with(
                        objectives,
                        "objectives: [\"front-door-queue.max < 2k\", \"retrying-viewers < 5\", \"attempt-rate < 90/s\"]"));
        assertThat(scenario.objectives().get(0).limit()).isEqualTo(2_000);
        assertThat(scenario.objectives().get(2).limit()).isEqualTo(90);
        assertThat(spoilt(objectives, "objectives: [front-door-queue.p95 < 2k]"))
                .singleElement()
                .asString()
                .contains("it has a mean over time and a max");
        assertThat(spoilt(objectives, "objectives: [mean-concurrent-viewers.max < 2k]"))
                .singleElement()
                .asString()
                .contains("is one number");
    }

    private static ModelSpec spec(String text) {
        Scenario scenario = ScenarioReader.readText("small.yaml", text);
        assertThat(ScenarioReader.readText("effective.yaml", scenario.effectiveYaml()))
                .isEqualTo(scenario);
        return ScenarioCompiler.compile(scenario, "cdn", 0);
    }
}

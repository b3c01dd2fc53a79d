package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.EventUse;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.RunNote;
import org.swarmload.yaml.ScenarioReader;

/** Premiere night's ladders: 0 login, 1 licence, 2 manifest, 3 origin, 4 edge east, 5 edge west. */
class WantingTest {
    private static final Scenario PREMIERE = ScenarioReader.read("premiere-night");
    private static final Objective START = PREMIERE.objectives().get(1);
    private static final Objective STALLS = PREMIERE.objectives().get(2);

    private static Set<Integer> wanting(Objective broken, Map<String, Double> busiest, CauseLine... causes) {
        RunNote night =
                new RunNote(0, true, 0, Map.of(), List.of(), new EventUse(List.of(), 0, 0), List.of(causes), busiest);
        return new Wanting(new Space(PREMIERE, "hybrid")).of(List.of(broken), List.of(night));
    }

    private static CauseLine exits(String cause, double viewers) {
        return new CauseLine(Harm.EXIT_BEFORE_START, cause, viewers);
    }

    private static CauseLine stalls(String cause, double seconds) {
        return new CauseLine(Harm.STALL_SECONDS, cause, seconds);
    }

    @Test
    void shouldNameServicesThatViewersLeftAtTheWorstFirst() {
        assertThat(wanting(
                        START,
                        Map.of("door:login", 1.0, "door:licence", 1.0, "door:manifest", 1.0),
                        exits("own-line", 300),
                        exits("login", 30),
                        exits("licence", 3),
                        exits("manifest", 90),
                        stalls("edge", 1e6)))
                .containsExactly(2, 0);
    }

    @Test
    void shouldLeaveOutWhatWasNeverFull() {
        assertThat(wanting(
                        STALLS,
                        Map.of("link:origin", 0.4, "link:edge:east", 0.8, "link:edge:west", 1.0, "door:login", 1.0),
                        exits("login", 30),
                        stalls("edge", 200),
                        stalls("fault", 1e5)))
                .containsExactly(5);
    }

    @Test
    void shouldNameWhatHarmIsChargedToWhereNothingWasFullAndWhatWasFullWhereNothingIsCharged() {
        assertThat(wanting(STALLS, Map.of(), stalls("edge", 200))).containsExactlyInAnyOrder(4, 5);
        assertThat(wanting(STALLS, Map.of("door:login", 1.0), stalls("own-line", 200)))
                .containsExactly(0);
    }
}

package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.yaml.ScenarioReader;

class BracketTest {
    /** It explains why no order holds, and says on what condition. */
    @Test
    void shouldSayOnWhatConditionUplinksBoundTheOffload() {
        assertThat(against("premiere-night-tvs", "hybrid", "objectives=[offload > 60%]"))
                .singleElement()
                .satisfies(bound -> assertThat(bound.assumption()).contains(", if "));
        assertThat(against("premiere-night-tvs", "hybrid", "objectives=[offload > 10%]"))
                .isEmpty();
    }

    @Test
    void shouldNameWhatALimitForbids() {
        assertThat(against(
                        "premiere-night-tvs",
                        "hybrid",
                        "audience.viewers=2",
                        "audience.access={line: {share: 100%, down: 1Gbps, up: 1Gbps, rtt: 0s}}",
                        "audience.devices=!remove",
                        "deliveries.hybrid.swarm.upload-cap=!remove",
                        "objectives=[offload > 60%]"))
                .extracting(Bound::metric)
                .containsExactly("offload");
    }

    private static List<Bound> against(String name, String delivery, String... sets) {
        Scenario scenario = ScenarioReader.read(name, List.of(), List.of(sets));
        return Bracket.against(scenario, delivery);
    }
}

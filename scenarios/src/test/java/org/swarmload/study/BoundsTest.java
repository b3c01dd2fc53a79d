package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.ScenarioReader;

class BoundsTest {
    @Test
    void shouldGroupTheDigitsOfViewers() {
        assertThat(Bounds.of(premiere(), "cdn", Map.of()).get(1).assumption())
                .matches("[0-9]{2},[0-9]{3} viewers at once .*");
    }

    @Test
    void shouldLeaveOutACapacityThatIsAmple() {
        Scenario ample = premiere("deliveries.cdn.edges.east.capacity=400Gbps");

        assertThat(Bounds.of(premiere(), "cdn", Map.of()))
                .extracting(StudyResult.Bound::metric)
                .contains("edge-bps.peak10s");
        assertThat(Bounds.of(ample, "cdn", Map.of()))
                .extracting(StudyResult.Bound::metric)
                .doesNotContain("edge-bps.peak10s");
    }

    @Test
    void shouldLetPeopleWhoWaitPressWhenTheyNoticeTheUnlock() {
        // All wait, watch for a minute and notice within two: half of them are there at once, not all.
        Scenario waiting = premiere(
                "audience.arrivals=[{share: 100%, uniform: [-15min, -1min]}]",
                "audience.notice={uniform: [0s, 120s]}", "audience.stay=60s");

        assertThat(Bounds.of(waiting, "cdn", Map.of()).get(0).value()).isCloseTo(10_000, within(30.0));
    }

    private static Scenario premiere(String... sets) {
        return ScenarioReader.read("premiere-night", List.of(), List.of(sets));
    }

    @Test
    void shouldBoundTheOffloadOfThePictureThatIsWatched() {
        double wanted = offload(Map.of());
        double watched =
                offload(Map.of("mean-bitrate", new StudyResult.MetricValue(1e6, null, null, null, null, null)));

        assertThat(wanted).isLessThan(0.4);
        assertThat(watched).isGreaterThan(2 * wanted).isLessThanOrEqualTo(1);
    }

    private static double offload(Map<String, StudyResult.MetricValue> metrics) {
        Scenario tvs = ScenarioReader.read("premiere-night-tvs", List.of(), List.of());
        return Bounds.of(tvs, "hybrid", metrics).stream()
                .filter(bound -> bound.metric().equals("offload"))
                .findFirst()
                .orElseThrow()
                .value();
    }
}

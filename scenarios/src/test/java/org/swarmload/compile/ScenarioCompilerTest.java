package org.swarmload.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.yaml.ScenarioReader;

class ScenarioCompilerTest {
    private static final long MINUTE = 60_000_000L;

    private final Scenario scenario = ScenarioReader.read("premiere-night");

    @Test
    void shouldGiveEveryDeliveryTheSameAudienceAndDoor() {
        ModelSpec first = ScenarioCompiler.compile(scenario, "client-server", 2);
        for (String delivery : scenario.deliveries().keySet()) {
            ModelSpec spec = ScenarioCompiler.compile(scenario, delivery, 2);
            assertThat(spec.audience()).isEqualTo(first.audience());
            assertThat(spec.frontDoor()).isEqualTo(first.frontDoor());
            assertThat(spec.replication()).isEqualTo(2);
            assertThat(spec.deliveryName()).isEqualTo(delivery);
        }
    }

    @Test
    void shouldStartTheModelAtTheEarliestArrival() {
        ModelClock clock = scenario.clock();

        assertThat(clock.unlockMicros()).isEqualTo(15 * MINUTE);
        assertThat(clock.at(0)).isEqualTo(LocalTime.of(20, 45));
        assertThat(clock.minutes(18 * MINUTE)).isEqualTo("21:03");
        assertThat(clock.seconds(18 * MINUTE + 30_000_000)).isEqualTo("21:03:30");
        assertThat(clock.minutes(15 * MINUTE + 4 * 60 * MINUTE)).isEqualTo("01:00");
    }

    @Test
    void shouldEndTheModelAfterTheLastSession() {
        // Exponential arrivals of mean 25 min for 6,000 viewers: fewer than 0.1 of them after 25 min x ln 60,000 = 275
        // min.
        double latest = 25 * Math.log(60_000);
        double expected = 15 + latest + 59 * 1.5 + 6 + 30;

        assertThat(scenario.clock().endMicros() / (double) MINUTE).isBetween(expected, expected + 1);
    }

    @Test
    void shouldEndTheModelWhenTheScenarioSaysSo() {
        Scenario shorter = ScenarioReader.read("premiere-night", List.of(), List.of("run.until=\"22:30\""));

        assertThat(shorter.clock().minutes(shorter.clock().endMicros())).isEqualTo("22:30");
    }

    @Test
    void shouldPutFaultsOnTheModelsClock() {
        assertThat(scenario.faultsOf("p2p"))
                .containsExactly(new FaultSpec(55 * MINUTE, 6 * MINUTE, FaultSpec.Target.CENTRAL, ""));
    }

    @Test
    void shouldLeaveOutFaultsOfWhatADeliveryLacks() {
        Scenario edges = ScenarioReader.read(
                "premiere-night",
                List.of(),
                List.of("faults=[{at: 5min, target: edge east, for: 60s}, {at: \"20:59\", target: seeds, for: 1min}]"));

        assertThat(edges.faultsOf("client-server")).isEmpty();
        assertThat(edges.faultsOf("cdn"))
                .containsExactly(new FaultSpec(20 * MINUTE, MINUTE, FaultSpec.Target.EDGE, "east"));
        assertThat(edges.faultsOf("p2p"))
                .containsExactly(new FaultSpec(14 * MINUTE, MINUTE, FaultSpec.Target.SEEDS, ""));
    }

    @Test
    void shouldResolveNamesToIndexes() {
        ModelSpec cdn = ScenarioCompiler.compile(scenario, "cdn", 0);

        assertThat(cdn.delivery().edges().get(1).regions()).containsExactly(1);
        assertThat(cdn.audience().devices().get(2).topRendition()).isEqualTo(1);
        assertThat(cdn.audience().devices().get(0).topRendition()).isEqualTo(2);
        assertThat(cdn.audience().staySeconds().mean()).isEqualTo(59 * 60);
    }

    @Test
    void shouldBePure() {
        assertThat(ScenarioCompiler.compile(ScenarioReader.read("premiere-night"), "hybrid", 1))
                .isEqualTo(ScenarioCompiler.compile(scenario, "hybrid", 1));
    }

    @Test
    void shouldNameTheDeliveriesThereAre() {
        assertThatThrownBy(() -> ScenarioCompiler.compile(scenario, "fax", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No delivery 'fax'; there are client-server, cdn, p2p, hybrid.");
    }
}

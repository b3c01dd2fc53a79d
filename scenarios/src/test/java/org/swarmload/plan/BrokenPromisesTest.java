package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.yaml.ScenarioReader;

/** Nights that end when a promise is broken for good. */
class BrokenPromisesTest {
    private static final String SMALL =
            Path.of("src", "test", "resources", "small-plan.yaml").toString();

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static Probes probes(Space space) {
        return new Probes(space, new EngineSimulation(engine, 2, StudyListener.none(), what -> {}), 1, 0);
    }

    /** Every order, to the end of its first night and not: the same hold. */
    private static int ended(String promise) {
        Scenario scenario = ScenarioReader.read(SMALL, List.of(), List.of("objectives=[" + promise + "]"));
        Space space = new Space(scenario, "cdn");
        List<Order> all = new ArrayList<>();
        for (int i = 0; i < 216; i++) {
            all.add(Order.of(i / 36, i / 6 % 6, i % 6));
        }
        Probes whole = probes(space);
        Probes early = probes(space);
        whole.upTo(all, 1);
        early.simulate(all, 1);
        int ended = 0;
        for (Order order : all) {
            Verdict verdict = verdict(space, order, whole);
            assertThat(verdict(space, order, early))
                    .as("order " + order.steps())
                    .isEqualTo(verdict);
            RunNote night = early.nights(order).get(0);
            assertThat(whole.nights(order).get(0).whole()).isTrue();
            if (night.whole()) {
                assertThat(night).isEqualTo(whole.nights(order).get(0));
            } else {
                ended++;
                assertThat(verdict).isEqualTo(Verdict.MISSED);
                assertThat(order).isNotEqualTo(space.largest());
            }
        }
        return ended;
    }

    private static Verdict verdict(Space space, Order order, Probes probes) {
        return Judged.of(space.scenario(order), probes.nights(order)).whole();
    }

    @Test
    void shouldEndWhenTooManyStartedTooLate() {
        assertThat(ended("startup-time.p95 < 12s")).isGreaterThan(20);
        assertThat(ended("startup-time.p50 <= 6s")).isGreaterThan(20);
    }

    @Test
    void shouldEndWhenTooMuchHasStalled() {
        assertThat(ended("rebuffering-ratio < 3%")).isGreaterThan(20);
    }

    /** How many leave, or how much is played at least, is known at the end only. */
    @Test
    void shouldSeeANightToItsEndWhereOnlyTheEndTells() {
        assertThat(ended("start-failures < 1%")).isZero();
    }

    /** A night that ended tells nothing of the mean of many: it is simulated again. */
    @Test
    void shouldSimulateANightToItsEndWhenThatIsAskedFor() {
        Scenario scenario = ScenarioReader.read(SMALL, List.of(), List.of("objectives=[startup-time.p95 < 3s]"));
        Space space = new Space(scenario, "cdn");
        Probes probes = probes(space);
        probes.simulate(List.of(space.smallest()), 1);
        assertThat(probes.nights(space.smallest()).get(0).whole()).isFalse();
        probes.simulate(List.of(space.smallest()), 5);
        assertThat(probes.nights(space.smallest())).hasSize(5).allMatch(RunNote::whole);
    }
}

package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.cell.MemoryEstimate;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.yaml.ScenarioReader;

/** The memory that is foreseen, beside the memory that runs hold. */
class MemoryPlanTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static Scenario scenario(String name, String... sets) {
        return ScenarioReader.read(name, List.of(), List.of(sets));
    }

    /** Short titles, since what a crowd holds when it comes does not depend on how long it stays. */
    @ParameterizedTest
    @CsvSource({
        "premiere-night, client-server, 2000, content.length=10min",
        "premiere-night, cdn, 2000, content.length=10min",
        "premiere-night, p2p, 2000, content.length=10min",
        "premiere-night, hybrid, 2000, content.length=10min",
        "million-viewers, hybrid, 2000, content.length=10min",
        "premiere-night, cdn, 20000, content.length=2min",
        "premiere-night, hybrid, 20000, content.length=2min",
        "million-viewers, hybrid, 20000, content.length=2min",
        "swarm-2999, swarm, 2000, run.until=all-done",
        "swarm-2999, swarm, 20000, content.size=3968kB"
    })
    void shouldForeseeTheStateOfARun(String name, String delivery, int viewers, String set) {
        ModelSpec spec = ScenarioCompiler.compile(scenario(name, "audience.viewers=" + viewers, set), delivery, 0);
        MemoryEstimate estimate = MemoryEstimate.of(spec);
        RunResult run = engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();

        double ratio = (double) estimate.stateBytes() / run.engine().stateBytes();
        assertThat(estimate.viewers()).isEqualTo(run.engine().viewers());
        assertThat(estimate.cells()).isEqualTo(run.engine().cells());
        assertThat(ratio).as("foreseen / held: %s", estimate).isBetween(0.9, 1.25);
    }

    @Test
    void shouldGrowWithTheAudience() {
        long hundred = MemoryPlan.of(scenario("million-viewers", "audience.viewers=100k"), List.of("hybrid"), 2)
                .bytes();
        MemoryPlan million = MemoryPlan.of(scenario("million-viewers"), List.of("hybrid"), 2);

        assertThat((double) million.runningBytes() / million.atOnce()).isBetween(5.0 * hundred, 10.0 * hundred);
        assertThat(million.fits(3L << 30)).as("the goal for a million viewers").isTrue();
        assertThat(million.fits(200_000_000)).isFalse();
        assertThat(million.shareThatFits(million.bytes())).isEqualTo(1);
        assertThat(million.shareThatFits(0)).isZero();
    }

    @Test
    void shouldCountWhatRunsSideBySide() {
        Scenario night = scenario("premiere-night", "audience.viewers=5k", "run.replications=3");
        List<String> all = List.copyOf(night.deliveries().keySet());
        MemoryPlan one = MemoryPlan.of(night, all, 1);
        MemoryPlan three = MemoryPlan.of(night, all, 3);
        MemoryPlan many = MemoryPlan.of(night, all, 100);

        assertThat(one.atOnce()).isEqualTo(1);
        assertThat(three.atOnce()).isEqualTo(3);
        assertThat(many.atOnce()).as("all runs there are").isEqualTo(12);
        assertThat(one.largest().delivery()).isEqualTo("hybrid");
        assertThat(three.runningBytes()).isBetween(2 * one.runningBytes(), 3 * one.runningBytes());
        assertThat(many.keptBytes()).isEqualTo(one.keptBytes());
    }

    @Test
    void shouldCountTheListOfViewers() {
        MemoryPlan without = MemoryPlan.of(scenario("premiere-night"), List.of("cdn"), 1);
        MemoryPlan with = MemoryPlan.of(scenario("premiere-night", "run.list-viewers=true"), List.of("cdn"), 1);

        assertThat(with.keptBytes() - without.keptBytes()).isGreaterThan(20_000 * 8 * 7);
    }

    @Test
    void shouldForeseeNothingOfNobody() {
        MemoryPlan plan = MemoryPlan.of(scenario("premiere-night"), List.of(), 2);

        assertThat(plan.largest()).isNull();
        assertThat(plan.runningBytes()).isZero();
        assertThat(plan.fits(plan.bytes())).isTrue();
    }
}

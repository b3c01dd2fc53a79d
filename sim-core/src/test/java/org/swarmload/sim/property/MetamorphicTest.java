package org.swarmload.sim.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** Two models of which it is known how their results compare, though nobody knows the results themselves. */
class MetamorphicTest {
    private static final int SEEDS = 10;
    private static final double[] STAGGERED = {0, 0, 0.5, 1, 1, 2, 3, 3.25, 4, 4, 7, 9};

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(ModelSpec spec) {
        return Simple.run(engine, spec);
    }

    private static double mean(LongToDoubleFunction ofSeed) {
        return LongStream.rangeClosed(1, SEEDS).mapToDouble(ofSeed).average().orElse(Double.NaN);
    }

    private static ModelSpec swarm(long seed, double factor) {
        ModelSpec spec = Simple.fromSwarm(
                4_000_000, 100_000, Simple.atOnce(30), (long) (factor * 4_000_000), 20e6, factor * 1e6, 4);
        return Edit.with(
                Edit.with(spec, "seed", seed), "delivery.swarm.trading.discipline", DeliverySpec.Discipline.SHARED);
    }

    /** A pool of two servers is one server of twice the size, digit for digit. */
    @Test
    void shouldNotMatterWhetherAServerIsSplitInTwo() {
        int compared = 0;
        for (long seed = 1; seed <= 150; seed++) {
            ModelSpec spec = RandomScenario.of(seed);
            if (spec.delivery().origin() != null) {
                DeliverySpec.Server origin = Edit.with(spec.delivery().origin(), "servers", 2);
                DeliverySpec.Server whole = Edit.with(
                        Edit.with(
                                Edit.with(Edit.with(origin, "servers", 1), "uplinkBps", 2 * origin.uplinkBps()),
                                "connections",
                                2 * origin.connections()),
                        "queue",
                        2 * origin.queue());
                RunResult split = run(Edit.with(spec, "delivery.origin", origin));
                assertThat(run(Edit.with(spec, "delivery.origin", whole)).digest())
                        .as("seed %d", seed)
                        .isEqualTo(split.digest());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    private static ModelSpec classes(ModelSpec spec, boolean slowFirst) {
        Access slow = new Access("slow", 0.5, 6, Law.constant(3e6), Law.constant(1e6), Law.constant(0), true);
        Access fast = new Access("fast", 0.5, 6, Law.constant(30e6), Law.constant(5e6), Law.constant(0), true);
        return Edit.with(spec, "audience.access", slowFirst ? List.of(slow, fast) : List.of(fast, slow));
    }

    /** Who has which number is nothing to a server: everybody comes at once, and the classes change places. */
    @Test
    void shouldNotMatterWhoIsWho() {
        for (ModelSpec spec : List.of(
                Simple.fromOrigin(3_000_000, 500_000, Simple.atOnce(12), 25_000_000, 1e6),
                Simple.watched(Simple.atOnce(12), 2_000_000, 21_000_000, 1e6, 1e6))) {
            RunResult one = run(classes(spec, true));
            RunResult other = run(classes(spec, false));
            assertThat(other.completionSeconds().quantiles())
                    .containsExactly(one.completionSeconds().quantiles(), within(3e-6));
            assertThat(other.startupSeconds().quantiles())
                    .containsExactly(one.startupSeconds().quantiles(), within(3e-6));
            assertThat(other.traffic().originBytes()).isEqualTo(one.traffic().originBytes());
        }
        double renamed = mean(seed -> run(mixed(seed, true)).completionSeconds().mean());
        double named = mean(seed -> run(mixed(seed, false)).completionSeconds().mean());
        assertThat(renamed).isCloseTo(named, within(0.03 * named));
    }

    private static ModelSpec mixed(long seed, boolean slowFirst) {
        ModelSpec spec = Simple.fromSwarm(2_000_000, 50_000, Simple.atOnce(12), 3_000_000, 1e6, 1e6, 4);
        return Edit.with(classes(spec, slowFirst), "seed", seed);
    }

    /** People who have everything, want nothing and lend nothing. */
    @Test
    void shouldNotMatterWhetherUselessPeersAreThere() {
        double without = mean(seed -> run(swarm(seed, 1)).completionSeconds().max());
        double with = mean(
                seed -> run(withUseless(swarm(seed, 1))).completionSeconds().max());
        assertThat(with).isCloseTo(without, within(0.03 * without));
    }

    private static ModelSpec withUseless(ModelSpec spec) {
        AudienceSpec audience = spec.audience();
        Access line = audience.access().get(0);
        Access mute = new Access("mute", 0, line.downBps(), line.upBps(), line.rttSeconds(), false);
        Initial useless = new Initial(20, AudienceSpec.Holding.ALL, 0, 0, 1, null);
        ModelSpec more = Edit.with(spec, "audience.access", List.of(line, mute));
        more = Edit.with(more, "audience.initial", List.of(useless));
        return Edit.with(more, "audience.viewers", audience.viewers() + 20);
    }

    /** Who has finished serves on: the first one hands the file over when the seed is gone for ever. */
    @Test
    void shouldServeAfterCompletion() {
        ModelSpec spec = Simple.fromSwarm(1_000_000, 100_000, new double[] {0, 60}, 8_000_000, 50e6, 8e6, 4);
        spec = Edit.with(
                spec, "faults", List.of(new FaultSpec(30_000_000, 10_000_000_000L, FaultSpec.Target.SEEDS, "")));
        RunResult result = run(Edit.with(spec, "endMicros", 120_000_000L));
        assertThat(result.completionSeconds().count()).isEqualTo(2);
        assertThat(result.traffic().usefulPeerBytes()).isEqualTo(1_000_000);
    }

    /** Titles that share nothing scarce: as one title from an ample origin; and two swarms are as two runs. */
    @Test
    void shouldNotMatterWhetherTitlesAreTogether() {
        ContentSpec.Titles three = new ContentSpec.Titles(3, 0.5);
        for (ModelSpec spec : List.of(
                Simple.fromOrigin(3_000_000, 500_000, STAGGERED, 1_000_000_000L, 4e6),
                Simple.watched(STAGGERED, 2_000_000, 1_000_000_000L, 4e6, 1e6))) {
            RunResult apart = run(spec);
            RunResult together = run(Edit.with(spec, "content.titles", three));
            assertThat(together.completionSeconds()).usingRecursiveComparison().isEqualTo(apart.completionSeconds());
            assertThat(together.startupSeconds()).usingRecursiveComparison().isEqualTo(apart.startupSeconds());
            assertThat(together.traffic()).isEqualTo(apart.traffic());
        }
        double together = mean(seed -> run(viewing(seed, 40, 2)).traffic().offload());
        double apart = mean(seed -> (run(viewing(seed, 20, 1)).traffic().offload()
                        + run(viewing(seed + SEEDS, 20, 1)).traffic().offload())
                / 2);
        assertThat(apart).isGreaterThan(0.2);
        assertThat(together).isCloseTo(apart, within(0.04));
    }

    private static ModelSpec viewing(long seed, int viewers, int titles) {
        double[] arrivals = new double[viewers];
        for (int i = 0; i < viewers; i++) {
            arrivals[i] = 0.5 * i * 40 / viewers;
        }
        ModelSpec spec = Simple.watched(arrivals, 1_000_000, 1_000_000_000L, 20e6, 3e6);
        Swarm swarm = Given.swarm(DeliverySpec.Policy.GENERIC, "window", 30, 0, 1, 4, 4, 0);
        spec = Edit.with(Edit.with(spec, "delivery.swarm", swarm), "seed", seed);
        return Edit.with(spec, "content.titles", new ContentSpec.Titles(titles, 0));
    }

    /** More capacity is never worse: exactly at a server, beyond noise in a swarm. */
    @Test
    void shouldNotBeWorseWithMoreCapacity() {
        double before = Double.MAX_VALUE;
        for (long bps = 2_000_000; bps <= 64_000_000; bps *= 2) {
            ModelSpec spec = Simple.fromOrigin(1_000_000, 1_000_000, STAGGERED, bps, 8e6);
            double mean = run(spec).completionSeconds().mean();
            assertThat(mean).isLessThanOrEqualTo(before);
            before = mean;
        }
        List<Double> swarms = new ArrayList<>();
        List<double[]> stalls = new ArrayList<>();
        for (double factor : new double[] {0.5, 0.75, 1, 1.5, 2}) {
            swarms.add(mean(seed -> run(swarm(seed, factor)).completionSeconds().mean()));
            stalls.add(LongStream.rangeClosed(1, SEEDS)
                    .mapToDouble(seed -> run(crowd(seed, factor)).outcomes().stalledSeconds())
                    .toArray());
        }
        for (int i = 1; i < swarms.size(); i++) {
            assertThat(swarms.get(i)).isLessThan(1.02 * swarms.get(i - 1));
            checkNotMore(stalls.get(i), stalls.get(i - 1));
        }
    }

    /** On the same seeds, the mean difference is not above three standard errors of it. */
    private static void checkNotMore(double[] with, double[] without) {
        double[] more = new double[with.length];
        Arrays.setAll(more, k -> with[k] - without[k]);
        double mean = Arrays.stream(more).average().orElseThrow();
        double squares = Arrays.stream(more).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(mean).isLessThanOrEqualTo(3 * Math.sqrt(squares / (more.length - 1) / more.length));
    }

    private static ModelSpec crowd(long seed, double factor) {
        ModelSpec spec = viewing(seed, 30, 1);
        return Edit.with(spec, "delivery.origin.uplinkBps", (long) (factor * 5_000_000));
    }
}

package org.swarmload.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.server.ServerFixture.SECOND;
import static org.swarmload.sim.server.ServerFixture.cache;
import static org.swarmload.sim.server.ServerFixture.cdn;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Traffic;

/** Caches that are too small for all they are asked for, through the real engine. */
class CacheSizeTest {
    private static final long AMPLE = ServerFixture.AMPLE_BPS;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(ServerFixture fixture) {
        return engine.run(fixture.spec(), (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    private static double missRatio(RunResult result) {
        return (double) result.traffic().cacheFills() / result.traffic().cacheRequests();
    }

    /**
     * Room for two of four pieces of about the same size that are asked for independently: a piece is held if it is one of
     * the last two asked for, so it is with probability p_i + sum over j of p_j p_i / (1 - p_j) (King 1971).
     */
    @Test
    void shouldKeepTheLastUsed() {
        double[] p = {0.4, 0.3, 0.2, 0.1};
        ServerFixture fixture = new ServerFixture().poisson(30_000, 10);
        fixture.renditionBps = new long[] {1_000_000, 1_000_008, 1_000_016, 1_000_024};
        fixture.shares = p;
        fixture.roundMicros = 10 * SECOND;
        CacheSpec cache = new CacheSpec(1_000_000 * SECOND, 1_100_000, true, 0, AMPLE);
        Server server = new Server("edge", 1, AMPLE, 0, 0, 0, Admission.RESERVED, Law.constant(0), BackgroundSpec.NONE);
        fixture.delivery =
                Given.delivery(ServerFixture.origin(AMPLE), List.of(new Edge(server, List.of(0), cache)), null, null);

        double held = 0;
        for (int i = 0; i < p.length; i++) {
            double among = p[i];
            for (int j = 0; j < p.length; j++) {
                among += j == i ? 0 : p[j] * p[i] / (1 - p[j]);
            }
            held += p[i] * among;
        }
        assertThat(missRatio(run(fixture))).isCloseTo(1 - held, within(0.01));
    }

    /**
     * A piece in two renditions, of which the better one is larger than the cache, or than the part of it that a cell
     * keeps: it is fetched over and over, and the other one stays.
     */
    @ParameterizedTest
    @CsvSource({"1, true", "4, true", "4, false"})
    void shouldServeAndNotKeepWhatIsTooLarge(int cells, boolean collapse) {
        long small = 500_000;
        long large = 4 * small;
        ServerFixture fixture = new ServerFixture().poisson(400, 2);
        fixture.renditionBps = new long[] {1_000_000, 4_000_000};
        fixture.shares = new double[] {0.5, 0.5};
        fixture.cells = cells;
        long fitsInAPart = cells * (small + 1);
        CacheSpec cache = new CacheSpec(1_000_000 * SECOND, fitsInAPart, collapse, 1, AMPLE);
        Server server = new Server("edge", 1, AMPLE, 0, 0, 0, Admission.RESERVED, Law.constant(0), BackgroundSpec.NONE);
        fixture.delivery =
                Given.delivery(ServerFixture.origin(AMPLE), List.of(new Edge(server, List.of(0), cache)), null, null);

        Traffic t = run(fixture).traffic();

        long fillsOfLarge = (t.originFillBytes() - t.cacheFills() * small) / (large - small);
        long fillsOfSmall = t.cacheFills() - fillsOfLarge;
        assertThat(t.edgeBytes()).isEqualTo(t.deliveredBytes());
        assertThat(fillsOfLarge).isBetween(150L, 250L);
        assertThat(fillsOfSmall).isBetween(1L, collapse ? 1L : cells);
    }

    /** The parts of a cache that several cells keep miss about as often as the whole in one. */
    @Test
    void shouldKeepAboutTheSameInSeveralCells() {
        ServerFixture fixture = new ServerFixture().poisson(200, 0.06);
        fixture.lengthSeconds = 400;
        fixture.delivery = cdn(new CacheSpec(100_000 * SECOND, 60 * 500_000L, true, 10_000, AMPLE));
        double one = missRatio(run(fixture));
        fixture.cells = 4;
        double four = missRatio(run(fixture));

        assertThat(one).isBetween(0.05, 0.95);
        assertThat(four).isCloseTo(one, within(0.1 * one));
    }

    /** Viewers who walk through a title one after the other: the piece is gone before the next one comes. */
    @ParameterizedTest
    @CsvSource({"40, 1", "4, 0.5"})
    void shouldLoseToAScanWhatIsNotUsedInTime(int gapSeconds, double expected) {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 2;
        fixture.lengthSeconds = 400;
        fixture.aheadSeconds = 4;
        fixture.delivery = cdn(new CacheSpec(100_000 * SECOND, 5 * 500_000L, true, 0, AMPLE));
        double half = 0.5;
        fixture.arrivalSeconds = new Law.Choice(new double[] {0, gapSeconds}, new double[] {half, half});
        while (pressesAtOnce(fixture)) {
            fixture.seed++;
        }
        assertThat(missRatio(run(fixture))).isEqualTo(expected);
    }

    private static boolean pressesAtOnce(ServerFixture fixture) {
        Audience audience = new Audience(fixture.spec());
        return audience.pressMicros(0) == audience.pressMicros(1);
    }
}

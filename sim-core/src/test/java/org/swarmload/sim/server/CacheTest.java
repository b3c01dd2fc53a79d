package org.swarmload.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.server.ServerFixture.SECOND;
import static org.swarmload.sim.server.ServerFixture.cache;
import static org.swarmload.sim.server.ServerFixture.cdn;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Traffic;

/** What edges miss, through the real engine, against formulas of renewal theory. */
class CacheTest {
    private static final long AMPLE = ServerFixture.AMPLE_BPS;

    private static SimulationEngine engine;

    @BeforeAll
    static void startEngine() {
        engine = SimulationEngine.start(2);
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    private static RunResult run(ServerFixture fixture) {
        return engine.run(fixture.spec(), (s, now, end, present) -> {})
                .toCompletableFuture()
                .join();
    }

    private static double missRatio(RunResult result) {
        return (double) result.traffic().cacheFills() / result.traffic().cacheRequests();
    }

    /** One piece is asked for as a Poisson process: a fill, then TTL and fill time without one, then the next request. */
    @ParameterizedTest
    @CsvSource({"50, 6, 0, 120000", "0.1, 10, 0, 8000", "2, 10, 0.5, 40000"})
    void shouldMissOnceInEachTimeToLive(double perSecond, double ttl, double fill, int viewers) {
        ServerFixture fixture = new ServerFixture().poisson(viewers, perSecond);
        fixture.delivery = cdn(cache(ttl, fill));
        fixture.roundMicros = 10 * SECOND;

        RunResult result = run(fixture);

        double expected = 1 / (1 + perSecond * (ttl + fill));
        assertThat(result.traffic().cacheRequests()).isEqualTo(viewers);
        assertThat(missRatio(result)).isCloseTo(expected, within(0.03 * expected));
        assertThat(result.traffic().originFillBytes())
                .isEqualTo(result.traffic().cacheFills() * 500_000);
    }

    /** Others wait for the one fill, or each fetches for itself until the first is there. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, 20"})
    void shouldCollapseRequestsOnlyWhereToldTo(boolean collapse, int fills) {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 20;
        CacheSpec cache = cache(1_000, 0.5);
        fixture.delivery = cdn(new CacheSpec(
                cache.ttlMicros(), cache.sizeBytes(), collapse, cache.fillRttMicros(), cache.fillRateBps()));

        RunResult result = run(fixture);

        assertThat(result.traffic().cacheFills()).isEqualTo(fills);
        assertThat(result.traffic().originBytes()).isEqualTo(fills * 500_000L);
        assertThat(result.traffic().edgeBytes()).isEqualTo(20 * 500_000L);
        assertThat(result.startupSeconds().max()).isCloseTo(0.5, within(0.01));
    }

    /** Without collapsing a fill keeps the piece from its end; those who come while it is under way miss too. */
    @Test
    void shouldMissAllTheTimeOfAFillWithoutCollapsing() {
        ServerFixture fixture = new ServerFixture().poisson(20_000, 4);
        CacheSpec cache = cache(10, 0.5);
        fixture.delivery =
                cdn(new CacheSpec(cache.ttlMicros(), cache.sizeBytes(), false, cache.fillRttMicros(), AMPLE));
        fixture.roundMicros = 10 * SECOND;

        // The last of 1 + 4 * 0.5 fetches on average comes later than the first: the time to live begins anew.
        assertThat(missRatio(run(fixture))).isCloseTo(3 / (1 + 4 * 10.75), within(0.006));
    }

    @Test
    void shouldKeepNothingWithATimeToLiveOfNothing() {
        ServerFixture fixture = new ServerFixture().poisson(500, 1);
        fixture.delivery = cdn(cache(0, 0));
        Traffic traffic = run(fixture).traffic();

        assertThat(traffic.cacheFills()).isEqualTo(500);
        assertThat(traffic.originBytes()).isEqualTo(traffic.edgeBytes());
    }

    /** Several cells fetch a piece once, and miss about as often as one; where each fetches, others hear of it late. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void shouldMissAlikeInSeveralCells(boolean collapse) {
        ServerFixture fixture = new ServerFixture().poisson(6_000, 20);
        CacheSpec cache = new CacheSpec(6 * SECOND, CacheSpec.UNLIMITED, collapse, 100_000, AMPLE);
        fixture.delivery = cdn(cache);
        double one = missRatio(run(fixture));
        fixture.cells = 5;
        double five = missRatio(run(fixture));

        assertThat(five).isCloseTo(one, within(collapse ? 0.05 * one : 0.5 * one));
    }
}

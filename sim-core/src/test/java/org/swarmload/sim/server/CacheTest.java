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
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.sim.result.RunResult.Traffic;

/** What edges miss, through the real engine, against formulas of renewal theory. */
class CacheTest {
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

    /** Rounds of ten seconds: whose cell does not fetch the piece gets it as soon as if it did. */
    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "1, 0.2", "4, 0.2"})
    void shouldNotWaitForTheCellThatFetches(int cells, double shieldFill) {
        ServerFixture fixture = new ServerFixture().poisson(2_000, 100);
        fixture.cells = cells;
        fixture.roundMicros = 10 * SECOND;
        Edge edge = ServerFixture.edge("edge", 0, cache(3, 0.5));
        var shield = new DeliverySpec.Shield(Given.server("shield", 1, AMPLE, 0, 0, 0), cache(3, shieldFill));
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(AMPLE), shieldFill == 0 ? null : shield, List.of(edge), null, null);

        RunResult result = run(fixture);

        assertThat(result.startupSeconds().max()).isCloseTo(0.5 + shieldFill, within(0.01));
        assertThat(result.startupSeconds().quantile(0.5)).isLessThan(0.01);
    }

    /** An origin of 1 Mbps needs four seconds for a piece. What it grants cells that fetch nothing, it keeps from the one that does. */
    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "16, false", "4, true"})
    void shouldGiveAlmostAllOfANarrowOriginToTheOnlyFill(int cells, boolean shielded) {
        ServerFixture fixture = new ServerFixture().poisson(400, 10);
        fixture.lengthSeconds = 40;
        fixture.cells = cells;
        fixture.roundMicros = SECOND;
        CacheSpec cache = new CacheSpec(1_000 * SECOND, CacheSpec.UNLIMITED, true, 0, AMPLE);
        var shield = new DeliverySpec.Shield(Given.server("shield", 1, AMPLE, 0, 0, 0), cache);
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(1_000_000),
                shielded ? shield : null,
                List.of(ServerFixture.edge("edge", 0, cache)),
                null,
                null);

        RunResult result = run(fixture);

        assertThat(result.traffic().originBytes()).isEqualTo(10 * 500_000L);
        // The fetch begins a round late, and others are told of its end a round later.
        assertThat(result.startupSeconds().max()).isBetween(4.0, 6.1);
        assertThat(result.startupSeconds().quantile(0.5)).isLessThan(0.01);
    }

    /** What nobody can send is not expected: here an origin without any rate, behind a shield. */
    @ParameterizedTest
    @CsvSource({"1", "4"})
    void shouldExpectNothingFromAnOriginThatSendsNothing(int cells) {
        ServerFixture fixture = new ServerFixture().poisson(100, 100);
        fixture.cells = cells;
        fixture.endSeconds = 60;
        CacheSpec cache = new CacheSpec(1_000 * SECOND, CacheSpec.UNLIMITED, true, 0, AMPLE);
        var shield = new DeliverySpec.Shield(Given.server("shield", 1, AMPLE, 0, 0, 0), cache);
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(1), shield, List.of(ServerFixture.edge("edge", 0, cache)), null, null);

        RunResult result = run(fixture);

        assertThat(result.outcomes().started()).isZero();
        assertThat(result.traffic().edgeBytes()).isZero();
    }

    /** Nobody is served what no tier could have sent, whichever cell it is that fetches. */
    @ParameterizedTest
    @CsvSource({"1, ORIGIN", "4, ORIGIN", "1, SHIELD", "4, SHIELD"})
    void shouldServeNothingNewWhileTheNextTierIsDown(int cells, FaultSpec.Target down) {
        ServerFixture fixture = new ServerFixture().poisson(2_000, 100);
        fixture.cells = cells;
        fixture.roundMicros = 10 * SECOND;
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(AMPLE),
                new DeliverySpec.Shield(Given.server("shield", 1, AMPLE, 0, 0, 0), cache(1_000, 0.2)),
                List.of(ServerFixture.edge("edge", 0, cache(1_000, 0.5))),
                null,
                null);
        fixture.faults = List.of(new FaultSpec(0, 15 * SECOND, down, "", 1));

        RunResult result = run(fixture);

        // A hundred press play each second; fills take 0.7 s, so that some who come before the end of the fault are
        // lucky.
        assertThat(result.outcomes().startFailures()).isBetween(1_400L, 1_560L);
        assertThat(result.startupSeconds().max()).isLessThan(0.71);
        assertThat(result.traffic().edgeBytes()).isEqualTo(result.outcomes().started() * 500_000L);
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

    /** The first is served for the whole run; that it ends with the run does not let the others in. */
    @Test
    void shouldAskTheCacheForNobodyWhenTheRunIsOver() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 20;
        fixture.lengthSeconds = 400;
        fixture.endSeconds = 30;
        Server server = Given.server("edge", 1, AMPLE, 1, 100, 100 * SECOND);
        fixture.delivery = Given.delivery(
                ServerFixture.origin(AMPLE), List.of(new Edge(server, List.of(0), cache(5, 0.5))), null, null);

        Traffic t = run(fixture).traffic();

        // Play began after half a second; pieces of four seconds up to eight seconds ahead of 29.5 s.
        assertThat(t.cacheRequests()).isEqualTo(10);
        assertThat(t.cacheFills()).isEqualTo(10);
        assertThat(t.edgeBytes()).isEqualTo(10 * 500_000L);
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

    /** Two edges lack a piece: each asks the shield, which asks the origin once. */
    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "4, true"})
    void shouldFetchOnceThroughAShield(int cells, boolean collapse) {
        ServerFixture fixture = new ServerFixture().poisson(400, 20);
        fixture.lengthSeconds = 40;
        fixture.regionShares = new double[] {0.5, 0.5};
        fixture.cells = cells;
        CacheSpec shield = cache(1_000, 0.05);
        CacheSpec cache = new CacheSpec(1_000 * SECOND, CacheSpec.UNLIMITED, collapse, 20_000, AMPLE);
        Edge east = ServerFixture.edge("east", 0, cache);
        Edge west = ServerFixture.edge("west", 1, cache);
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(AMPLE),
                new DeliverySpec.Shield(Given.server("shield", 1, AMPLE, 0, 0, 0), shield),
                List.of(east, west),
                null,
                null);

        RunResult result = run(fixture);
        Traffic t = result.traffic();

        assertThat(t.originBytes()).isEqualTo(10 * 500_000L).isEqualTo(t.originFillBytes());
        assertThat(t.shieldBytes()).isEqualTo(t.shieldFillBytes()).isEqualTo(t.cacheFills() * 500_000L);
        assertThat(t.cacheFills()).isGreaterThanOrEqualTo(20);
        if (collapse) {
            assertThat(t.cacheFills()).isEqualTo(20);
        }
        assertThat(t.originBytes() + t.shieldBytes() + t.edgeBytes())
                .isEqualTo(t.deliveredBytes() + t.overheadBytes() + t.originFillBytes() + t.shieldFillBytes());
        assertThat(t.edgeBytes()).isEqualTo(400 * 10 * 500_000L);
        assertThat(result.ledger().stream()
                        .filter(line -> line.payer().equals("shield"))
                        .mapToLong(LedgerLine::bytes)
                        .sum())
                .isEqualTo(t.shieldBytes());
    }

    /** Origin and shield go down in the middle of fills: what had gone is counted on both sides, and all see it in the end. */
    @ParameterizedTest
    @CsvSource({"ORIGIN, 1, 1", "SHIELD, 1, 1", "CENTRAL, 1, 1", "SHIELD, 0.5, 1", "ORIGIN, 0.5, 1", "CENTRAL, 1, 3"})
    void shouldCountEveryByteWhenFillsBreak(FaultSpec.Target target, double part, int cells) {
        ServerFixture fixture = new ServerFixture().poisson(300, 10);
        fixture.lengthSeconds = 60;
        fixture.cells = cells;
        fixture.retry =
                new AudienceSpec.Retry(AudienceSpec.Backoff.FIXED, SECOND, SECOND, AudienceSpec.Jitter.NONE, 100);
        CacheSpec slow = new CacheSpec(2 * SECOND, 3_000_000, true, 20_000, 3_000_000);
        fixture.delivery = new DeliverySpec(
                ServerFixture.origin(5_000_000),
                new DeliverySpec.Shield(Given.server("shield", 2, 4_000_000, 0, 0, 0), slow),
                List.of(ServerFixture.edge("edge", 0, slow)),
                null,
                null);
        fixture.faults = List.of(new FaultSpec(15_123_456, 10 * SECOND, target, "", part));

        RunResult result = run(fixture);
        Traffic t = result.traffic();

        assertThat(t.shieldBytes()).isEqualTo(t.shieldFillBytes()).isPositive();
        assertThat(t.originBytes()).isEqualTo(t.originFillBytes()).isPositive();
        assertThat(t.edgeBytes()).isEqualTo(t.deliveredBytes() + t.overheadBytes());
        assertThat(t.deliveredBytes()).isEqualTo(300 * 15 * 500_000L);
    }
}

package org.swarmload.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.RoundInput;
import org.swarmload.sim.cell.RoundOutput.Demand;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.result.EngineFacts;

/** When cells may go on by themselves for ten seconds, and when for a tenth of one at most. */
class CalmTest {
    private static final long SECOND = ServerFixture.SECOND;
    /** 8 Mbps are 1 byte per microsecond. */
    private static final long ORIGIN_BPS = 800_000_000;

    private final ServerFixture fixture = new ServerFixture();

    private CellPlan plan() {
        var spec = fixture.spec();
        return new CellPlan(spec, new Audience(spec));
    }

    private static Demand demand(double wantedRate, long taken) {
        return new Demand(wantedRate, wantedRate, 0, 0, taken, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"20, 29, true", "20, 30, true", "20, 31, false", "50, 0, true", "51, 0, false"})
    void shouldBeCalmUpToHalfOfTheRate(double oneCell, double theOther, boolean calm) {
        fixture.delivery = Given.delivery(ServerFixture.origin(ORIGIN_BPS), List.of(), null, null);
        Demand[] demands = {demand(oneCell, 0), demand(theOther, 0)};

        assertThat(ServerPool.isCalm(plan(), 0, demands, 0)).isEqualTo(calm);
    }

    @ParameterizedTest
    @CsvSource({"25, 25, true", "25, 26, false"})
    void shouldBeCalmUpToHalfOfTheConnections(long oneCell, long theOther, boolean calm) {
        var origin = Given.server("origin", 1, ORIGIN_BPS, 100, 0, 0);
        fixture.delivery = Given.delivery(origin, List.of(), null, null);
        Demand[] demands = {demand(0, oneCell), demand(0, theOther)};

        assertThat(ServerPool.isCalm(plan(), 0, demands, 0)).isEqualTo(calm);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3600, false, true, true",
        "1, 3600, false, true, false",
        "2, 599, false, true, false",
        "2, 3600, true, true, false",
        "2, 3600, false, false, false"
    })
    void shouldDependOnCellsAndCaches(int cells, long ttlSeconds, boolean bounded, boolean collapse, boolean calm) {
        fixture.cells = cells;
        long size = bounded ? 1_000_000_000L : CacheSpec.UNLIMITED;
        fixture.delivery = ServerFixture.cdn(new CacheSpec(ttlSeconds * SECOND, size, collapse, 0, ORIGIN_BPS));

        assertThat(plan().mayBeCalm()).isEqualTo(calm);
    }

    /** Cells with many flows keep their part of a pool that is short; one cell, or with few, or for want of room, they do not. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false",
        "100, 100, 0, false",
        "100, 99, 0, true",
        "1000, 0, 0, true",
        "1000, 1000, 60, true",
        "1000, , 0, true",
        "0, , 0, false"
    })
    void shouldBeUnsettledWithFewShortFlowsOrWithoutRoom(
            int oneCell, Integer theOther, int connections, boolean unsettled) {
        var origin = Given.server("origin", 1, ORIGIN_BPS, connections, 0, 0);
        fixture.delivery = Given.delivery(origin, List.of(), null, null);
        Demand[] demands = Stream.of(oneCell, theOther)
                .filter(Objects::nonNull)
                .map(flows -> new Demand(100, 0, flows, flows, flows, 0, 0, 0))
                .toArray(Demand[]::new);

        assertThat(ServerPool.isUnsettled(plan(), 0, demands, 0)).isEqualTo(unsettled);
    }

    /** Just below saturation a new flow takes its part from the others; a pool that is short gives it the level. */
    @ParameterizedTest
    @CsvSource({"0, 0, 100", "90, 9, 10", "100, 9, 10", "99.9, 49, 2", "60, 60, 40"})
    void shouldSayWhatOneMoreFlowGets(double wanted, int flows, double rate) {
        fixture.delivery = Given.delivery(ServerFixture.origin(ORIGIN_BPS), List.of(), null, null);
        Demand[] demands = {new Demand(wanted, wanted, 0, flows, flows, 0, 0, 0), Demand.NONE};

        var spare = new ServerPool(plan(), 0, new double[] {0.5, 0.5}).grant(demands, 0)[1].spare();

        assertThat(Math.max(spare.free(), spare.shared() / (spare.flows() + 1))).isCloseTo(rate, within(1e-9));
    }

    /** A cell with a single flow has nearly all of a pool that is short, though fifty others may want some next. */
    @Test
    void shouldGrantLittleToThoseWhoWantNothing() {
        fixture.delivery = Given.delivery(ServerFixture.origin(ORIGIN_BPS), List.of(), null, null);
        double[] population = new double[50];
        Arrays.fill(population, 0.02);
        Demand[] demands = new Demand[50];
        Arrays.fill(demands, Demand.NONE);
        demands[7] = new Demand(1e9, 0, 1, 1, 1, 0, 0, 0);

        var grants = new ServerPool(plan(), 0, population).grant(demands, 0);

        assertThat(grants[7].rate()).isGreaterThan(99);
        assertThat(Arrays.stream(grants).mapToDouble(RoundInput.Grant::rate).sum())
                .isCloseTo(100, within(1e-9));
        assertThat(grants[8].rate()).isPositive();
    }

    @Test
    void shouldMakeRoundsLongAndLeaveTheViewersTheSame() {
        fixture.lengthSeconds = 120;
        fixture.poisson(500, 2);
        EngineFacts one = run();
        fixture.cells = 4;
        EngineFacts four = run();

        assertThat(one.roundLengths().longestMicros()).isEqualTo(SECOND);
        assertThat(four.roundLengths().longestMicros()).isEqualTo(10 * SECOND);
        assertThat(four.piecesPlayed()).isEqualTo(one.piecesPlayed()).isEqualTo(500 * 30);
    }

    private EngineFacts run() {
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            return engine.run(fixture.spec(), (spec, now, share, present) -> {})
                    .toCompletableFuture()
                    .join()
                    .engine();
        }
    }
}

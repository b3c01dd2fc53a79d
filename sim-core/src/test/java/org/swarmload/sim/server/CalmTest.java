package org.swarmload.sim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.cell.CellPlan;
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
        return new Demand(wantedRate, wantedRate, 0, taken, 0, 0, 0);
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

    /** Cells with many flows keep their part of a pool that is short; with few, or for want of room, they do not. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, false", "100, 100, 0, false", "199, 1, 0, false", "150, 49, 0, true", "1000, 1000, 60, true"})
    void shouldBeUnsettledWithFewShortFlowsOrWithoutRoom(
            int oneCell, int theOther, int connections, boolean unsettled) {
        var origin = Given.server("origin", 1, ORIGIN_BPS, connections, 0, 0);
        fixture.delivery = Given.delivery(origin, List.of(), null, null);
        Demand[] demands = {
            new Demand(100, 0, oneCell, oneCell, 0, 0, 0), new Demand(100, 0, theOther, theOther, 0, 0, 0)
        };

        assertThat(ServerPool.isUnsettled(plan(), 0, demands, 0)).isEqualTo(unsettled);
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

package org.swarmload.sim.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.Law;

class DemandTest {
    private static final long BEST_BPS = 8_000_000;

    private final ModelFixture fixture = new ModelFixture();

    private Demand demand() {
        return Demand.of(fixture.audience(), fixture.model());
    }

    @Test
    void shouldCountWhoWatchesAtTheEndOfEachBin() {
        fixture.viewers = 100;
        fixture.staySeconds = Law.constant(25);
        Demand demand = demand();
        assertThat(demand.bins()).isEqualTo(3);
        assertThat(demand.demandBps(0)).isEqualTo(100 * BEST_BPS);
        assertThat(demand.demandBps(1)).isEqualTo(100 * BEST_BPS);
        assertThat(demand.demandBps(2)).isZero();
    }

    @Test
    void shouldAskForWhatLineAndDeviceCarry() {
        assertThat(rateOn(50e6, 2)).isEqualTo(8_000_000);
        assertThat(rateOn(50e6, 1)).isEqualTo(3_000_000);
        assertThat(rateOn(9.5e6, 2)).isEqualTo(8_000_000);
        assertThat(rateOn(9.4e6, 2)).isEqualTo(3_000_000);
        assertThat(rateOn(0.5e6, 2)).isEqualTo(1_000_000);
    }

    private long rateOn(double downBps, int topRendition) {
        fixture.access = List.of(new Access("x", 1, Law.constant(downBps), Law.constant(1e6), Law.constant(0), true));
        fixture.devices = List.of(new Device("d", 1, PeerRole.FULL, 1, topRendition));
        return Demand.rateBps(fixture.audience(), fixture.model(), 0);
    }

    @Test
    void shouldStopAtTheEndOfTheSimulation() {
        fixture.endMicros = 40 * SECOND;
        fixture.arrivals = List.of(new Arrival(0.5, Law.constant(0)), new Arrival(0.5, Law.constant(40)));
        Demand demand = demand();
        assertThat(demand.bins()).isEqualTo(4);
        assertThat(demand.demandBps(3)).isEqualTo(demand.demandBps(0)).isBetween(440 * BEST_BPS, 560 * BEST_BPS);
    }

    /** Half of case O-15: a uniform stream of arrivals who all stay for an hour. */
    @Test
    void shouldReachTheConcurrencyOfAnInfiniteServer() {
        fixture.poisson(200_000, 7200);
        Demand demand = demand();
        double sd = Math.sqrt(100_000);
        assertThat(watching(demand, 179)).isCloseTo(50_000L, within((long) (3 * Math.sqrt(50_000))));
        assertThat(watching(demand, 359)).isCloseTo(100_000L, within((long) (3 * sd)));
        assertThat(watching(demand, 599)).isCloseTo(100_000L, within((long) (3 * sd)));
        assertThat(watching(demand, 899)).isCloseTo(50_000L, within((long) (3 * sd)));
    }

    /** Everybody's line and screen carry the best rendition. */
    private static long watching(Demand demand, int bin) {
        assertThat(demand.demandBps(bin) % BEST_BPS).isZero();
        return demand.demandBps(bin) / BEST_BPS;
    }
}

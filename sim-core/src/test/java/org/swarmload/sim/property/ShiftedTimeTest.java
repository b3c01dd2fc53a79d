package org.swarmload.sim.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/**
 * Random scenarios five minutes later: unlock, arrivals, faults, other traffic, warm-up and end are shifted by a bin of
 * the bill, and everything else stays. Left out is what has a draw for a time (victims of a fault in part, latency of
 * fills), who is there at time 0, and clocks that run before anybody comes (encounters of seeds).
 */
class ShiftedTimeTest {
    private static final long SHIFT = 300_000_000;
    private static final int CASES = 150;

    @Test
    void shouldNotMatterWhenEverythingHappens() {
        int compared = 0;
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            for (long seed = 1; seed <= CASES; seed++) {
                ModelSpec spec = timeless(RandomScenario.of(seed));
                if (mayShift(spec)) {
                    compare(seed, Simple.run(engine, spec), Simple.run(engine, later(spec)));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(CASES / 3);
    }

    private static void compare(long seed, RunResult now, RunResult later) {
        String who = "seed " + seed;
        assertThat(later.outcomes()).as(who).isEqualTo(now.outcomes());
        assertThat(later.traffic()).as(who).isEqualTo(now.traffic());
        assertThat(later.causes()).as(who).isEqualTo(now.causes());
        assertThat(later.startupSeconds().quantiles())
                .as(who)
                .isEqualTo(now.startupSeconds().quantiles());
        assertThat(later.completionSeconds().quantiles())
                .as(who)
                .isEqualTo(now.completionSeconds().quantiles());
        assertThat(later.ledger().stream()
                        .map(line -> Edit.with(line, "binStartMicros", line.binStartMicros() - SHIFT))
                        .toList())
                .as(who)
                .isEqualTo(now.ledger());
    }

    /** Without what hangs on the time itself. */
    private static ModelSpec timeless(ModelSpec spec) {
        List<FaultSpec> whole = spec.faults().stream()
                .map(fault -> Edit.with(fault, "part", 1.0))
                .toList();
        ModelSpec timeless = Edit.with(spec, "faults", whole);
        DeliverySpec delivery = spec.delivery();
        if (!delivery.edges().isEmpty()) {
            timeless = Edit.with(timeless, "delivery.origin.latencySeconds", Law.constant(0));
            if (delivery.shield() != null) {
                timeless = Edit.with(timeless, "delivery.shield.server.latencySeconds", Law.constant(0));
            }
        }
        return timeless;
    }

    private static boolean mayShift(ModelSpec spec) {
        DeliverySpec.Swarm swarm = spec.delivery().swarm();
        boolean encounters = swarm != null && swarm.trading().exchange() == Exchange.CONTACTS;
        return spec.audience().unlockMicros() > 0 && spec.audience().initial().isEmpty() && !encounters;
    }

    private static ModelSpec later(ModelSpec spec) {
        ModelSpec later =
                Edit.with(spec, "audience.unlockMicros", spec.audience().unlockMicros() + SHIFT);
        later = Edit.with(later, "endMicros", spec.endMicros() + SHIFT);
        later = Edit.with(later, "warmupMicros", spec.warmupMicros() == 0 ? 0 : spec.warmupMicros() + SHIFT);
        List<FaultSpec> faults = spec.faults().stream()
                .map(fault -> Edit.with(fault, "atMicros", fault.atMicros() + SHIFT))
                .toList();
        later = Edit.with(later, "faults", faults);
        for (String pool : List.of("origin", "seeds", "shield.server")) {
            if (Edit.get(later, "delivery." + pool) instanceof Server server) {
                later = Edit.with(later, "delivery." + pool, shifted(server));
            }
        }
        List<DeliverySpec.Edge> edges = spec.delivery().edges().stream()
                .map(edge -> Edit.with(edge, "server", shifted(edge.server())))
                .toList();
        return Edit.with(later, "delivery.edges", edges);
    }

    private static Server shifted(Server server) {
        return server.withBackground(server.background().shifted(SHIFT));
    }
}

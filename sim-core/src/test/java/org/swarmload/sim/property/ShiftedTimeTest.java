package org.swarmload.sim.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
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
 * fills), who is there at time 0, and clocks that run before anybody comes (encounters of seeds). Sums of doubles round
 * otherwise at a later time, and where that moves an end by a microsecond choices may differ: of 25 cases one may.
 */
class ShiftedTimeTest {
    private static final long SHIFT = 300_000_000;
    private static final int CASES = 150;

    @Test
    void shouldNotMatterWhenEverythingHappens() {
        int compared = 0;
        List<Long> inexact = new ArrayList<>();
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            for (long seed = 1; seed <= CASES; seed++) {
                ModelSpec spec = timeless(RandomScenario.of(seed));
                if (mayShift(spec)) {
                    RunResult now = Simple.run(engine, spec);
                    RunResult later = Simple.run(engine, later(spec));
                    compared++;
                    if (!facts(now, 0).equals(facts(later, SHIFT))) {
                        inexact.add(seed);
                        checkNear(seed, now, later);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(CASES / 3);
        assertThat(inexact).hasSizeLessThanOrEqualTo(compared / 25);
    }

    /** Everything that is told of a run, with its times counted from the shift on. */
    private static List<Object> facts(RunResult result, long shift) {
        List<Object> facts = new ArrayList<>(List.of(result.outcomes(), result.traffic(), result.causes()));
        for (double[] times : List.of(
                result.startupSeconds().quantiles(),
                result.completionSeconds().quantiles(),
                result.frontDoorWaitSeconds().quantiles())) {
            facts.add(Arrays.toString(times));
        }
        result.ledger().forEach(line -> facts.add(Edit.with(line, "binStartMicros", line.binStartMicros() - shift)));
        return facts;
    }

    private static void checkNear(long seed, RunResult now, RunResult later) {
        double bytes = now.traffic().deliveredBytes();
        assertThat((double) later.traffic().deliveredBytes())
                .as("seed %d", seed)
                .isCloseTo(bytes, within(0.25 * bytes));
        assertThat(later.outcomes().viewers())
                .as("seed %d", seed)
                .isEqualTo(now.outcomes().viewers());
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

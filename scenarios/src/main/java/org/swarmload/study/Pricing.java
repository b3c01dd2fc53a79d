package org.swarmload.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Billing;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Estate;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LevelFact;

/** How one delivery of a scenario is billed: its machines, and the contracts of whoever pays for them. */
record Pricing(Contracts contracts, Estate estate) {
    private static final int DECIMALS = 6;

    /** Nobody says what anything costs. */
    static final Pricing NONE = new Pricing(Contracts.NONE, new Estate(Map.of(), false, 0));

    static Pricing of(Scenario scenario, String delivery) {
        DeliveryDef def = scenario.delivery(delivery);
        long unlock = scenario.clock().unlockMicros();
        Map<String, Estate.Pool> pools = new LinkedHashMap<>();
        put(pools, "origin", def.origin(), unlock);
        put(pools, "shield", def.shield() == null ? null : def.shield().server(), unlock);
        def.edges().forEach(edge -> put(pools, Estate.EDGE + edge.server().name(), edge.server(), unlock));
        put(pools, "seeds", def.seeds(), unlock);
        long segment = scenario.content().title().isFile()
                ? 0
                : scenario.content().title().segmentMicros();
        return new Pricing(
                scenario.costs().contracts(),
                new Estate(pools, services(scenario.frontDoor()), def.hasSwarm(), segment));
    }

    /** What each service can answer; one that only limits sessions answers whatever comes. */
    private static Map<String, Estate.Service> services(List<ServiceSpec> door) {
        Map<String, Estate.Service> services = new LinkedHashMap<>();
        for (ServiceSpec service : door) {
            double seconds = service.serviceSeconds().mean();
            if (seconds > 0) {
                // A capacity is kept as the time of a call; what rounding did to it ends here.
                BigDecimal calls =
                        BigDecimal.valueOf(service.servers() / seconds).setScale(DECIMALS, RoundingMode.HALF_UP);
                services.put(service.name(), new Estate.Service(service.servers(), calls));
            }
        }
        return services;
    }

    private static void put(Map<String, Estate.Pool> pools, String name, Server server, long unlock) {
        if (server != null) {
            pools.put(
                    name,
                    new Estate.Pool(
                            server.servers(),
                            server.totalUplinkBps(),
                            server.background().shifted(unlock)));
        }
    }

    /** Whether the contracts tell what these runs cost. */
    boolean covers(List<RunResult> runs) {
        return !contracts.isEmpty() && Billing.covers(contracts, uses(runs));
    }

    /** The bill of the mean of these runs. */
    Invoice invoice(List<RunResult> runs) {
        return Billing.price(contracts, estate, uses(runs));
    }

    private static List<EventUse> uses(List<RunResult> runs) {
        return runs.stream().map(Pricing::use).toList();
    }

    static EventUse use(RunResult run) {
        return new EventUse(run.ledger(), run.outcomes().playedSeconds() / 3_600, mostViewers(run));
    }

    /** Everybody present at once is taken to be connected to the tracker. */
    private static double mostViewers(RunResult run) {
        if (run.series().has("concurrent-viewers")) {
            return Metrics.most(run.series().values("concurrent-viewers"));
        }
        // A file: who has all of it may stay. The two are not greatest at the same time, so this is an upper limit.
        return run.levels().stream()
                .filter(level -> level.name().equals("leechers") || level.name().equals("seeds-online"))
                .mapToDouble(LevelFact::max)
                .sum();
    }
}

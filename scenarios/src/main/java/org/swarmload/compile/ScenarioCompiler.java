package org.swarmload.compile;

import java.util.List;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

/**
 * Turns a scenario into what the simulator runs. A pure function: the same scenario, delivery and replication give
 * equal specs, and all deliveries of one replication have the same audience and front door.
 */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /**
     * @param replication from 0
     * @throws IllegalArgumentException when the scenario has no such delivery
     */
    public static ModelSpec compile(Scenario scenario, String delivery, int replication) {
        DeliveryDef def = scenario.delivery(delivery);
        ModelClock clock = scenario.clock();
        return new ModelSpec(
                delivery,
                scenario.seed(),
                replication,
                scenario.content().title(),
                audience(scenario, clock),
                scenario.frontDoor(),
                delivery(def, scenario.audience(), clock.unlockMicros()),
                def.player(),
                scenario.faultsOf(delivery),
                scenario.engine(),
                clock.endMicros());
    }

    private static AudienceSpec audience(Scenario scenario, ModelClock clock) {
        Audience audience = scenario.audience();
        List<AudienceSpec.Device> devices = audience.devices().stream()
                .map(d -> new AudienceSpec.Device(
                        d.name(),
                        d.share(),
                        d.p2p(),
                        d.cacheBytes(),
                        scenario.content().renditionIndex(d.top())))
                .toList();
        Law stay = audience.stay() == null
                ? Law.constant(scenario.content().title().lengthMicros() / 1e6)
                : audience.stay();
        return new AudienceSpec(
                audience.viewers(),
                clock.unlockMicros(),
                audience.notice(),
                audience.arrivals(),
                audience.patience(),
                audience.retry(),
                audience.reload(),
                audience.regions(),
                audience.access(),
                devices,
                stay);
    }

    private static DeliverySpec delivery(DeliveryDef def, Audience audience, long unlock) {
        List<DeliverySpec.Edge> edges = def.edges().stream()
                .map(edge -> new DeliverySpec.Edge(
                        server(edge.server(), unlock),
                        edge.regions().stream().map(audience::regionIndex).toList(),
                        edge.cache()))
                .toList();
        DeliverySpec.Shield shield = def.shield() == null
                ? null
                : new DeliverySpec.Shield(
                        server(def.shield().server(), unlock), def.shield().cache());
        return new DeliverySpec(server(def.origin(), unlock), shield, edges, server(def.seeds(), unlock), def.swarm());
    }

    /** The server with its other traffic in model time; null for null. */
    private static DeliverySpec.Server server(DeliverySpec.Server def, long unlock) {
        return def == null ? null : def.withBackground(def.background().shifted(unlock));
    }
}

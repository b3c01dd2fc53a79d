package org.swarmload.compile;

import java.util.List;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.DeliverySpec;
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
                AudienceCompiler.compile(scenario, clock, replication),
                scenario.frontDoor(),
                delivery(def, scenario.audience(), clock.unlockMicros()),
                def.player(),
                scenario.faultsOf(delivery),
                scenario.engine(),
                clock.endMicros(),
                scenario.run().warmupMicros(clock.endMicros()),
                scenario.run().doneShare(),
                scenario.needsViewers());
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

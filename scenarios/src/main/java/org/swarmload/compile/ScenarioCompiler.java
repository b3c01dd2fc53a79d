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
                delivery(def, scenario.audience()),
                def.player(),
                scenario.faultsOf(delivery),
                scenario.engine(),
                clock.endMicros(),
                scenario.run().warmupMicros(clock.endMicros()),
                scenario.run().doneShare(),
                scenario.needsViewers());
    }

    private static DeliverySpec delivery(DeliveryDef def, Audience audience) {
        List<DeliverySpec.Edge> edges = def.edges().stream()
                .map(edge -> new DeliverySpec.Edge(
                        edge.server(),
                        edge.regions().stream().map(audience::regionIndex).toList(),
                        edge.cacheTtlMicros(),
                        edge.backgroundBps()))
                .toList();
        return new DeliverySpec(def.origin(), edges, def.seeds(), def.swarm());
    }
}

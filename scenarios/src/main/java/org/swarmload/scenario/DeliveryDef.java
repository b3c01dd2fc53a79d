package org.swarmload.scenario;

import java.util.List;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.PlayerSpec;

/**
 * One way to deliver the title. Client-server is an origin alone, a CDN an origin behind edges, P2P seeds and a swarm,
 * a hybrid an origin (with or without edges) and a swarm.
 *
 * @param origin null when there is none
 * @param edges empty when there are none
 * @param seeds the operator's seeds; null when there are none
 * @param swarm null when viewers do not exchange pieces
 * @param player of this delivery, the scenario's player with what the delivery changes
 */
public record DeliveryDef(
        String name, Server origin, List<EdgeDef> edges, Server seeds, Swarm swarm, PlayerSpec player) {

    public DeliveryDef {
        edges = List.copyOf(edges);
    }

    /**
     * @param regions names of the regions it serves
     * @param cacheTtlMicros a cached piece is fresh for this long; 0 caches nothing
     * @param backgroundBps capacity that other traffic takes
     */
    public record EdgeDef(Server server, List<String> regions, long cacheTtlMicros, long backgroundBps) {
        public EdgeDef {
            regions = List.copyOf(regions);
        }
    }

    public boolean hasSwarm() {
        return swarm != null;
    }

    /** What the operator's machines can send to viewers at once, in bits per second: edges, else origin, else seeds. */
    public long servingCapacityBps() {
        if (!edges.isEmpty()) {
            return edges.stream()
                    .mapToLong(e -> Math.max(0, e.server().totalUplinkBps() - e.backgroundBps()))
                    .sum();
        }
        return origin != null ? origin.totalUplinkBps() : seeds.totalUplinkBps();
    }
}

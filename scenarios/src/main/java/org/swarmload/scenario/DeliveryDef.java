package org.swarmload.scenario;

import java.util.List;
import java.util.function.ToLongFunction;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Shield;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.PlayerSpec;

/**
 * One way to deliver the title. Client-server is an origin alone, a CDN an origin behind edges, P2P seeds and a swarm,
 * a hybrid an origin (with or without edges) and a swarm; a swarm may be alone when somebody brings the file. Times of other traffic are offsets from the unlock.
 *
 * @param origin null when there is none
 * @param shield between edges and origin; null when there is none
 * @param edges empty when there are none
 * @param seeds the operator's seeds; null when there are none
 * @param swarm null when viewers do not exchange pieces
 * @param player of this delivery, the scenario's player with what the delivery changes
 */
public record DeliveryDef(
        String name, Server origin, Shield shield, List<EdgeDef> edges, Server seeds, Swarm swarm, PlayerSpec player) {

    public DeliveryDef {
        edges = List.copyOf(edges);
    }

    /** A delivery without a shield. */
    public DeliveryDef(String name, Server origin, List<EdgeDef> edges, Server seeds, Swarm swarm, PlayerSpec player) {
        this(name, origin, null, edges, seeds, swarm, player);
    }

    /** @param regions names of the regions it serves */
    public record EdgeDef(Server server, List<String> regions, CacheSpec cache) {
        public EdgeDef {
            regions = List.copyOf(regions);
        }
    }

    public boolean hasServers() {
        return origin != null || seeds != null;
    }

    public boolean hasSwarm() {
        return swarm != null;
    }

    /**
     * What the operator's machines can send to viewers at once while other traffic is greatest, in bits per second: edges,
     * else origin, else seeds; nothing when there are none of these.
     */
    public long servingCapacityBps() {
        return servingBps(BackgroundSpec::mostBps);
    }

    /**
     * What they can send at most at any instant of that time: each while other traffic leaves it most. Offsets from the
     * unlock, the second one not included.
     */
    public long mostServingBps(long fromMicros, long toMicros) {
        return servingBps(background -> background.leastBps(fromMicros, toMicros));
    }

    private long servingBps(ToLongFunction<BackgroundSpec> taken) {
        if (!edges.isEmpty()) {
            return edges.stream().mapToLong(e -> leftBps(e.server(), taken)).sum();
        }
        Server server = origin != null ? origin : seeds;
        return server == null ? 0 : leftBps(server, taken);
    }

    private static long leftBps(Server server, ToLongFunction<BackgroundSpec> taken) {
        return Math.max(0, server.totalUplinkBps() - taken.applyAsLong(server.background()));
    }
}

package org.swarmload.sim.model;

import java.util.List;

/**
 * How bytes reach viewers. Client-server: an origin alone. CDN: an origin behind edges. P2P: the operator's seeds and a
 * swarm. Hybrid: origin, edges and a swarm. Absent parts are {@code null} or empty.
 */
public record DeliverySpec(Server origin, List<Edge> edges, Server seeds, Swarm swarm) {
    public DeliverySpec {
        edges = List.copyOf(edges);
    }

    /**
     * Equal servers behind a perfect balancer: capacities add up.
     *
     * @param uplinkBps of each server
     * @param connections open connections that each server holds; 0 is unlimited
     * @param queue connections that may wait at each server for one to close; one more is answered 503
     * @param keepAliveMicros a connection without a request closes after this long
     */
    public record Server(String name, int servers, long uplinkBps, int connections, int queue, long keepAliveMicros) {
        public long totalUplinkBps() {
            return uplinkBps * servers;
        }

        /** Open connections the pool holds; {@link Long#MAX_VALUE} when unlimited. */
        public long totalConnections() {
            return connections == 0 ? Long.MAX_VALUE : (long) connections * servers;
        }

        public long totalQueue() {
            return (long) queue * servers;
        }
    }

    /**
     * @param regions indexes of the regions it serves
     * @param cacheTtlMicros a cached piece is fresh for this long after its fill
     * @param backgroundBps capacity taken by other traffic
     */
    public record Edge(Server server, List<Integer> regions, long cacheTtlMicros, long backgroundBps) {
        public Edge {
            regions = List.copyOf(regions);
        }
    }

    public enum Policy {
        GENERIC,
        P2P_MEDIA_LOADER
    }

    /**
     * @param picker name known to the picker registry
     * @param neighbours connections that a peer keeps at most
     * @param uploadCapBps a polite client never uploads faster; 0 is no cap
     * @param reachable share of pairs that can connect
     * @param parallelDownloads peer transfers that one viewer has in flight
     * @param uploadsAtMost transfers that one peer serves at a time
     * @param announceMicros time after which a finished piece is visible to neighbours, beside half the peer's round trip
     */
    public record Swarm(
            Policy policy,
            String picker,
            int neighbours,
            long uploadCapBps,
            double reachable,
            int parallelDownloads,
            int uploadsAtMost,
            long announceMicros) {}
}

package org.swarmload.sim.model;

import java.util.List;

/**
 * How bytes reach viewers. Client-server: an origin alone. CDN: an origin behind edges, perhaps with a shield between
 * them. P2P: the operator's seeds and a swarm. Hybrid: origin, edges and a swarm. Absent parts are {@code null} or empty.
 *
 * @param shield a cache that fills the edges and is filled by the origin
 */
public record DeliverySpec(Server origin, Shield shield, List<Edge> edges, Server seeds, Swarm swarm) {
    public DeliverySpec {
        edges = List.copyOf(edges);
    }

    /** A delivery without a shield. */
    public DeliverySpec(Server origin, List<Edge> edges, Server seeds, Swarm swarm) {
        this(origin, null, edges, seeds, swarm);
    }

    /** What a server pool counts when it lets somebody in. */
    public enum Admission {
        /** Open connections, up to a limit; a connection without a request closes after the keep-alive time. */
        CONNECTIONS,
        /**
         * Bits per second: a session takes the rate of the best rendition that its device shows, from its first request
         * to its end, out of the uplink; its player asks for that rendition throughout.
         */
        RESERVED
    }

    /**
     * Equal servers behind a perfect balancer: capacities add up.
     *
     * @param uplinkBps of each server
     * @param connections open connections that each server holds; 0 is unlimited
     * @param queue connections (or sessions) that may wait at each server for room; one more is answered 503
     * @param keepAliveMicros a connection without a request closes after this long
     * @param latencySeconds law of the time from taking a request up to its first byte; 0 seconds for none
     * @param background capacity of the whole pool that other traffic takes
     */
    public record Server(
            String name,
            int servers,
            long uplinkBps,
            int connections,
            int queue,
            long keepAliveMicros,
            Admission admission,
            Law latencySeconds,
            BackgroundSpec background) {
        /** A pool that admits by connections, answers at once and has no other traffic. */
        public Server(String name, int servers, long uplinkBps, int connections, int queue, long keepAliveMicros) {
            this(
                    name,
                    servers,
                    uplinkBps,
                    connections,
                    queue,
                    keepAliveMicros,
                    Admission.CONNECTIONS,
                    Law.constant(0),
                    BackgroundSpec.NONE);
        }

        public Server withBackground(BackgroundSpec other) {
            return new Server(
                    name, servers, uplinkBps, connections, queue, keepAliveMicros, admission, latencySeconds, other);
        }

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

    /** @param regions indexes of the regions it serves */
    public record Edge(Server server, List<Integer> regions, CacheSpec cache) {
        public Edge {
            regions = List.copyOf(regions);
        }
    }

    /** A cache between edges and origin. Its server serves edges alone: no connections, no line, no 503. */
    public record Shield(Server server, CacheSpec cache) {}

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

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
        P2P_MEDIA_LOADER,
        RELAY,
        /** What clients of the library bt do (files). */
        BT,
        /** One from outside, which the swarm names. */
        PLUGIN
    }

    /** How an uploader divides its uplink. */
    public enum Discipline {
        /** Max-min among the transfers that run, each under its receiver's cap. */
        SHARED,
        /** Every transfer has the uplink divided by the number of slots, whether the other slots are used or not. */
        SLOTS,
        /** One transfer at a time, with the whole uplink. */
        SERIAL
    }

    /** Who is served when an uploader has room. */
    public enum Exchange {
        /** Connected peers that want something, in turn. */
        REQUESTS,
        /** Tit-for-tat: those who give most at the moment of a review, and one at random (BitTorrent's choker). */
        CHOKING,
        /** Random encounters: now and then each peer meets one of all others and gives it, or takes, one piece. */
        CONTACTS
    }

    /**
     * @param betweenSeconds law of the time between two encounters that a peer begins
     * @param seedBetweenSeconds the same for the operator's seeds
     * @param pull whether who begins takes a piece; else it gives one
     */
    public record Contacts(Law betweenSeconds, Law seedBetweenSeconds, boolean pull) {}

    /**
     * How pieces change hands, where it goes beyond what a streaming client needs.
     *
     * @param contacts null unless the exchange is CONTACTS
     * @param lingerSeconds how long a peer stays after its download is complete; null is to the end of the run
     * @param seedUploads transfers that one of the operator's seeds serves at a time
     * @param requestsAhead blocks that a downloader has asked one peer for before they come; 0 is as many as it takes
     * @param endgame whether a piece in flight may be asked of others too when nothing else is missing
     * @param pairSetupMicros from joining to the first connections
     * @param uplinkQueueMicros policy BT: how much an uplink holds back in its queue, as the time that it takes to send it;
     *     messages have to pass it, and connections share the uplink by their round trips. 0 is neither
     * @param coreTripMicros what the network between two access lines adds to a round trip between peers
     */
    public record Trading(
            Exchange exchange,
            Contacts contacts,
            Discipline discipline,
            Law lingerSeconds,
            int seedUploads,
            int requestsAhead,
            boolean endgame,
            long coreTripMicros,
            long pairSetupMicros,
            long uplinkQueueMicros) {
        /** What the client bt has built in: nobody is choked, nothing is rationed, and the endgame is played. */
        public static Trading ofBt(
                Law lingerSeconds, long coreTripMicros, long pairSetupMicros, long uplinkQueueMicros) {
            return new Trading(
                    Exchange.REQUESTS,
                    null,
                    Discipline.SHARED,
                    lingerSeconds,
                    Swarm.UNLIMITED,
                    0,
                    true,
                    coreTripMicros,
                    pairSetupMicros,
                    uplinkQueueMicros);
        }

        /** An uplink without a queue. */
        public Trading(
                Exchange exchange,
                Contacts contacts,
                Discipline discipline,
                Law lingerSeconds,
                int seedUploads,
                int requestsAhead,
                boolean endgame,
                long coreTripMicros,
                long pairSetupMicros) {
            this(
                    exchange,
                    contacts,
                    discipline,
                    lingerSeconds,
                    seedUploads,
                    requestsAhead,
                    endgame,
                    coreTripMicros,
                    pairSetupMicros,
                    0);
        }

        /** The middle of 10 to 25 ms. */
        public static final long CORE_TRIP_MICROS = 17_500;

        /** Signalling and hole punching of a WebRTC pair: median 1 s, 95th percentile 4 s (our assumption). */
        public static final long PAIR_SETUP_MICROS = 1_000_000;

        public static final Trading USUAL = new Trading(
                Exchange.REQUESTS, null, Discipline.SHARED, null, 8, 0, true, CORE_TRIP_MICROS, PAIR_SETUP_MICROS);
    }

    /**
     * @param picker name known to the picker registry
     * @param neighbours of a stream, peers that one knows at most; of a file, connections that a peer asks the tracker
     *     for, while it takes others in up to 120; {@link #EVERYBODY} connects all with all (files only)
     * @param uploadCapBps a polite client never uploads faster; 0 is no cap
     * @param reachable share of pairs that can connect
     * @param parallelDownloads peer transfers that one viewer has in flight
     * @param uploadsAtMost transfers that one peer serves at a time
     * @param announceMicros time after which a finished piece is visible to neighbours, beside half the peer's round trip
     * @param plugin name of the policy where it is one from outside, else empty
     */
    public record Swarm(
            Policy policy,
            String picker,
            int neighbours,
            long uploadCapBps,
            double reachable,
            int parallelDownloads,
            int uploadsAtMost,
            long announceMicros,
            Trading trading,
            String plugin) {
        public Swarm(
                Policy policy,
                String picker,
                int neighbours,
                long uploadCapBps,
                double reachable,
                int parallelDownloads,
                int uploadsAtMost,
                long announceMicros,
                Trading trading) {
            this(
                    policy,
                    picker,
                    neighbours,
                    uploadCapBps,
                    reachable,
                    parallelDownloads,
                    uploadsAtMost,
                    announceMicros,
                    trading,
                    "");
        }

        public static final int EVERYBODY = Integer.MAX_VALUE;
        public static final int UNLIMITED = Integer.MAX_VALUE;
    }
}

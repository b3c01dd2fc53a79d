package org.swarmload.sim.cell;

import org.swarmload.sim.result.RunResult.Harm;

/**
 * What happened in one cell: counters, bytes by sender and, by other code, by receiver, and series over 10-second bins.
 * Everything is whole numbers, so sums over cells do not depend on their order.
 */
final class CellLedger {
    final Bins bins;

    /** Totals at the senders. */
    final long[] sentByServer;

    long sentByPeers;

    /** Totals at the receivers. */
    final long[] receivedFromServer;

    long receivedFromPeers;

    /** Part of what a server sent that went into caches, at the caches. */
    final long[] filledByServer;

    /** Requests that asked a server's cache, and fetches that it began, since the end of the warm-up. */
    final long[] cacheRequests;

    final long[] cacheFills;

    long delivered;
    long overhead;
    long usefulFromPeers;
    long unplayed;

    long attempts;
    long admitted;
    long http503;
    long started;
    long stallEvents;
    long gaveUp;
    long playedMicros;
    long stalledMicros;
    long piecesPlayed;
    long picks;
    long peerTransfers;
    long serverTransfers;
    long events;
    final long[][] harm = new long[Harm.values().length][Cause.count()];

    private final long warmupMicros;

    CellLedger(CellPlan plan) {
        bins = new Bins(plan.servers());
        sentByServer = new long[plan.servers()];
        receivedFromServer = new long[plan.servers()];
        filledByServer = new long[plan.servers()];
        cacheRequests = new long[plan.servers()];
        cacheFills = new long[plan.servers()];
        warmupMicros = plan.spec.warmupMicros();
    }

    void serverRequest(int server, long now) {
        serverTransfers++;
        bins.add(bins.serverRequests(server), now, 1);
    }

    void cacheRequest(int server, long now) {
        cacheRequests[server] += now >= warmupMicros ? 1 : 0;
    }

    void cacheFill(int server, long now) {
        cacheFills[server] += now >= warmupMicros ? 1 : 0;
    }

    /** Bytes from a server have come into a cache. */
    void filled(int server, long bytes) {
        filledByServer[server] += bytes;
        receivedFromServer[server] += bytes;
    }

    void peerRequest(long now) {
        peerTransfers++;
        bins.add(Bins.PEER_REQUESTS, now, 1);
    }

    void attempt(long now) {
        attempts++;
        bins.add(Bins.ATTEMPTS, now, 1);
    }

    void refuse(long now) {
        http503++;
        bins.add(Bins.REFUSALS, now, 1);
    }

    /** Books what a peer sent between two instants, evenly over the time. */
    void peerSent(long bytes, long fromMicros, long toMicros) {
        sentByPeers += bytes;
        bins.spread(Bins.PEER_BYTES, bytes, fromMicros, toMicros);
    }

    void stall(Cause cause, long fromMicros, long toMicros) {
        long length = toMicros - fromMicros;
        stalledMicros += length;
        harm[Harm.STALL_SECONDS.ordinal()][cause.ordinal()] += length;
        bins.spread(Bins.stallMicros(cause), length, fromMicros, toMicros);
    }

    void harm(Harm kind, Cause cause) {
        harm[kind.ordinal()][cause.ordinal()]++;
    }
}

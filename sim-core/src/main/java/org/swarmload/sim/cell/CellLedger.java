package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.Level;
import org.swarmload.sim.result.RunResult.Harm;

/**
 * What happened in one cell: counters, bytes by sender and, by other code, by receiver, and series over 10-second bins.
 * Everything is whole numbers, so sums over cells do not depend on their order. Counts of viewers are of those who first
 * pressed play after the warm-up; bytes, times and bins are whole; of attempts, refusals and stalls the warm-up's are
 * known too.
 */
final class CellLedger {
    private static final double KBPS_PER_BYTE_PER_MICRO = CellPlan.BPS_PER_BYTE_PER_MICRO / 1_000;

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
    long skippedMicros;
    long piecesPlayed;
    long piecesReceived;
    long blocksReceived;
    long picks;
    long peerTransfers;
    long serverTransfers;
    long events;
    /** People who have the whole file and stay, and the uplink that viewers lend, in kbit/s. */
    final Level seeds;

    final Level uplinkKbps;

    /** Counted up to the end of the warm-up. */
    long warmupAttempts;

    long warmupAdmitted;
    long warmupHttp503;
    long warmupStallEvents;

    /** How many viewers have no frame yet, play, are in a stall. */
    final Level starting;

    final Level playing;
    final Level stalled;

    final long[][] harm = new long[Harm.values().length][Cause.count()];

    private final long warmupMicros;
    private long lentInBins;

    CellLedger(CellPlan plan) {
        bins = new Bins(plan.servers());
        seeds = new Level(plan.spec.warmupMicros());
        uplinkKbps = new Level(0);
        sentByServer = new long[plan.servers()];
        receivedFromServer = new long[plan.servers()];
        starting = new Level(plan.spec.warmupMicros());
        playing = new Level(plan.spec.warmupMicros());
        stalled = new Level(plan.spec.warmupMicros());
        filledByServer = new long[plan.servers()];
        cacheRequests = new long[plan.servers()];
        cacheFills = new long[plan.servers()];
        warmupMicros = plan.spec.warmupMicros();
    }

    /** The warm-up is over. */
    void endWarmup() {
        warmupAttempts = attempts;
        warmupAdmitted = admitted;
        warmupHttp503 = http503;
        warmupStallEvents = stallEvents;
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

    void refuse(int server, long now) {
        http503++;
        bins.add(Bins.REFUSALS, now, 1);
        bins.add(bins.serverRefusals(server), now, 1);
    }

    /** A member comes, or goes (negative), that lends so many bytes per microsecond. */
    void lend(double uplink, long now) {
        uplinkKbps.add(Math.round(uplink * KBPS_PER_BYTE_PER_MICRO), now);
    }

    /** Books what a peer sent between two instants, evenly over the time. */
    void peerSent(long bytes, long fromMicros, long toMicros) {
        sentByPeers += bytes;
        bins.spread(Bins.PEER_BYTES, bytes, fromMicros, toMicros);
    }

    /** The same for one of the operator's seeds, which trade like peers; bins follow what has flowed, round by round. */
    void seedSent(int server, long bytes) {
        sentByServer[server] += bytes;
    }

    void stall(Cause cause, long fromMicros, long toMicros) {
        long length = toMicros - fromMicros;
        stalledMicros += length;
        harm[Harm.STALL_SECONDS.ordinal()][cause.ordinal()] += length;
        bins.spread(Bins.stallMicros(cause), length, fromMicros, toMicros);
    }

    /** A viewer has left without a first frame. */
    void lostStart(Harm kind, Cause cause, long now) {
        harm[kind.ordinal()][cause.ordinal()]++;
        bins.add(kind == Harm.START_FAILURE ? Bins.START_FAILURES : Bins.EXITS, now, 1);
    }

    /** Books what lent uplinks could have carried since the last call into the bin that ends at {@code now}. */
    void endRound(long now) {
        long lent = uplinkKbps.integral(now);
        bins.add(Bins.LENT_KBIT_MICROS, now - 1, lent - lentInBins);
        lentInBins = lent;
    }
}

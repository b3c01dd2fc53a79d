package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.result.RunResult.Harm;

/**
 * What happened in one cell: counters, bytes by sender and, by other code, by receiver, and series over 10-second bins.
 * Everything is whole numbers, so sums over cells do not depend on their order.
 */
final class CellLedger {
    static final long BIN_MICROS = 10_000_000;
    static final int BINS_PER_LEDGER_BIN = 30;

    final int bins;
    final int servers;
    /** Sent by each server, by bin; requests by 5-minute bin. */
    final long[][] serverBytes;

    final long[][] serverRequests;
    final long[] peerBytes;
    final long[] peerRequests;
    final long[] attemptsByBin;
    final long[] refusedByBin;
    final long[] starting;
    final long[] playing;
    final long[] stalled;
    final long[][] stallMicrosByBin = new long[Cause.count()][];

    /** Totals at the senders. */
    final long[] sentByServer;

    long sentByPeers;
    long fillBytes;

    /** Totals at the receivers. */
    final long[] receivedFromServer;

    long receivedFromPeers;
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

    CellLedger(CellPlan plan) {
        servers = plan.servers();
        bins = Math.toIntExact(plan.spec.endMicros() / BIN_MICROS + 1);
        serverBytes = new long[servers][bins];
        serverRequests = new long[servers][bins / BINS_PER_LEDGER_BIN + 1];
        peerBytes = new long[bins];
        peerRequests = new long[bins / BINS_PER_LEDGER_BIN + 1];
        attemptsByBin = new long[bins];
        refusedByBin = new long[bins];
        starting = new long[bins];
        playing = new long[bins];
        stalled = new long[bins];
        Arrays.setAll(stallMicrosByBin, c -> new long[bins]);
        sentByServer = new long[servers];
        receivedFromServer = new long[servers];
    }

    int bin(long micros) {
        return (int) Math.min(bins - 1, micros / BIN_MICROS);
    }

    void serverRequest(int server, long now) {
        serverTransfers++;
        serverRequests[server][bin(now) / BINS_PER_LEDGER_BIN]++;
    }

    void peerRequest(long now) {
        peerTransfers++;
        peerRequests[bin(now) / BINS_PER_LEDGER_BIN]++;
    }

    void attempt(long now) {
        attempts++;
        attemptsByBin[bin(now)]++;
    }

    void refuse(long now) {
        http503++;
        refusedByBin[bin(now)]++;
    }

    /** Books what a peer sent between two instants, evenly over the time. */
    void peerSent(long bytes, long fromMicros, long toMicros) {
        sentByPeers += bytes;
        spread(peerBytes, bytes, fromMicros, toMicros);
    }

    void stall(Cause cause, long fromMicros, long toMicros) {
        long length = toMicros - fromMicros;
        stalledMicros += length;
        harm[Harm.STALL_SECONDS.ordinal()][cause.ordinal()] += length;
        spread(stallMicrosByBin[cause.ordinal()], length, fromMicros, toMicros);
    }

    void harm(Harm kind, Cause cause) {
        harm[kind.ordinal()][cause.ordinal()]++;
    }

    /** Adds a quantity to the bins of an interval in proportion to the time in each, without losing a unit. */
    private void spread(long[] target, long quantity, long from, long to) {
        int first = bin(from);
        int last = bin(to);
        if (first == last) {
            target[last] += quantity;
            return;
        }
        long rest = quantity;
        double perMicro = (double) quantity / (to - from);
        for (int b = first; b < last; b++) {
            long inBin = Math.min(rest, (long) (perMicro * ((b + 1L) * BIN_MICROS - Math.max(from, b * BIN_MICROS))));
            target[b] += inBin;
            rest -= inBin;
        }
        target[last] += rest;
    }

    long stateBytes() {
        return 8L * bins * (servers + 6L + Cause.count());
    }
}

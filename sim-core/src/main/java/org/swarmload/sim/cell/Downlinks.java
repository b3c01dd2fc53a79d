package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * How a receiver's downlink is divided among its running transfers. A line that carries the whole uplinks of all senders,
 * or the only transfer, is wide: whatever they do it cannot be short, so it limits nobody. Else each sender has an offer: a
 * peer its uplink over its running uploads, a server the rate of its uncapped flows. If the line carries all offers, every
 * transfer may have its offer and an equal part of what is left; else the line is filled like water: nobody gets more than
 * its offer, and those who offer more get the same. The caps of such a line add up to the line, always; they are set anew
 * whenever one of its transfers begins or ends, with the offers of that moment.
 */
final class Downlinks {
    /** A server that has nothing to give now, for faults or other traffic, may have something later: no part is 0. */
    private static final double LEAST_OFFER = 1e-6;

    /** Bytes per second in bytes per microsecond. Whole bytes per second, so that what is added can be taken away again. */
    private static final double PER_SECOND = 1e6;

    /** Whole uplink of a server: more than any line. */
    private static final long NO_LIMIT = 1L << 40;

    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private ServerDesk[] desks;
    private double[] offer = new double[16];

    Downlinks(Viewers viewers, Transfers transfers, PeerUplinks uplinks) {
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
    }

    void connect(ServerDesk[] serverDesks) {
        desks = serverDesks;
    }

    /** Counts one more running transfer of its receiver; true if its line limits nobody, neither before nor now. */
    boolean opens(int t) {
        int v = transfers.to(t);
        boolean before = isWide(v);
        viewers.addActiveIncoming(v, 1);
        viewers.addOffered(v, whole(t));
        return before && isWide(v);
    }

    /** Counts one less; true if the line of its receiver limits nobody, neither before nor now. */
    boolean closes(int t) {
        int v = transfers.to(t);
        boolean before = isWide(v);
        viewers.addActiveIncoming(v, -1);
        viewers.addOffered(v, -whole(t));
        return before;
    }

    private boolean isWide(int v) {
        return viewers.activeIncoming(v) <= 1 || viewers.offered(v) <= viewers.down(v) * PER_SECOND;
    }

    /** All that the sender of a transfer could give, bytes per second. */
    private long whole(int t) {
        return transfers.fromServer(t) ? NO_LIMIT : whole(uplinks.capacity(transfers.from(t)));
    }

    private static long whole(double uplink) {
        return (long) Math.ceil(uplink * PER_SECOND);
    }

    /** What the senders of the running transfers could give, counted anew, in {@link Viewers#offered}'s units. */
    long offeredNow(int v) {
        long offered = 0;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            offered += transfers.state(t) == Transfers.ACTIVE ? whole(t) : 0;
        }
        return offered;
    }

    /** The uplink of the sender of a running transfer is another. */
    void changeOffer(int t, double before, double now) {
        viewers.addOffered(transfers.to(t), whole(now) - whole(before));
    }

    /**
     * Computes what every transfer of a receiver may have and puts it into {@link #cap}, in the order of the receiver's
     * list.
     *
     * @param starting a transfer that is about to run, or {@link Transfers#NONE}
     */
    void divide(int v, int starting) {
        int n = viewers.activeIncoming(v);
        double line = viewers.down(v);
        if (offer.length < n) {
            offer = new double[2 * n];
        }
        if (isWide(v)) {
            Arrays.fill(offer, 0, n, line);
            return;
        }
        double sum = 0;
        int i = 0;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (t == starting || transfers.state(t) == Transfers.ACTIVE) {
                offer[i] = Math.min(line, offerOf(t, t == starting ? 1 : 0));
                sum += offer[i++];
            }
        }
        if (sum <= line) {
            double rest = (line - sum) / n;
            for (int k = 0; k < n; k++) {
                offer[k] += rest;
            }
        } else {
            fill(n, line);
        }
    }

    /** Cap of the k-th running transfer of the receiver that was divided last. */
    double cap(int k) {
        return offer[k];
    }

    private double offerOf(int t, int more) {
        if (transfers.fromServer(t)) {
            return Math.max(LEAST_OFFER, desks[transfers.server(t)].fairRate());
        }
        int peer = transfers.from(t);
        return uplinks.capacity(peer) / (uplinks.active(peer) + more);
    }

    /** Water-filling: whoever offers less than the level has its offer. */
    private void fill(int n, double line) {
        double level = 0;
        double next = line / n;
        while (next > level) {
            level = next;
            double rest = line;
            int above = 0;
            for (int k = 0; k < n; k++) {
                if (offer[k] > level) {
                    above++;
                } else {
                    rest -= offer[k];
                }
            }
            next = above == 0 ? level : rest / above;
        }
        for (int k = 0; k < n; k++) {
            offer[k] = Math.min(offer[k], level);
        }
    }

    /** Whether the transfers of a receiver fill its line. */
    boolean full(int v) {
        return rate(v) >= viewers.down(v) * (1 - 1e-6);
    }

    /** What all transfers of a receiver carry now. */
    double rate(int v) {
        double rate = 0;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            rate += transfers.state(t) == Transfers.ACTIVE ? rateOf(t) : 0;
        }
        return rate;
    }

    /** Adds to each peer's number the rate at which it sends to a receiver now. */
    void addRates(int v, double[] rateFrom) {
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.state(t) == Transfers.ACTIVE && !transfers.fromServer(t)) {
                rateFrom[transfers.from(t)] += uplinks.rate(t);
            }
        }
    }

    /** Sets the numbers to 0 to which {@link #addRates} adds. */
    void clearRates(int v, double[] rateFrom) {
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (!transfers.fromServer(t)) {
                rateFrom[transfers.from(t)] = 0;
            }
        }
    }

    /** The uploads of a peer are few as a rule; but a promised one is not in their list before its request arrives. */
    boolean isAmongUploads(int peer, int v) {
        for (int t = uplinks.first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            if (transfers.to(t) == v) {
                return true;
            }
        }
        return false;
    }

    private double rateOf(int t) {
        return transfers.fromServer(t) ? desks[transfers.server(t)].rate(t) : uplinks.rate(t);
    }
}

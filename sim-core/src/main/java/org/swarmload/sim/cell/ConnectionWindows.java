package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.PairMap;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * How TCP shares an uplink with a long queue among the connections that it feeds: each gets a part in proportion to its
 * window for each of its round trips.
 *
 * <p>A round trip is what waits at the sender, behind which the data come, and what waits at the receiver, behind which
 * their acknowledgements come, and the trips. So who sends much itself receives less. Windows that compete for a queue
 * become alike, since they grow by the clock and not by the round trip (CUBIC, RFC 9438 3.3); a connection that begins has
 * ten segments (RFC 6928) and doubles them with each round trip in which it sends (slow start, RFC 5681), until it has as
 * much as the others. From then on it counts as one of them.
 *
 * <p>Losses are not modelled, nor that a window shrinks while nothing is sent, nor that small windows leave an uplink
 * unused. Parts are reckoned anew when something begins to flow, with each round trip while a window grows, and each
 * second.
 */
final class ConnectionWindows implements PeerUplinks.Weights {
    /** What of the lines matters here. */
    interface Lines {
        /** How long it takes until all that waits in a member's line has left it, microseconds. */
        double queueMicros(int member, long now);

        /** One way between two members with empty lines, microseconds. */
        long tripMicros(int member, int other);
    }

    /** RFC 6928: ten segments. */
    private static final long INITIAL_WINDOW_BYTES = 14_600;

    /** In the place of a window that has become like the others. */
    private static final long GROWN = Long.MAX_VALUE;

    private static final long LATEST_MICROS = 1_000_000;
    private static final long SOONEST_MICROS = 10_000;

    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Lines lines;
    private final EventQueue queue;

    /** Of connections from a sender to a receiver that have carried something, bytes. */
    private final PairMap windows = new PairMap();

    /** When the parts of a member's uplink are reckoned next; an event at another time is stale. And when they were last. */
    private final long[] dueMicros;

    private final long[] reckonedMicros;

    /** By number of a transfer: how much of the others' window its connection had when its part was reckoned. */
    private float[] grown = new float[0];

    /** Of the sender whose parts are reckoned, and of its transfers in the order of their list. */
    private int sender;

    private long now;
    private double[] roundTripMicros = new double[16];
    private double meanRoundTripMicros;
    private double fairBytes;
    private int position;
    private double growsInMicros;

    ConnectionWindows(Transfers transfers, PeerUplinks uplinks, Lines lines, EventQueue queue, int members) {
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.lines = lines;
        this.queue = queue;
        dueMicros = new long[members];
        reckonedMicros = new long[members];
        Arrays.fill(dueMicros, PeerUplinks.NEVER);
    }

    /** The time has come to reckon a member's parts anew; true if it was not stale. */
    boolean fires(int member, long time) {
        boolean due = dueMicros[member] == time;
        if (due) {
            dueMicros[member] = PeerUplinks.NEVER;
            reckon(member, time);
        }
        return due;
    }

    /** Reckons the parts of a member's uplink: something begins to flow, or the uplink is another from now on. */
    void reckon(int member, long time) {
        int n = uplinks.active(member);
        if (n == 0 || uplinks.capacity(member) == 0) {
            return;
        }
        sender = member;
        now = time;
        lookAtRoundTrips(n);
        growsInMicros = LATEST_MICROS;
        position = 0;
        if (n == 1) {
            weight(uplinks.first(member)); // it has all, but its window grows
        } else {
            uplinks.weigh(member, this, time);
            plan(time + (long) Math.max(SOONEST_MICROS, growsInMicros));
        }
        reckonedMicros[member] = time;
    }

    private void lookAtRoundTrips(int n) {
        if (roundTripMicros.length < n) {
            roundTripMicros = new double[2 * n];
        }
        double atSender = lines.queueMicros(sender, now);
        double sum = 0;
        int k = 0;
        for (int t = uplinks.first(sender); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            int to = transfers.to(t);
            long trips = 2 * lines.tripMicros(to, sender);
            roundTripMicros[k] = Math.max(1, atSender + lines.queueMicros(to, now) + trips);
            sum += roundTripMicros[k++];
        }
        meanRoundTripMicros = sum / n;
        fairBytes = uplinks.capacity(sender) * meanRoundTripMicros / n;
    }

    private void plan(long due) {
        if (due < dueMicros[sender]) {
            dueMicros[sender] = due;
            queue.push(due, Cell.REVIEW, sender, BtExchange.WINDOWS);
        }
    }

    /** Asked for all transfers of the sender in the order of their list; 1 is a grown window at the mean round trip. */
    @Override
    public float weight(int t) {
        double roundTrip = roundTripMicros[position++];
        int to = transfers.to(t);
        long window = windows.get(sender, to);
        if (window == PairMap.ABSENT) {
            window = INITIAL_WINDOW_BYTES;
        }
        double part = 1;
        if (window != GROWN) {
            long sending = now - Math.max(reckonedMicros[sender], transfers.startMicros(t));
            double bytes = window * StrictMath.pow(2, sending / roundTrip);
            part = Math.min(1, bytes / fairBytes);
            window = part < 1 ? (long) bytes : GROWN;
            windows.put(sender, to, window);
            growsInMicros = part < 1 ? Math.min(growsInMicros, roundTrip) : growsInMicros;
        }
        if (t >= grown.length) {
            grown = Arrays.copyOf(grown, t + 16 + t / 2);
        }
        grown[t] = (float) part;
        return (float) (part * meanRoundTripMicros / roundTrip);
    }

    /** The rate of a running transfer once the windows of all connections of its sender have grown, bytes per microsecond. */
    double grownRate(int t) {
        int from = transfers.from(t);
        double sum = 0;
        for (int other = uplinks.first(from); other != Transfers.NONE; other = transfers.nextOfSender(other)) {
            sum += grownWeight(other);
        }
        return Math.max(uplinks.rate(t), uplinks.capacity(from) * grownWeight(t) / sum);
    }

    private double grownWeight(int t) {
        return uplinks.weight(t) / grown[t];
    }

    /** A connection is gone. */
    void end(int one, int other) {
        windows.removeBoth(one, other);
    }

    long stateBytes() {
        return windows.stateBytes() + 8L * (dueMicros.length + reckonedMicros.length) + 4L * grown.length;
    }
}

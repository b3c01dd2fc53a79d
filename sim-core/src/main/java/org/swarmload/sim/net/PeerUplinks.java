package org.swarmload.sim.net;

import org.swarmload.sim.kernel.Touch;

/**
 * The uplinks of a cell's peers, each shared max-min among its few transfers under the receivers' caps, re-rated at
 * every start, end and change of a cap (upload discipline {@code shared}). An uplink may be divided into slots instead:
 * then a transfer gets a slot's rate at most, however few there are (discipline {@code slots}).
 *
 * <p>This is not max-min over the whole network: the caps are set by the offers of the moment at which one of the
 * receiver's transfers began or ended, not by what other senders leave unused since (cell.Downlinks).
 */
public final class PeerUplinks {
    public static final long NEVER = Long.MAX_VALUE;

    /** Bytes below which a transfer has ended: rounding, far below one byte. */
    private static final double NOTHING = 1e-6;

    private static final int STRIDE = 5;
    /** Bytes per microsecond, a double. */
    private static final int CAPACITY = 0;

    private static final int SETTLED = 1;
    private static final int DUE = 2;
    private static final int FINISH = 3;
    /** Low half: first transfer. High half: how many. */
    private static final int RUNNING = 4;

    private final Transfers transfers;
    private final long[] record;
    /** Into how many slots each uplink is divided: a transfer gets one of them at most; empty where none is. */
    private int[] slots = new int[0];

    public PeerUplinks(Transfers transfers, int peers) {
        this.transfers = transfers;
        record = new long[Math.multiplyExact(peers, STRIDE)];
        for (int peer = 0; peer < peers; peer++) {
            setRunning(peer, Transfers.NONE, 0);
            record[peer * STRIDE + DUE] = NEVER;
            record[peer * STRIDE + FINISH] = NEVER;
        }
    }

    /** Sets the capacity of a peer that sends nothing; {@link #rerate} is for one that may. */
    public void setCapacity(int peer, double bytesPerMicro) {
        record[peer * STRIDE + CAPACITY] = Double.doubleToRawLongBits(bytesPerMicro);
    }

    /** Gives each transfer of a peer the uplink divided by {@code into} at most, however few there are. */
    public void divide(int peer, int into) {
        if (slots.length == 0) {
            slots = new int[record.length / STRIDE];
        }
        slots[peer] = into;
    }

    private double limited(int peer, double cap) {
        return slots.length == 0 || slots[peer] == 0 ? cap : Math.min(cap, capacity(peer) / slots[peer]);
    }

    /**
     * Changes the capacity of a peer whose transfers may run: they are re-rated under the caps that they have. Where the
     * uplink is divided into slots, caps follow when they are set the next time.
     */
    public void rerate(int peer, double bytesPerMicro, long now) {
        settle(peer, now);
        setCapacity(peer, bytesPerMicro);
        share(peer);
    }

    public double capacity(int peer) {
        return Double.longBitsToDouble(record[peer * STRIDE + CAPACITY]);
    }

    public int active(int peer) {
        return (int) (record[peer * STRIDE + RUNNING] >>> Integer.SIZE);
    }

    /** First transfer of the peer; go on with {@link Transfers#nextOfSender}. */
    public int first(int peer) {
        return (int) record[peer * STRIDE + RUNNING];
    }

    private void setRunning(int peer, int head, int count) {
        record[peer * STRIDE + RUNNING] = (long) count << Integer.SIZE | head & 0xFFFF_FFFFL;
    }

    private long settledAt(int peer) {
        return record[peer * STRIDE + SETTLED];
    }

    /** When the pending event of the peer fires, or {@link #NEVER}; one at another time is stale. */
    public long due(int peer) {
        return record[peer * STRIDE + DUE];
    }

    /**
     * Whether an event has to be made for the next finish of the peer, since the pending one is later or there is none.
     *
     * @return when it is due, or {@link #NEVER}
     */
    public long arm(int peer, long now) {
        long finish = finish(peer);
        record[peer * STRIDE + FINISH] =
                finish; // at this very instant, perhaps, and the pending event is still to fire
        long next = Math.max(now + 1, finish);
        if (next >= due(peer)) {
            return NEVER;
        }
        record[peer * STRIDE + DUE] = next;
        return next;
    }

    /**
     * The pending event of the peer fires. It may be too early, for a finish that has moved since.
     *
     * @return when it has to fire again, or {@link #NEVER} if something ends now
     */
    public long fire(int peer, long now) {
        long finish = record[peer * STRIDE + FINISH];
        boolean early = finish > now && finish < NEVER;
        record[peer * STRIDE + DUE] = early ? finish : NEVER;
        return early ? finish : NEVER;
    }

    /** Begins the flow of a transfer. */
    public void start(int t, double cap, long now) {
        int peer = transfers.from(t);
        settle(peer, now);
        transfers.setState(t, Transfers.ACTIVE);
        transfers.setDue(t, now);
        transfers.setLeft(t, transfers.size(t));
        transfers.setCap(t, limited(peer, cap));
        transfers.setNextOfSender(t, first(peer));
        setRunning(peer, t, active(peer) + 1);
        share(peer);
    }

    /** Takes one transfer of the peer that has ended by now, or returns {@link Transfers#NONE} when no more has. */
    public int pollFinished(int peer, long now) {
        settle(peer, now);
        for (int t = first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            if (transfers.left(t) <= NOTHING) {
                unlink(peer, t);
                return t;
            }
        }
        share(peer);
        return Transfers.NONE;
    }

    /** Stops a transfer before its end and returns the whole bytes that have gone. */
    public long abort(int t, long now) {
        int peer = transfers.from(t);
        settle(peer, now);
        long gone = transfers.size(t) - (long) Math.ceil(Math.max(0, transfers.left(t) - NOTHING));
        unlink(peer, t);
        share(peer);
        return Math.max(0, gone);
    }

    /** Bytes of a running transfer that have not gone yet. */
    public double bytesLeft(int t, long now) {
        return Math.max(0, transfers.left(t) - transfers.rate(t) * (now - settledAt(transfers.from(t))));
    }

    /** Changes the cap of one transfer; true when rates changed, so that the next finish is another. */
    public boolean setCap(int t, double receiverCap, long now) {
        double cap = limited(transfers.from(t), receiverCap);
        double old = transfers.cap(t);
        transfers.setCap(t, cap);
        double rate = transfers.rate(t);
        if (rate < old && rate <= cap) {
            return false;
        }
        int peer = transfers.from(t);
        settle(peer, now);
        share(peer);
        return true;
    }

    /** First whole microsecond, after now, at which a transfer of the peer ends if nothing changes. */
    public long nextFinish(int peer, long now) {
        return Math.max(now + 1, finish(peer));
    }

    private long finish(int peer) {
        double next = Double.POSITIVE_INFINITY;
        for (int t = first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            double rate = transfers.rate(t);
            if (rate > 0) {
                next = Math.min(next, Math.max(0, transfers.left(t) - NOTHING) / rate);
            }
        }
        if (next > 4e18) {
            return NEVER;
        }
        return settledAt(peer) + (long) Math.ceil(next);
    }

    private void settle(int peer, long now) {
        double passed = now - settledAt(peer);
        if (passed > 0) {
            for (int t = first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                transfers.setLeft(t, transfers.left(t) - transfers.rate(t) * passed);
            }
        }
        record[peer * STRIDE + SETTLED] = now;
    }

    private void unlink(int peer, int t) {
        int next = transfers.nextOfSender(t);
        if (first(peer) == t) {
            setRunning(peer, next, active(peer) - 1);
            return;
        }
        setRunning(peer, first(peer), active(peer) - 1);
        int before = first(peer);
        while (transfers.nextOfSender(before) != t) {
            before = transfers.nextOfSender(before);
        }
        transfers.setNextOfSender(before, next);
    }

    /** Water-filling: gives every transfer the level, or its cap where that is less, until the level stays. */
    private void share(int peer) {
        int first = first(peer);
        int open = active(peer);
        double rest = capacity(peer);
        double level = open == 0 ? 0 : rest / open;
        boolean capped = false;
        for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            capped |= transfers.cap(t) <= level;
            transfers.setRate(t, level);
        }
        while (capped) {
            capped = false;
            double nextRest = capacity(peer);
            int nextOpen = 0;
            for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                double cap = transfers.cap(t);
                if (cap <= level) {
                    transfers.setRate(t, cap);
                    nextRest -= cap;
                } else {
                    nextOpen++;
                }
            }
            if (nextOpen == 0) {
                return;
            }
            double higher = nextRest / nextOpen;
            for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                double cap = transfers.cap(t);
                if (cap > level) {
                    capped |= cap <= higher;
                    transfers.setRate(t, higher);
                }
            }
            level = higher;
        }
    }

    public long stateBytes() {
        return 8L * record.length + 4L * slots.length;
    }

    /** Brings all uplinks into the processor's cache. */
    public long touchAll() {
        return Touch.all(record);
    }
}

package org.swarmload.sim.net;

import org.swarmload.sim.kernel.Touch;

/**
 * The uplinks of a cell's peers, each shared max-min among its transfers under the receivers' caps, re-rated at every
 * start, end and change of a cap (upload discipline {@code shared}). An uplink may be divided into slots instead: then a
 * transfer gets a slot's rate at most, however few there are (discipline {@code slots}).
 *
 * <p>A transfer whose cap is not below the whole uplink is <em>free</em>: nothing but the uplink limits it. Free ones all
 * run at the same level, so they have a finish mark on a meter of the uplink (virtual time: bytes that a free transfer has
 * got) and nobody has to visit them while others come and go. Those with a lesser cap are few, and visited each time.
 *
 * <p>This is not max-min over the whole network: the caps are set by the offers of the moment at which one of the
 * receiver's transfers began or ended, not by what other senders leave unused since (cell.Downlinks).
 */
public final class PeerUplinks {
    public static final long NEVER = Long.MAX_VALUE;

    /** Bytes below which a transfer has ended: rounding, far below one byte. */
    private static final double NOTHING = 1e-6;

    /** A record is a cache line. */
    private static final int STRIDE = 8;
    /** Bytes per microsecond, a double. */
    private static final int CAPACITY = 0;
    /** What every transfer gets that its cap lets, bytes per microsecond, a double. */
    private static final int LEVEL = 1;
    /** Bytes that a free transfer has got, a double. */
    private static final int METER = 2;

    private static final int SETTLED = 3;
    private static final int DUE = 4;
    private static final int FINISH = 5;
    /** Low half: first transfer. High half: last free one. The list: free ones by their finish, then those with a cap. */
    private static final int LIST = 6;
    /** Low half: how many free ones. High half: how many with a cap. */
    private static final int COUNTS = 7;

    private final Transfers transfers;
    private final long[] record;
    /** Into how many slots each uplink is divided: a transfer gets one of them at most; empty where none is. */
    private int[] slots = new int[0];

    public PeerUplinks(Transfers transfers, int peers) {
        this.transfers = transfers;
        record = new long[Math.multiplyExact(peers, STRIDE)];
        for (int peer = 0; peer < peers; peer++) {
            setList(peer, Transfers.NONE, Transfers.NONE);
            record[peer * STRIDE + DUE] = NEVER;
            record[peer * STRIDE + FINISH] = NEVER;
        }
    }

    /** Sets the capacity of a peer that sends nothing; {@link #rerate} is for one that may. */
    public void setCapacity(int peer, double bytesPerMicro) {
        setDouble(peer, CAPACITY, bytesPerMicro);
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
        int t = first(peer);
        for (int k = free(peer); k > 0; k--) {
            transfers.setLeft(t, transfers.left(t) - meter(peer));
            t = transfers.nextOfSender(t);
        }
        t = first(peer);
        setList(peer, Transfers.NONE, Transfers.NONE);
        setCounts(peer, 0, 0);
        setCapacity(peer, bytesPerMicro);
        while (t != Transfers.NONE) {
            int next = transfers.nextOfSender(t);
            link(peer, t, transfers.left(t));
            t = next;
        }
        share(peer);
    }

    public double capacity(int peer) {
        return getDouble(peer, CAPACITY);
    }

    public int active(int peer) {
        return free(peer) + capped(peer);
    }

    /** First transfer of the peer; go on with {@link Transfers#nextOfSender}. */
    public int first(int peer) {
        return (int) record[peer * STRIDE + LIST];
    }

    /** Rate of a running transfer, bytes per microsecond. */
    public double rate(int t) {
        return Math.min(transfers.cap(t), level(transfers.from(t)));
    }

    private double getDouble(int peer, int field) {
        return Double.longBitsToDouble(record[peer * STRIDE + field]);
    }

    private void setDouble(int peer, int field, double value) {
        record[peer * STRIDE + field] = Double.doubleToRawLongBits(value);
    }

    private double level(int peer) {
        return getDouble(peer, LEVEL);
    }

    private double meter(int peer) {
        return getDouble(peer, METER);
    }

    private int lastFree(int peer) {
        return (int) (record[peer * STRIDE + LIST] >>> Integer.SIZE);
    }

    private void setList(int peer, int first, int lastFree) {
        record[peer * STRIDE + LIST] = (long) lastFree << Integer.SIZE | first & 0xFFFF_FFFFL;
    }

    private int free(int peer) {
        return (int) record[peer * STRIDE + COUNTS];
    }

    private int capped(int peer) {
        return (int) (record[peer * STRIDE + COUNTS] >>> Integer.SIZE);
    }

    private void setCounts(int peer, int free, int capped) {
        record[peer * STRIDE + COUNTS] = (long) capped << Integer.SIZE | free;
    }

    private boolean isFree(int peer, int t) {
        return transfers.cap(t) >= capacity(peer);
    }

    private int firstCapped(int peer) {
        if (capped(peer) == 0) {
            return Transfers.NONE;
        }
        return free(peer) == 0 ? first(peer) : transfers.nextOfSender(lastFree(peer));
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
        transfers.setCap(t, limited(peer, cap));
        link(peer, t, transfers.size(t));
        share(peer);
    }

    /** Takes one transfer of the peer that has ended by now, or returns {@link Transfers#NONE} when no more has. */
    public int pollFinished(int peer, long now) {
        settle(peer, now);
        int first = first(peer);
        if (free(peer) > 0 && transfers.left(first) <= meter(peer) + NOTHING) {
            unlink(peer, first);
            return first;
        }
        for (int t = firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
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
        long gone = transfers.size(t) - (long) Math.ceil(Math.max(0, settledLeft(peer, t) - NOTHING));
        unlink(peer, t);
        share(peer);
        return Math.max(0, gone);
    }

    /** Bytes of a running transfer that have not gone yet. */
    public double bytesLeft(int t, long now) {
        int peer = transfers.from(t);
        double left = settledLeft(peer, t) - rate(t) * (now - settledAt(peer));
        return Math.min(transfers.size(t), Math.max(0, left));
    }

    /** Bytes of a running transfer that had not gone when its uplink was settled last. */
    private double settledLeft(int peer, int t) {
        return isFree(peer, t) ? transfers.left(t) - meter(peer) : transfers.left(t);
    }

    /** Changes the cap of one transfer; true when rates may have changed, so that the next finish is another. */
    public boolean setCap(int t, double receiverCap, long now) {
        int peer = transfers.from(t);
        double cap = limited(peer, receiverCap);
        double lesser = Math.min(cap, transfers.cap(t));
        if (lesser >= capacity(peer) || cap == transfers.cap(t)) {
            transfers.setCap(t, cap);
            return false;
        }
        boolean capped = Math.max(cap, transfers.cap(t)) < capacity(peer);
        if (capped && lesser > level(peer)) {
            transfers.setCap(t, cap);
            return false;
        }
        settle(peer, now);
        double left = settledLeft(peer, t);
        unlink(peer, t);
        transfers.setCap(t, cap);
        link(peer, t, left);
        share(peer);
        return true;
    }

    /** First whole microsecond, after now, at which a transfer of the peer ends if nothing changes. */
    public long nextFinish(int peer, long now) {
        return Math.max(now + 1, finish(peer));
    }

    private long finish(int peer) {
        double level = level(peer);
        double next = Double.POSITIVE_INFINITY;
        if (free(peer) > 0 && level > 0) {
            next = Math.max(0, transfers.left(first(peer)) - meter(peer) - NOTHING) / level;
        }
        for (int t = firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            double rate = Math.min(transfers.cap(t), level);
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
            double level = level(peer);
            if (free(peer) > 0) {
                setDouble(peer, METER, meter(peer) + level * passed);
            }
            for (int t = firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                transfers.setLeft(t, transfers.left(t) - Math.min(transfers.cap(t), level) * passed);
            }
        }
        record[peer * STRIDE + SETTLED] = now;
    }

    /** Puts a transfer that has so many bytes to go in its place. */
    private void link(int peer, int t, double left) {
        int first = first(peer);
        int lastFree = lastFree(peer);
        int free = free(peer);
        if (!isFree(peer, t)) {
            transfers.setLeft(t, left);
            insert(peer, lastFree, t);
            setCounts(peer, free, capped(peer) + 1);
            return;
        }
        if (free == 0) {
            setDouble(peer, METER, 0);
        }
        double mark = meter(peer) + left;
        transfers.setLeft(t, mark);
        int before = lastFree;
        if (free > 0 && transfers.left(lastFree) > mark) {
            before = Transfers.NONE;
            for (int next = first; transfers.left(next) <= mark; next = transfers.nextOfSender(next)) {
                before = next;
            }
        }
        insert(peer, before, t);
        setList(peer, first(peer), before == lastFree ? t : lastFree);
        setCounts(peer, free + 1, capped(peer));
    }

    /** Puts a transfer after another one, or at the beginning. */
    private void insert(int peer, int before, int t) {
        if (before == Transfers.NONE) {
            transfers.setNextOfSender(t, first(peer));
            setList(peer, t, lastFree(peer));
        } else {
            transfers.setNextOfSender(t, transfers.nextOfSender(before));
            transfers.setNextOfSender(before, t);
        }
    }

    private void unlink(int peer, int t) {
        int before = Transfers.NONE;
        for (int at = first(peer); at != t; at = transfers.nextOfSender(at)) {
            before = at;
        }
        int first = first(peer);
        if (before == Transfers.NONE) {
            first = transfers.nextOfSender(t);
        } else {
            transfers.setNextOfSender(before, transfers.nextOfSender(t));
        }
        boolean free = isFree(peer, t);
        setList(peer, first, lastFree(peer) == t ? before : lastFree(peer));
        setCounts(peer, free(peer) - (free ? 1 : 0), capped(peer) - (free ? 0 : 1));
    }

    /** Water-filling: the level that every transfer gets, or its cap where that is less. */
    private void share(int peer) {
        int open = active(peer);
        double level = open == 0 ? 0 : capacity(peer) / open;
        if (capped(peer) > 0) {
            level = raised(peer, level);
        }
        setDouble(peer, LEVEL, level);
    }

    /** What those leave who do not take the level goes to the others, until the level stays; no level if nobody is left. */
    private double raised(int peer, double from) {
        double level = from;
        while (true) {
            double rest = capacity(peer);
            int open = free(peer);
            for (int t = firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                double cap = transfers.cap(t);
                if (cap <= level) {
                    rest -= cap;
                } else {
                    open++;
                }
            }
            double higher = open == 0 ? Double.POSITIVE_INFINITY : rest / open;
            if (higher <= level || open == 0) {
                return Math.max(level, higher);
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

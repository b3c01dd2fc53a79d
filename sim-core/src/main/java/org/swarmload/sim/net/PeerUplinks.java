package org.swarmload.sim.net;

/**
 * The uplinks of a cell's peers, each shared max-min among its transfers under the receivers' caps, re-rated at every
 * start, end and change of a cap (upload discipline {@code shared}). An uplink may be divided into slots instead: then a
 * transfer gets a slot's rate at most, however few there are (discipline {@code slots}).
 *
 * <p>A transfer whose cap is not below the whole uplink is <em>free</em>: nothing but the uplink limits it. Free ones all
 * run at the same level, so they have a finish mark on a meter of the uplink (virtual time: bytes that a free transfer has
 * got) and nobody has to visit them while others come and go. Those with a lesser cap are few, and visited each time.
 * Where transfers are weighed, each runs at its weight times the level.
 *
 * <p>This is not max-min over the whole network: the caps are set by the offers of the moment at which one of the
 * receiver's transfers began or ended, not by what other senders leave unused since (cell.Downlinks).
 */
public final class PeerUplinks {
    public static final long NEVER = Long.MAX_VALUE;

    /** Bytes below which a transfer of weight 1 has ended: rounding, far below one byte. */
    private static final double NOTHING = 1e-6;

    /** What a running transfer gets of its uplink beside others. */
    @FunctionalInterface
    public interface Weights {
        /** Above 0; without weights it is 1 for all. */
        float weight(int t);
    }

    private final Transfers transfers;
    private final UplinkRecords uplinks;
    /** Into how many slots each uplink is divided: a transfer gets one of them at most; empty where none is. */
    private int[] slots = new int[0];

    public PeerUplinks(Transfers transfers, int peers) {
        this.transfers = transfers;
        uplinks = new UplinkRecords(transfers, peers);
    }

    /** Sets the capacity of a peer that sends nothing; {@link #rerate} is for one that may. */
    public void setCapacity(int peer, double bytesPerMicro) {
        uplinks.setCapacity(peer, bytesPerMicro);
    }

    /** Gives each transfer of a peer the uplink divided by {@code into} at most, however few there are. */
    public void divide(int peer, int into) {
        if (slots.length == 0) {
            slots = new int[uplinks.count()];
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
        int first = uplinks.takeOut(peer);
        uplinks.setCapacity(peer, bytesPerMicro);
        uplinks.putBack(peer, first);
        share(peer);
    }

    /** Weighs all running transfers of a peer: under their caps they share its uplink in proportion to their weights. */
    public void weigh(int peer, Weights weights, long now) {
        settle(peer, now);
        int first = uplinks.takeOut(peer);
        for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            transfers.setWeight(t, weights.weight(t));
        }
        uplinks.putBack(peer, first);
        share(peer);
    }

    public double capacity(int peer) {
        return uplinks.capacity(peer);
    }

    public int active(int peer) {
        return uplinks.free(peer) + uplinks.capped(peer);
    }

    /** First transfer of the peer; go on with {@link Transfers#nextOfSender}. */
    public int first(int peer) {
        return uplinks.first(peer);
    }

    /** Rate of a running transfer, bytes per microsecond. */
    public double rate(int t) {
        return Math.min(transfers.cap(t), uplinks.level(transfers.from(t)) * transfers.weight(t));
    }

    /** What a running transfer weighs. */
    public float weight(int t) {
        return transfers.weight(t);
    }

    /** When the pending event of the peer fires, or {@link #NEVER}; one at another time is stale. */
    public long due(int peer) {
        return uplinks.due(peer);
    }

    /**
     * Whether an event has to be made for the next finish of the peer, since the pending one is later or there is none.
     *
     * @return when it is due, or {@link #NEVER}
     */
    public long arm(int peer, long now) {
        long finish = finish(peer);
        uplinks.setFinish(peer, finish); // at this very instant, perhaps, and the pending event is still to fire
        long next = Math.max(now + 1, finish);
        if (next >= due(peer)) {
            return NEVER;
        }
        uplinks.setDue(peer, next);
        return next;
    }

    /**
     * The pending event of the peer fires. It may be too early, for a finish that has moved since.
     *
     * @return when it has to fire again, or {@link #NEVER} if something ends now
     */
    public long fire(int peer, long now) {
        long finish = uplinks.finish(peer);
        boolean early = finish > now && finish < NEVER;
        uplinks.setDue(peer, early ? finish : NEVER);
        return early ? finish : NEVER;
    }

    /** Begins the flow of a transfer. */
    public void start(int t, double cap, long now) {
        int peer = transfers.from(t);
        settle(peer, now);
        transfers.setState(t, Transfers.ACTIVE);
        transfers.setDue(t, now);
        transfers.setCap(t, limited(peer, cap));
        uplinks.link(peer, t, transfers.size(t));
        share(peer);
    }

    /** Takes one transfer of the peer that has ended by now, or returns {@link Transfers#NONE} when no more has. */
    public int pollFinished(int peer, long now) {
        settle(peer, now);
        int first = first(peer);
        if (uplinks.free(peer) > 0 && transfers.left(first) <= uplinks.meter(peer) + NOTHING) {
            uplinks.unlink(peer, first);
            return first;
        }
        for (int t = uplinks.firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            if (transfers.left(t) <= NOTHING) {
                uplinks.unlink(peer, t);
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
        long gone = transfers.size(t) - (long) Math.ceil(Math.max(0, uplinks.left(peer, t) - NOTHING));
        uplinks.unlink(peer, t);
        share(peer);
        return Math.max(0, gone);
    }

    /** Bytes of a running transfer that have not gone yet. */
    public double bytesLeft(int t, long now) {
        int peer = transfers.from(t);
        double left = uplinks.left(peer, t) - rate(t) * (now - uplinks.settledAt(peer));
        return Math.min(transfers.size(t), Math.max(0, left));
    }

    /** Whole bytes that the running transfers of a peer have carried. */
    public long sent(int peer, long now) {
        long sent = 0;
        for (int t = first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            sent += transfers.size(t) - (long) Math.ceil(bytesLeft(t, now));
        }
        return sent;
    }

    /** Changes the cap of one transfer; true when rates may have changed, so that the next finish is another. */
    public boolean setCap(int t, double receiverCap, long now) {
        int peer = transfers.from(t);
        double cap = limited(peer, receiverCap);
        double old = transfers.cap(t);
        boolean staysFree = Math.min(cap, old) >= capacity(peer);
        double part = uplinks.level(peer) * transfers.weight(t);
        boolean staysAbove = Math.min(cap, old) > part && Math.max(cap, old) < capacity(peer);
        if (staysFree || staysAbove || cap == old) {
            transfers.setCap(t, cap);
            return false;
        }
        settle(peer, now);
        double left = uplinks.left(peer, t);
        uplinks.unlink(peer, t);
        transfers.setCap(t, cap);
        uplinks.link(peer, t, left);
        share(peer);
        return true;
    }

    /** First whole microsecond, after now, at which a transfer of the peer ends if nothing changes. */
    public long nextFinish(int peer, long now) {
        return Math.max(now + 1, finish(peer));
    }

    private long finish(int peer) {
        double level = uplinks.level(peer);
        double next = Double.POSITIVE_INFINITY;
        if (uplinks.free(peer) > 0 && level > 0) {
            next = Math.max(0, transfers.left(first(peer)) - uplinks.meter(peer) - NOTHING) / level;
        }
        for (int t = uplinks.firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            double rate = Math.min(transfers.cap(t), level * transfers.weight(t));
            if (rate > 0) {
                next = Math.min(next, Math.max(0, transfers.left(t) - NOTHING) / rate);
            }
        }
        return next > 4e18 ? NEVER : uplinks.settledAt(peer) + (long) Math.ceil(next);
    }

    private void settle(int peer, long now) {
        double passed = now - uplinks.settledAt(peer);
        if (passed > 0) {
            double level = uplinks.level(peer);
            if (uplinks.free(peer) > 0) {
                uplinks.setMeter(peer, uplinks.meter(peer) + level * passed);
            }
            for (int t = uplinks.firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                double rate = Math.min(transfers.cap(t), level * transfers.weight(t));
                transfers.setLeft(t, transfers.left(t) - rate * passed);
            }
        }
        uplinks.setSettledAt(peer, now);
    }

    /** Water-filling: the level that every transfer gets for each unit of its weight, or its cap where that is less. */
    private void share(int peer) {
        double open = uplinks.sumOfWeights(peer, active(peer));
        double level = open == 0 ? 0 : capacity(peer) / open;
        uplinks.setLevel(peer, uplinks.capped(peer) == 0 ? level : raised(peer, level));
    }

    /** What those leave who do not take the level goes to the others, until the level stays; infinite if nobody is left. */
    private double raised(int peer, double from) {
        double free = uplinks.sumOfWeights(peer, uplinks.free(peer));
        double level = from;
        while (true) {
            double rest = capacity(peer);
            double open = free;
            for (int t = uplinks.firstCapped(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                double cap = transfers.cap(t);
                float weight = transfers.weight(t);
                if (cap <= level * weight) {
                    rest -= cap;
                } else {
                    open += weight;
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
        return uplinks.stateBytes() + 4L * slots.length;
    }

    /** Brings all uplinks into the processor's cache. */
    public long touchAll() {
        return uplinks.touchAll();
    }
}

package org.swarmload.sim.net;

import org.swarmload.sim.kernel.KeyedHeap;

/**
 * One capacity shared max-min among many flows with their own caps, exactly, recomputed at every start, end, change of
 * a cap and change of the capacity.
 *
 * <p>Flows are in two sets. Those whose cap is at most the water level run at their cap and have a finish time; the
 * others all run at the level and have a finish mark on one shared meter (virtual time: bytes that a level flow has
 * received since the start). A change moves few flows between the sets, so it costs O(log flows).
 *
 * <p>Rates are bytes per microsecond; a flow ends at the first whole microsecond at which all its bytes have gone.
 * Callers settle nothing: every method takes the time. After {@link #pollFinished} has returned {@code NONE}, or after
 * any other change, {@link #nextFinish} tells when to call again.
 */
public final class ServerPort {
    public static final long NEVER = Long.MAX_VALUE;

    /** Two rates closer than this share are the same; keeps rounding from moving a flow to and fro. */
    private static final double SAME = 1 + 1e-12;

    /** Bytes below which a flow has ended: rounding of sums, far below one byte. */
    private static final double NOTHING = 1e-6;

    private final Transfers transfers;
    private final KeyedHeap sharedByMark;
    private final KeyedHeap sharedByCap;
    private final KeyedHeap cappedByFinish;
    private final KeyedHeap cappedByCap;

    private double capacity;
    private double meter;
    private double level = Double.POSITIVE_INFINITY;
    private double cappedSum;
    private double sharedCaps;
    private long settledAt;

    /** Bytes that have gone of the flows under way. */
    private double progress;

    /** Bytes of the flows that have ended here, completed or aborted. */
    private long endedBytes;

    /** The fraction of a byte that aborted flows have sent and nobody has counted yet. */
    private double carry;

    public ServerPort(Transfers transfers, double capacityBytesPerMicro) {
        this.transfers = transfers;
        this.capacity = capacityBytesPerMicro;
        sharedByMark = new KeyedHeap(transfers.finish, false);
        sharedByCap = new KeyedHeap(transfers.cap, false);
        cappedByFinish = new KeyedHeap(transfers.finish, false);
        cappedByCap = new KeyedHeap(transfers.cap, true);
    }

    /** Begins the flow of a transfer. */
    public void start(int t, double cap, long now) {
        settle(now);
        transfers.setState(t, Transfers.ACTIVE);
        transfers.setCap(t, cap);
        if (cap <= level && cappedSum + cap <= capacity) {
            addCapped(t, transfers.size(t));
        } else {
            addShared(t, transfers.size(t));
        }
        rebalance();
    }

    /** Takes one flow that has ended by now out of the port, or returns {@link Transfers#NONE} when no more has. */
    public int pollFinished(long now) {
        settle(now);
        if (cappedByFinish.size() > 0 && cappedByFinish.topKey() <= now) {
            int t = cappedByFinish.top();
            double cap = transfers.cap(t);
            progress -= transfers.size(t) + (now - transfers.finish.key(t)) * cap;
            endedBytes += transfers.size(t);
            removeCapped(t);
            return t;
        }
        if (sharedByMark.size() > 0 && sharedByMark.topKey() <= meter + NOTHING) {
            int t = sharedByMark.top();
            progress -= transfers.size(t) + (meter - transfers.finish.key(t));
            endedBytes += transfers.size(t);
            removeShared(t);
            return t;
        }
        rebalance();
        return Transfers.NONE;
    }

    /** Stops a flow before its end and returns the whole bytes that have gone. */
    public long abort(int t, long now) {
        settle(now);
        double gone = transfers.size(t) - remaining(t, now);
        double due = gone + carry;
        long whole = Math.max(0, Math.min(transfers.size(t), (long) StrictMath.floor(due)));
        carry = due - whole;
        progress -= gone;
        endedBytes += whole;
        if (isCapped(t)) {
            removeCapped(t);
        } else {
            removeShared(t);
        }
        rebalance();
        return whole;
    }

    /** Changes the cap of one flow. */
    public void setCap(int t, double cap, long now) {
        if (!isCapped(t) && cap > level) {
            sharedCaps += cap - transfers.cap(t);
            sharedByCap.change(t, cap);
            return;
        }
        settle(now);
        double rest = remaining(t, now);
        if (isCapped(t)) {
            removeCapped(t);
        } else {
            removeShared(t);
        }
        transfers.setCap(t, cap);
        addShared(t, rest);
        rebalance();
    }

    /** Changes the capacity; flows go on. */
    public void setCapacity(double bytesPerMicro, long now) {
        if (bytesPerMicro != capacity) {
            settle(now);
            capacity = bytesPerMicro;
            rebalance();
        }
    }

    /** First whole microsecond, after now, at which a flow ends if nothing changes; {@link #NEVER} without flows. */
    public long nextFinish(long now) {
        double next = Double.POSITIVE_INFINITY;
        if (cappedByFinish.size() > 0) {
            next = cappedByFinish.topKey();
        }
        if (sharedByMark.size() > 0 && level > 0) {
            next = Math.min(next, settledAt + (sharedByMark.topKey() - meter) / level);
        }
        if (next > 9e18) {
            return NEVER;
        }
        return Math.max(now + 1, (long) Math.ceil(next));
    }

    public int flows() {
        return sharedByMark.size() + cappedByFinish.size();
    }

    /** Some flow gets less than its cap. */
    public boolean constrained() {
        return sharedByMark.size() > 0;
    }

    /** What a flow without a cap would get; infinite while no flow gets less than its cap. */
    public double fairRate() {
        return level;
    }

    public double capacity() {
        return capacity;
    }

    /** What all flows get together. */
    public double rate() {
        return cappedSum + (sharedByMark.size() == 0 ? 0 : level * sharedByMark.size());
    }

    /** Rate of a running flow. */
    public double rate(int t) {
        return isCapped(t) ? transfers.cap(t) : level;
    }

    /** Flows that get less than their cap. */
    public int sharedFlows() {
        return sharedByMark.size();
    }

    /** Rate of the flows that run at their cap. */
    public double cappedRate() {
        return cappedSum;
    }

    /** Rate that all flows together would take if the capacity had no end. */
    public double wantedRate() {
        return cappedSum + sharedCaps;
    }

    /** Whole bytes that have left the port until now, of ended flows and of those under way. */
    public long sentBytes(long now) {
        settle(now);
        if (flows() == 0) {
            progress = 0;
        }
        return endedBytes + (long) StrictMath.floor(progress + carry + NOTHING);
    }

    private boolean isCapped(int t) {
        return transfers.atCap(t);
    }

    private double remaining(int t, long now) {
        double rest =
                isCapped(t) ? (transfers.finish.key(t) - now) * transfers.cap(t) : transfers.finish.key(t) - meter;
        return rest;
    }

    private void settle(long now) {
        long passed = now - settledAt;
        if (passed > 0) {
            double rate = cappedSum;
            if (sharedByMark.size() > 0) {
                meter += level * passed;
                rate += level * sharedByMark.size();
            }
            progress += rate * passed;
            settledAt = now;
        }
    }

    private void addCapped(int t, double bytes) {
        double cap = transfers.cap(t);
        transfers.setAtCap(t, true);
        transfers.finish.setKey(t, settledAt + bytes / cap);
        cappedByFinish.add(t);
        cappedByCap.add(t);
        cappedSum += cap;
    }

    private void addShared(int t, double bytes) {
        transfers.setAtCap(t, false);
        transfers.finish.setKey(t, meter + bytes);
        sharedByMark.add(t);
        sharedByCap.add(t);
        sharedCaps += transfers.cap(t);
    }

    private void removeCapped(int t) {
        cappedByFinish.remove(t);
        cappedByCap.remove(t);
        cappedSum = cappedByCap.size() == 0 ? 0 : cappedSum - transfers.cap(t);
    }

    private void removeShared(int t) {
        sharedByMark.remove(t);
        sharedByCap.remove(t);
        sharedCaps = sharedByCap.size() == 0 ? 0 : sharedCaps - transfers.cap(t);
    }

    /** Moves flows between the sets until the capped ones are those with a cap at most the level. */
    private void rebalance() {
        while (true) {
            int shared = sharedByMark.size();
            level = shared == 0 ? Double.POSITIVE_INFINITY : Math.max(0, (capacity - cappedSum) / shared);
            if (cappedByCap.size() > 0
                    && (shared == 0 ? cappedSum > capacity * SAME : cappedByCap.topKey() > level * SAME)) {
                int t = cappedByCap.top();
                double rest = remaining(t, settledAt);
                removeCapped(t);
                addShared(t, rest);
            } else if (shared > 0 && sharedByCap.topKey() <= level) {
                int t = sharedByCap.top();
                double rest = remaining(t, settledAt);
                removeShared(t);
                addCapped(t, rest);
            } else {
                return;
            }
        }
    }
}

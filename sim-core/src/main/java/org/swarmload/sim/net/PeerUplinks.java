package org.swarmload.sim.net;

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

    private final Transfers transfers;
    private final double[] capacity;
    private final int[] head;
    private final short[] active;
    /** Into how many slots each uplink is divided: a transfer gets one of them at most; empty where none is. */
    private int[] slots = new int[0];

    private final long[] settledAt;

    public PeerUplinks(Transfers transfers, int peers) {
        this.transfers = transfers;
        capacity = new double[peers];
        head = new int[peers];
        java.util.Arrays.fill(head, Transfers.NONE);
        active = new short[peers];
        settledAt = new long[peers];
    }

    /** Sets the capacity of a peer that sends nothing. */
    public void setCapacity(int peer, double bytesPerMicro) {
        capacity[peer] = bytesPerMicro;
    }

    /** Gives each transfer of a peer the uplink divided by {@code into} at most, however few there are. */
    public void divide(int peer, int into) {
        if (slots.length == 0) {
            slots = new int[capacity.length];
        }
        slots[peer] = into;
    }

    private double limited(int peer, double cap) {
        return slots.length == 0 || slots[peer] == 0 ? cap : Math.min(cap, capacity[peer] / slots[peer]);
    }

    /**
     * Changes the capacity of a peer whose transfers may run: they are re-rated under the caps that they have. Where the
     * uplink is divided into slots, caps follow when they are set the next time.
     */
    public void rerate(int peer, double bytesPerMicro, long now) {
        settle(peer, now);
        capacity[peer] = bytesPerMicro;
        share(peer);
    }

    public double capacity(int peer) {
        return capacity[peer];
    }

    public int active(int peer) {
        return active[peer];
    }

    /** First transfer of the peer; go on with {@link Transfers#nextOfSender}. */
    public int first(int peer) {
        return head[peer];
    }

    /** Begins the flow of a transfer. */
    public void start(int t, double cap, long now) {
        int peer = transfers.from[t];
        settle(peer, now);
        transfers.state[t] = Transfers.ACTIVE;
        transfers.startMicros[t] = now;
        transfers.finish.setKey(t, transfers.size(t));
        transfers.cap.setKey(t, limited(peer, cap));
        transfers.nextOfSender[t] = head[peer];
        head[peer] = t;
        active[peer]++;
        share(peer);
    }

    /** Takes one transfer of the peer that has ended by now, or returns {@link Transfers#NONE} when no more has. */
    public int pollFinished(int peer, long now) {
        settle(peer, now);
        for (int t = head[peer]; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
            if (transfers.finish.key(t) <= NOTHING) {
                unlink(peer, t);
                return t;
            }
        }
        share(peer);
        return Transfers.NONE;
    }

    /** Stops a transfer before its end and returns the whole bytes that have gone. */
    public long abort(int t, long now) {
        int peer = transfers.from[t];
        settle(peer, now);
        long gone = transfers.size(t) - (long) Math.ceil(Math.max(0, transfers.finish.key(t) - NOTHING));
        unlink(peer, t);
        share(peer);
        return Math.max(0, gone);
    }

    /** Bytes of a running transfer that have not gone yet. */
    public double bytesLeft(int t, long now) {
        return Math.max(0, transfers.finish.key(t) - transfers.rate[t] * (now - settledAt[transfers.from[t]]));
    }

    /** Changes the cap of one transfer; true when rates changed, so that the next finish is another. */
    public boolean setCap(int t, double receiverCap, long now) {
        double cap = limited(transfers.from[t], receiverCap);
        double old = transfers.cap.key(t);
        transfers.cap.setKey(t, cap);
        double rate = transfers.rate[t];
        if (rate < old && rate <= cap) {
            return false;
        }
        int peer = transfers.from[t];
        settle(peer, now);
        share(peer);
        return true;
    }

    /** First whole microsecond, after now, at which a transfer of the peer ends if nothing changes. */
    public long nextFinish(int peer, long now) {
        double next = Double.POSITIVE_INFINITY;
        for (int t = head[peer]; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
            double rate = transfers.rate[t];
            if (rate > 0) {
                next = Math.min(next, transfers.finish.key(t) / rate);
            }
        }
        if (next > 4e18) {
            return NEVER;
        }
        return Math.max(now + 1, settledAt[peer] + (long) Math.ceil(next));
    }

    private void settle(int peer, long now) {
        double passed = now - settledAt[peer];
        if (passed > 0) {
            for (int t = head[peer]; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
                transfers.finish.setKey(t, transfers.finish.key(t) - transfers.rate[t] * passed);
            }
        }
        settledAt[peer] = now;
    }

    private void unlink(int peer, int t) {
        active[peer]--;
        int next = transfers.nextOfSender[t];
        if (head[peer] == t) {
            head[peer] = next;
            return;
        }
        int before = head[peer];
        while (transfers.nextOfSender[before] != t) {
            before = transfers.nextOfSender[before];
        }
        transfers.nextOfSender[before] = next;
    }

    /** Water-filling: gives every transfer the level, or its cap where that is less, until the level stays. */
    private void share(int peer) {
        int first = head[peer];
        int open = active[peer];
        double rest = capacity[peer];
        double level = open == 0 ? 0 : rest / open;
        boolean capped = false;
        for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
            capped |= transfers.cap.key(t) <= level;
            transfers.rate[t] = level;
        }
        while (capped) {
            capped = false;
            double nextRest = capacity[peer];
            int nextOpen = 0;
            for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
                double cap = transfers.cap.key(t);
                if (cap <= level) {
                    transfers.rate[t] = cap;
                    nextRest -= cap;
                } else {
                    nextOpen++;
                }
            }
            if (nextOpen == 0) {
                return;
            }
            double higher = nextRest / nextOpen;
            for (int t = first; t != Transfers.NONE; t = transfers.nextOfSender[t]) {
                double cap = transfers.cap.key(t);
                if (cap > level) {
                    capped |= cap <= higher;
                    transfers.rate[t] = higher;
                }
            }
            level = higher;
        }
    }

    public long stateBytes() {
        return capacity.length * (8L + 4 + 2 + 8);
    }
}

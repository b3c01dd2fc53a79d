package org.swarmload.sim.net;

import org.swarmload.sim.kernel.Records;

/**
 * Uplinks as records of a cache line, each with the list of its running transfers: the free ones in the order in which they
 * will end, then those with a cap below the whole uplink. Keeps the lists; says nothing of rates.
 */
final class UplinkRecords {
    private static final int CAPACITY = 0;
    private static final int LEVEL = 1;
    private static final int METER = 2;
    private static final int SETTLED = 3;
    private static final int DUE = 4;
    private static final int FINISH = 5;
    /** Low half: first transfer. High half: last free one. */
    private static final int LIST = 6;
    /** Low half: how many free ones. High half: how many with a cap. */
    private static final int COUNTS = 7;

    private final Transfers transfers;
    private final Records records;

    UplinkRecords(Transfers transfers, int peers) {
        this.transfers = transfers;
        records = new Records(peers);
        for (int peer = 0; peer < peers; peer++) {
            records.setInts(peer, LIST, Transfers.NONE, Transfers.NONE);
            setDue(peer, PeerUplinks.NEVER);
            setFinish(peer, PeerUplinks.NEVER);
        }
    }

    int count() {
        return records.capacity();
    }

    /** Bytes per microsecond. */
    double capacity(int peer) {
        return records.getDouble(peer, CAPACITY);
    }

    void setCapacity(int peer, double bytesPerMicro) {
        records.setDouble(peer, CAPACITY, bytesPerMicro);
    }

    /** What every transfer of weight 1 gets that its cap lets, bytes per microsecond. */
    double level(int peer) {
        return records.getDouble(peer, LEVEL);
    }

    void setLevel(int peer, double bytesPerMicro) {
        records.setDouble(peer, LEVEL, bytesPerMicro);
    }

    /** Bytes that a free transfer of weight 1 has got since there were none. */
    double meter(int peer) {
        return records.getDouble(peer, METER);
    }

    void setMeter(int peer, double bytes) {
        records.setDouble(peer, METER, bytes);
    }

    /** The time as of which the meter, and what is left of transfers with a cap, are right. */
    long settledAt(int peer) {
        return records.getLong(peer, SETTLED);
    }

    void setSettledAt(int peer, long micros) {
        records.setLong(peer, SETTLED, micros);
    }

    /** When the pending event fires. */
    long due(int peer) {
        return records.getLong(peer, DUE);
    }

    void setDue(int peer, long micros) {
        records.setLong(peer, DUE, micros);
    }

    /** When the next transfer ends. */
    long finish(int peer) {
        return records.getLong(peer, FINISH);
    }

    void setFinish(int peer, long micros) {
        records.setLong(peer, FINISH, micros);
    }

    int first(int peer) {
        return records.getLow(peer, LIST);
    }

    private int lastFree(int peer) {
        return records.getHigh(peer, LIST);
    }

    int free(int peer) {
        return records.getLow(peer, COUNTS);
    }

    int capped(int peer) {
        return records.getHigh(peer, COUNTS);
    }

    /** Whether nothing but the uplink limits a transfer. */
    boolean isFree(int peer, int t) {
        return transfers.cap(t) >= capacity(peer);
    }

    int firstCapped(int peer) {
        if (capped(peer) == 0) {
            return Transfers.NONE;
        }
        return free(peer) == 0 ? first(peer) : transfers.nextOfSender(lastFree(peer));
    }

    /** Bytes that a transfer had to go when the uplink was settled. */
    double left(int peer, int t) {
        return isFree(peer, t) ? (transfers.left(t) - meter(peer)) * transfers.weight(t) : transfers.left(t);
    }

    /** What the first {@code count} transfers of the list weigh together. */
    double sumOfWeights(int peer, int count) {
        if (!transfers.areWeighed()) {
            return count;
        }
        double sum = 0;
        int t = first(peer);
        for (int k = count; k > 0; k--) {
            sum += transfers.weight(t);
            t = transfers.nextOfSender(t);
        }
        return sum;
    }

    /** Puts a transfer that has so many bytes to go in its place. */
    void link(int peer, int t, double left) {
        int free = free(peer);
        if (!isFree(peer, t)) {
            transfers.setLeft(t, left);
            insert(peer, lastFree(peer), t);
            records.setInts(peer, COUNTS, free, capped(peer) + 1);
            return;
        }
        if (free == 0) {
            setMeter(peer, 0);
        }
        double mark = meter(peer) + (transfers.areWeighed() ? left / transfers.weight(t) : left);
        transfers.setLeft(t, mark);
        int last = lastFree(peer);
        boolean asLast = free == 0 || transfers.left(last) <= mark;
        insert(peer, asLast ? last : before(peer, mark), t);
        records.setInts(peer, LIST, first(peer), asLast ? t : last);
        records.setInts(peer, COUNTS, free + 1, capped(peer));
    }

    /** The last free transfer that ends by a mark, where there is a later one; or none. */
    private int before(int peer, double mark) {
        int before = Transfers.NONE;
        for (int next = first(peer); transfers.left(next) <= mark; next = transfers.nextOfSender(next)) {
            before = next;
        }
        return before;
    }

    /** Puts a transfer after another one, or at the beginning. */
    private void insert(int peer, int before, int t) {
        if (before == Transfers.NONE) {
            transfers.setNextOfSender(t, first(peer));
            records.setLow(peer, LIST, t);
        } else {
            transfers.setNextOfSender(t, transfers.nextOfSender(before));
            transfers.setNextOfSender(before, t);
        }
    }

    void unlink(int peer, int t) {
        int before = Transfers.NONE;
        for (int at = first(peer); at != t; at = transfers.nextOfSender(at)) {
            before = at;
        }
        if (before == Transfers.NONE) {
            records.setLow(peer, LIST, transfers.nextOfSender(t));
        } else {
            transfers.setNextOfSender(before, transfers.nextOfSender(t));
        }
        if (lastFree(peer) == t) {
            records.setHigh(peer, LIST, before);
        }
        int free = isFree(peer, t) ? 1 : 0;
        records.setInts(peer, COUNTS, free(peer) - free, capped(peer) - (1 - free));
    }

    /** Takes all transfers of an uplink that is settled out of its list; returns the first, the others follow it. */
    int takeOut(int peer) {
        int first = first(peer);
        int t = first;
        for (int k = free(peer); k > 0; k--) {
            transfers.setLeft(t, left(peer, t));
            t = transfers.nextOfSender(t);
        }
        records.setInts(peer, LIST, Transfers.NONE, Transfers.NONE);
        records.setInts(peer, COUNTS, 0, 0);
        return first;
    }

    /** Puts transfers that were taken out in their places, which are others if capacity or weights are. */
    void putBack(int peer, int first) {
        int t = first;
        while (t != Transfers.NONE) {
            int next = transfers.nextOfSender(t);
            link(peer, t, transfers.left(t));
            t = next;
        }
    }

    long stateBytes() {
        return records.stateBytes();
    }

    long touchAll() {
        return records.touchAll();
    }
}

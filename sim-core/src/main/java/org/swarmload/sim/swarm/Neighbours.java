package org.swarmload.sim.swarm;

import org.swarmload.sim.kernel.Touch;

/**
 * For each viewer of a cell, the peers it may download from; at most a fixed number. A list of small numbers, 16 bits
 * each and 8 more only in cells above 65,536 viewers.
 */
public final class Neighbours {
    private final int limit;
    private final char[] lowBits;
    private final byte[] highBits;
    private final byte[] count;

    public Neighbours(int viewers, int limit) {
        this.limit = limit;
        int slots = Math.multiplyExact(viewers, limit);
        lowBits = new char[slots];
        highBits = viewers > 1 << 16 ? new byte[slots] : new byte[0];
        count = new byte[viewers];
    }

    /** Length of a list at most. */
    public int limit() {
        return limit;
    }

    public int count(int v) {
        return count[v];
    }

    public boolean full(int v) {
        return count[v] == limit;
    }

    public int get(int v, int index) {
        int slot = v * limit + index;
        return highBits.length == 0 ? lowBits[slot] : lowBits[slot] | (highBits[slot] & 0xFF) << 16;
    }

    private void set(int slot, int peer) {
        lowBits[slot] = (char) peer;
        if (highBits.length > 0) {
            highBits[slot] = (byte) (peer >> 16);
        }
    }

    public boolean contains(int v, int peer) {
        for (int i = count[v] - 1; i >= 0; i--) {
            if (get(v, i) == peer) {
                return true;
            }
        }
        return false;
    }

    /** Adds a peer to a list that is not full and does not contain it. */
    public void add(int v, int peer) {
        set(v * limit + count[v]++, peer);
    }

    /** Removes the peer at the index; the last one takes its place. */
    public void removeAt(int v, int index) {
        int last = --count[v];
        if (index != last) {
            set(v * limit + index, get(v, last));
        }
    }

    /** Removes a peer that is in the list. */
    void remove(int v, int peer) {
        int i = 0;
        while (get(v, i) != peer) {
            i++;
        }
        removeAt(v, i);
    }

    public void clear(int v) {
        count[v] = 0;
    }

    public long stateBytes() {
        return 2L * lowBits.length + highBits.length + count.length;
    }

    /** Brings the list of a viewer into the processor's cache. */
    public long touch(int v) {
        int at = v * limit;
        return limit == 0 ? 0 : lowBits[at] + lowBits[at + limit - 1];
    }

    public long touchAll() {
        return Touch.all(lowBits);
    }
}

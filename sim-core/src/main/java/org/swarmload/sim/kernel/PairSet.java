package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * A set of ordered pairs of numbers from 0 to 2³¹ − 2, in open addressing with linear probing: no objects, memory by what
 * is in it. It cannot be iterated, so no order can reach a result.
 */
public final class PairSet {
    private static final long ABSENT = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[16];
    private int size;

    public PairSet() {
        Arrays.fill(keys, ABSENT);
    }

    public int size() {
        return size;
    }

    public boolean contains(int first, int second) {
        long key = key(first, second);
        return keys[find(key)] == key;
    }

    /** Adds a pair; true if it was not in. */
    public boolean add(int first, int second) {
        long key = key(first, second);
        int at = find(key);
        if (keys[at] == key) {
            return false;
        }
        if (2 * ++size > keys.length) {
            grow();
            at = find(key);
        }
        keys[at] = key;
        return true;
    }

    /** Takes a pair out; nothing happens if it is not in. */
    public void remove(int first, int second) {
        long key = key(first, second);
        int hole = find(key);
        if (keys[hole] != key) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int at = hole + 1 & mask;
        while (keys[at] != ABSENT) {
            int home = home(keys[at]);
            if ((at - home & mask) >= (at - hole & mask)) {
                keys[hole] = keys[at];
                hole = at;
            }
            at = at + 1 & mask;
        }
        keys[hole] = ABSENT;
    }

    /** Takes a pair out in both orders. */
    public void removeBoth(int one, int other) {
        remove(one, other);
        remove(other, one);
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    /** Where a key is, or the free place where it belongs. */
    private int find(long key) {
        int at = home(key);
        while (keys[at] != ABSENT && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private int home(long key) {
        return (int) (key * MIX >>> 32) & keys.length - 1;
    }

    private void grow() {
        long[] old = keys;
        keys = new long[2 * old.length];
        Arrays.fill(keys, ABSENT);
        for (long key : old) {
            if (key != ABSENT) {
                keys[find(key)] = key;
            }
        }
    }

    public long stateBytes() {
        return 8L * keys.length;
    }
}

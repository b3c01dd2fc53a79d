package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * A number of at least 0 for each of some ordered pairs of numbers from 0 to 2³¹ − 2, in open addressing with linear
 * probing: no objects, memory by what is in it. It cannot be iterated, so no order can reach a result.
 */
public final class PairMap {
    public static final long ABSENT = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST = 16;

    private long[] keys = new long[FIRST];
    /** Null where it is enough to know which pairs are in. */
    private long[] values;

    private int size;

    public PairMap() {
        this(true);
    }

    /** @param keepsNumbers whether the numbers matter; else all are 0 */
    PairMap(boolean keepsNumbers) {
        values = keepsNumbers ? new long[FIRST] : null;
        Arrays.fill(keys, ABSENT);
    }

    public int size() {
        return size;
    }

    /** The number of a pair, or {@link #ABSENT}. */
    public long get(int first, int second) {
        long key = key(first, second);
        int at = find(key);
        return keys[at] != key ? ABSENT : values == null ? 0 : values[at];
    }

    /** Gives a pair its number; true if it had none. */
    public boolean put(int first, int second, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Numbers are at least 0: " + value + ".");
        }
        long key = key(first, second);
        int at = find(key);
        boolean added = keys[at] != key;
        if (added && 2 * ++size > keys.length) {
            grow();
            at = find(key);
        }
        set(at, key, value);
        return added;
    }

    private void set(int at, long key, long value) {
        keys[at] = key;
        if (values != null) {
            values[at] = value;
        }
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
                set(hole, keys[at], values == null ? 0 : values[at]);
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
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = oldValues == null ? null : new long[keys.length];
        Arrays.fill(keys, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != ABSENT) {
                set(find(oldKeys[i]), oldKeys[i], oldValues == null ? 0 : oldValues[i]);
            }
        }
    }

    public long stateBytes() {
        return 8L * keys.length + (values == null ? 0 : 8L * values.length);
    }
}

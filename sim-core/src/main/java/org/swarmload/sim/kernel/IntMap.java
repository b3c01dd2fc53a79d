package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * A map from numbers of at least 0 to numbers of at least 0, in open addressing with linear probing: no objects, memory
 * by what is in it. It has no order and cannot be iterated, so none can reach a result.
 */
public final class IntMap {
    public static final int ABSENT = -1;

    private static final int MIX = 0x9E3779B9;

    private int[] keys = new int[16];
    private int[] values = new int[16];
    private int size;

    public IntMap() {
        Arrays.fill(keys, ABSENT);
    }

    public int size() {
        return size;
    }

    /** The value of a key, or {@link #ABSENT}. */
    public int get(int key) {
        int at = find(key);
        return keys[at] == key ? values[at] : ABSENT;
    }

    public void put(int key, int value) {
        int at = find(key);
        if (keys[at] != key) {
            if (2 * ++size > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
        }
        values[at] = value;
    }

    /** Takes a key out; nothing happens if it is not in. */
    public void remove(int key) {
        int hole = find(key);
        if (keys[hole] != key) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int at = hole;
        while (true) {
            at = at + 1 & mask;
            if (keys[at] == ABSENT) {
                keys[hole] = ABSENT;
                return;
            }
            int home = home(keys[at]);
            if ((at - home & mask) >= (at - hole & mask)) {
                keys[hole] = keys[at];
                values[hole] = values[at];
                hole = at;
            }
        }
    }

    private int home(int key) {
        return key * MIX >>> Integer.numberOfLeadingZeros(keys.length) + 1;
    }

    private int find(int key) {
        int at = home(key);
        while (keys[at] != key && keys[at] != ABSENT) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(keys, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != ABSENT) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    public long stateBytes() {
        return 8L * keys.length;
    }
}

package org.swarmload.sim.cell;

import java.util.Arrays;

/** What happened to slots of one cache in a round, in order. */
final class CacheEventList {
    private int[] slot = new int[16];
    private byte[] what = new byte[16];
    private long[] micros = new long[16];
    private int size;

    void add(int slotNumber, byte event, long time) {
        if (size == slot.length) {
            slot = Arrays.copyOf(slot, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
            micros = Arrays.copyOf(micros, 2 * size);
        }
        slot[size] = slotNumber;
        what[size] = event;
        micros[size++] = time;
    }

    int size() {
        return size;
    }

    /** Moves everything to the events of all caches, from that place on. */
    void moveTo(RoundInput.CacheEvents all, int from, int server) {
        Arrays.fill(all.server(), from, from + size, server);
        System.arraycopy(slot, 0, all.slot(), from, size);
        System.arraycopy(what, 0, all.what(), from, size);
        System.arraycopy(micros, 0, all.micros(), from, size);
        size = 0;
    }
}

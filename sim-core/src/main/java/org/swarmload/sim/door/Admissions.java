package org.swarmload.sim.door;

import java.util.Arrays;

/** Who passed the door in a round and when, in order of time. */
final class Admissions {
    private int[] viewers = new int[256];
    private long[] micros = new long[256];
    private int size;

    void add(int viewer, long atMicros) {
        if (size == viewers.length) {
            viewers = Arrays.copyOf(viewers, 2 * size);
            micros = Arrays.copyOf(micros, 2 * size);
        }
        viewers[size] = viewer;
        micros[size++] = atMicros;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int viewer(int i) {
        return viewers[i];
    }

    long micros(int i) {
        return micros[i];
    }

    long stateBytes() {
        return 12L * viewers.length;
    }
}

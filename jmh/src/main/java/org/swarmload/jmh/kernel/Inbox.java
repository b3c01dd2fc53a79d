package org.swarmload.jmh.kernel;

import java.util.Arrays;
import org.swarmload.sim.kernel.EventQueue;

/** What other logical processes have sent to one in a round. */
final class Inbox {
    private long[] times = new long[64];
    private int[] ids = new int[64];
    private int size;

    void add(long timeMicros, int id) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        times[size] = timeMicros;
        ids[size++] = id;
    }

    /** Files everything in the queue of the process. */
    void empty(EventQueue queue) {
        for (int i = 0; i < size; i++) {
            queue.push(times[i], 0, ids[i], 0);
        }
        size = 0;
    }
}

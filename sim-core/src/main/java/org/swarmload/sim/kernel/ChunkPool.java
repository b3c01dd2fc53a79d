package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * Many unordered lists of longs in one array of small chunks, so that a list that empties gives its memory to others. A
 * chunk is two cache lines; half a chunk of each list is empty.
 */
final class ChunkPool {
    private static final int CHUNK = 16;
    private static final int NONE = -1;
    private static final int FIRST_CHUNKS = 64;

    private long[] values = new long[CacheLines.length(FIRST_CHUNKS, CHUNK)];
    private int[] next = new int[FIRST_CHUNKS];
    private int used;
    private int free = NONE;

    private int allocate(int link) {
        int chunk = free;
        if (chunk != NONE) {
            free = next[chunk];
        } else {
            chunk = used++;
            if (chunk == next.length) {
                int grown = chunk + Math.max(FIRST_CHUNKS, chunk >> 4);
                next = Arrays.copyOf(next, grown);
                values = Arrays.copyOf(values, CacheLines.length(grown, CHUNK));
            }
        }
        next[chunk] = link;
        return chunk;
    }

    private static int begin(int chunk) {
        return CacheLines.LEAD + chunk * CHUNK;
    }

    Lists lists(int number) {
        return new Lists(number);
    }

    long stateBytes() {
        return 8L * values.length + 4L * next.length;
    }

    /** Lists numbered from 0 that share the pool. */
    final class Lists {
        private final int[] head;
        private final int[] count;

        private Lists(int number) {
            head = new int[number];
            Arrays.fill(head, NONE);
            count = new int[number];
        }

        int count(int list) {
            return count[list];
        }

        void add(int list, long value) {
            int fill = count[list] & (CHUNK - 1);
            if (fill == 0) {
                head[list] = allocate(head[list]);
            }
            values[begin(head[list]) + fill] = value;
            count[list]++;
        }

        /** Moves the list's values to the target, in an order that depends on the pushes alone, and empties it. */
        void drain(int list, long[] target) {
            int rest = count[list];
            int chunk = head[list];
            int fill = rest == 0 ? 0 : ((rest - 1) & (CHUNK - 1)) + 1;
            while (rest > 0) {
                rest -= fill;
                System.arraycopy(values, begin(chunk), target, rest, fill);
                int link = next[chunk];
                next[chunk] = free;
                free = chunk;
                chunk = link;
                fill = CHUNK;
            }
            head[list] = NONE;
            count[list] = 0;
        }
    }
}

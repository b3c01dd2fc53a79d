package org.swarmload.sim.door;

/** Viewers in the order of their first press, those of one instant by their number. */
final class PressOrder {
    private static final int DIGIT_BITS = 12;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private PressOrder() {}

    /** Radix sort from the least digit: stable, so ties keep the order of the numbers. */
    static int[] of(long[] pressMicros) {
        long last = 0;
        int[] order = new int[pressMicros.length];
        for (int v = 0; v < order.length; v++) {
            order[v] = v;
            last = Math.max(last, pressMicros[v]);
        }
        int[] spare = new int[order.length];
        for (int shift = 0; shift < Long.SIZE && last >>> shift != 0; shift += DIGIT_BITS) {
            sortByDigit(pressMicros, shift, order, spare);
            int[] sorted = spare;
            spare = order;
            order = sorted;
        }
        return order;
    }

    private static void sortByDigit(long[] keys, int shift, int[] from, int[] to) {
        int[] position = new int[DIGITS + 1];
        for (int v : from) {
            position[digit(keys[v], shift) + 1]++;
        }
        for (int d = 0; d < DIGITS; d++) {
            position[d + 1] += position[d];
        }
        for (int v : from) {
            to[position[digit(keys[v], shift)]++] = v;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}

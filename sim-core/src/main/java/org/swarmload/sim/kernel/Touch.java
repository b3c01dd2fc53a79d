package org.swarmload.sim.kernel;

/** Reads memory for nothing but to have it in the processor's cache. */
public final class Touch {
    private static final int LONGS_OF_A_LINE = 8;

    private Touch() {}

    /** Reads a number of every cache line. The sum means nothing; who keeps it keeps the reading from being left out. */
    public static long all(long[] array) {
        long sum = 0;
        for (int i = 0; i < array.length; i += LONGS_OF_A_LINE) {
            sum += array[i];
        }
        return sum;
    }

    public static long all(char[] array) {
        long sum = 0;
        for (int i = 0; i < array.length; i += LONGS_OF_A_LINE * Long.BYTES / Character.BYTES) {
            sum += array[i];
        }
        return sum;
    }
}

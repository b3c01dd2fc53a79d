package org.swarmload.sim.kernel;

/**
 * The last {@value #TAIL} longs of numbered records of {@value #LONGS}, two cache lines, of which somebody else keeps the
 * first ones: what two parts of a model know of one thing lies in one place, and neither sees the other's.
 */
public final class RecordTails {
    /** Of a whole record. */
    public static final int LONGS = 16;

    public static final int TAIL = 4;

    private static final int SHIFT = 4;
    private static final int FIRST = CacheLines.LEAD + LONGS - TAIL;

    private final long[] words;

    /** @param records an array that {@link #newRecords} has made */
    public RecordTails(long[] records) {
        words = records;
    }

    /** An array for so many records, all 0. */
    public static long[] newRecords(int number) {
        return new long[CacheLines.length(number, LONGS)];
    }

    /** Where a record begins in its array. */
    public static int begin(int record) {
        return (record << SHIFT) + CacheLines.LEAD;
    }

    public long get(int record, int word) {
        return words[(record << SHIFT) + FIRST + word];
    }

    public void set(int record, int word, long value) {
        words[(record << SHIFT) + FIRST + word] = value;
    }
}

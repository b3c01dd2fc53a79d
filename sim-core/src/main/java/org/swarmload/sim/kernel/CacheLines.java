package org.swarmload.sim.kernel;

/**
 * Arrays of longs whose records begin where the processor's cache lines do. A record of a line that lies across two is two
 * misses instead of one, and of eight places in which an array may begin seven are such.
 *
 * <p>It takes both: objects that begin with a line, which the option {@code -XX:ObjectAlignmentInBytes=64} sees to, and
 * {@value #LEAD} unused longs before the first record, since an array begins with two longs of its own. Without the option
 * everything is as right, and slower.
 */
public final class CacheLines {
    /** Index of the first long of the first record. */
    public static final int LEAD = 6;

    private CacheLines() {}

    /** Length of an array that has room for so many records. */
    public static int length(int records, int longsOfEach) {
        return Math.addExact(LEAD, Math.multiplyExact(records, longsOfEach));
    }
}

package org.swarmload.sim.kernel;

/**
 * Numbered records of {@value #LONGS} longs, a cache line, side by side in one array. What an event needs of an uplink
 * lies together: with an array for each field it would be a miss for each field, and misses are what a simulation of a
 * crowd waits for. Where the lines begin, {@link CacheLines} says.
 *
 * <p>A field is a long, a double in the bits of a long, or one of the two ints of a long. New records are zero.
 */
public final class Records {
    private static final int LONGS = 8;
    private static final int SHIFT = 3;
    private static final long LOW = 0xFFFF_FFFFL;

    private final long[] words;

    public Records(int capacity) {
        words = new long[CacheLines.length(capacity, LONGS)];
    }

    public int capacity() {
        return words.length - CacheLines.LEAD >> SHIFT;
    }

    private static int at(int record, int field) {
        return (record << SHIFT) + CacheLines.LEAD + field;
    }

    public long stateBytes() {
        return 8L * words.length;
    }

    public long getLong(int record, int field) {
        return words[at(record, field)];
    }

    public void setLong(int record, int field, long value) {
        words[at(record, field)] = value;
    }

    public double getDouble(int record, int field) {
        return Double.longBitsToDouble(getLong(record, field));
    }

    public void setDouble(int record, int field, double value) {
        setLong(record, field, Double.doubleToRawLongBits(value));
    }

    public int getLow(int record, int field) {
        return (int) getLong(record, field);
    }

    public int getHigh(int record, int field) {
        return (int) (getLong(record, field) >>> Integer.SIZE);
    }

    public void setLow(int record, int field, int value) {
        setLong(record, field, getLong(record, field) & ~LOW | value & LOW);
    }

    public void setHigh(int record, int field, int value) {
        setLong(record, field, getLong(record, field) & LOW | (long) value << Integer.SIZE);
    }

    public void setInts(int record, int field, int low, int high) {
        setLong(record, field, (long) high << Integer.SIZE | low & LOW);
    }

    public long touchAll() {
        return Touch.all(words);
    }
}

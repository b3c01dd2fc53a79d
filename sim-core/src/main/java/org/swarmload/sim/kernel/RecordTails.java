package org.swarmload.sim.kernel;

/**
 * The last longs of numbered records of which somebody else keeps the first ones: what two parts of a model know of one
 * thing lies in one place, and neither sees the other's.
 */
public final class RecordTails {
    private final long[] words;
    private final int stride;
    private final int first;

    /**
     * @param stride longs of a whole record
     * @param before longs of a record before its tail
     */
    public RecordTails(long[] words, int stride, int before) {
        this.words = words;
        this.stride = stride;
        first = CacheLines.LEAD + before;
    }

    /** Records that are all tail. */
    public RecordTails(int records, int longs) {
        this(new long[CacheLines.length(records, longs)], longs, 0);
    }

    private int at(int record, int word) {
        return record * stride + first + word;
    }

    public long get(int record, int word) {
        return words[at(record, word)];
    }

    public void set(int record, int word, long value) {
        words[at(record, word)] = value;
    }
}

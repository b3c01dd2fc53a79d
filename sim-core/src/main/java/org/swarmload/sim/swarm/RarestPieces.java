package org.swarmload.sim.swarm;

/** A search for the rarest of many pieces, all words at once. Keeps room: one object serves a cell. */
public final class RarestPieces {
    private final int[] word;
    private int words;

    /** Those that are left, of each word. */
    private long[] left;

    private long[] next;

    /** @param words most words of a search */
    public RarestPieces(int words) {
        word = new int[words];
        left = new long[words];
        next = new long[words];
    }

    /** Begins a search. */
    public void begin() {
        words = 0;
    }

    /** Adds pieces of a word; call it in the order of words. */
    public void add(int w, long pieces) {
        if (pieces != 0) {
            word[words] = w;
            left[words++] = pieces;
        }
    }

    /**
     * Keeps the pieces whose bit is not set; all, where each is set.
     *
     * @param slice a bit of each piece of a word; the words are {@code stride} apart
     * @return whether some bit was not set
     */
    boolean keepUnset(long[] slice, int from, int stride) {
        long any = 0;
        for (int i = 0; i < words; i++) {
            long unset = left[i] & ~slice[from + word[i] * stride];
            next[i] = unset;
            any |= unset;
        }
        if (any != 0) {
            long[] before = left;
            left = next;
            next = before;
        }
        return any != 0;
    }

    /** How many pieces are left. */
    public int count() {
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(left[i]);
        }
        return count;
    }

    /** One of those that are left, by its place in the order of numbers. */
    public int get(int place) {
        int skip = place;
        int i = 0;
        while (skip >= Long.bitCount(left[i])) {
            skip -= Long.bitCount(left[i++]);
        }
        long rest = left[i];
        while (skip-- > 0) {
            rest &= rest - 1;
        }
        return (word[i] << 6) + Long.numberOfTrailingZeros(rest);
    }
}

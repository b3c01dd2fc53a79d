package org.swarmload.sim.swarm;

/**
 * A search for the rarest of many pieces: each word of pieces is narrowed down to its own rarest, and then to those words
 * whose rarest are the rarest of all. Keeps room: one object serves a cell.
 */
public final class RarestPieces {
    private final int[] word;

    /** Those that are left, of each word. */
    private final long[] left;

    /** How many show each of them. */
    private final int[] fewest;

    private int words;

    /** @param words most words of a search */
    public RarestPieces(int words) {
        word = new int[words];
        left = new long[words];
        fewest = new int[words];
    }

    /** Begins a search. */
    public void begin() {
        words = 0;
    }

    /** Adds pieces of a word; call it in the order of words. */
    public void add(int w, long pieces) {
        word[words] = w;
        left[words] = pieces;
        // Whether a word has any is a guess that the processor would often get wrong.
        words += pieces == 0 ? 0 : 1;
    }

    /** Words that have pieces. */
    int words() {
        return words;
    }

    /** Number of the i-th of them. */
    int word(int i) {
        return word[i];
    }

    /** Pieces of the i-th of them. */
    long left(int i) {
        return left[i];
    }

    /** Which pieces of the i-th word are the rarest ones, and how many show each of them. */
    void found(int i, long rarest, int count) {
        left[i] = rarest;
        fewest[i] = count;
    }

    /** Keeps the rarest of all words, when those of each are found. */
    void keepFewest() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < words; i++) {
            least = Math.min(least, fewest[i]);
        }
        for (int i = 0; i < words; i++) {
            if (fewest[i] > least) {
                left[i] = 0;
            }
        }
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

package org.swarmload.sim.swarm;

/** Those pieces, of some words looked at one after the other, that the fewest show. Keeps room: one object serves a cell. */
public final class RarestPieces {
    private final long[] ties;
    private final int[] word;
    private int size;
    private int fewest;

    /** @param words most words of a search */
    public RarestPieces(int words) {
        ties = new long[words];
        word = new int[words];
    }

    /** Begins a search. */
    public void begin() {
        size = 0;
        fewest = Integer.MAX_VALUE;
    }

    /** The rarest pieces of a word, and how many show each. */
    void found(int w, long pieces, int holders) {
        if (holders > fewest) {
            return;
        }
        if (holders < fewest) {
            fewest = holders;
            size = 0;
        }
        ties[size] = pieces;
        word[size++] = w;
    }

    /** How many pieces are the rarest. */
    public int ties() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += Long.bitCount(ties[i]);
        }
        return count;
    }

    /** One of them, by its place in the order of numbers. */
    public int tie(int place) {
        int skip = place;
        int i = 0;
        while (skip >= Long.bitCount(ties[i])) {
            skip -= Long.bitCount(ties[i++]);
        }
        long rest = ties[i];
        while (skip-- > 0) {
            rest &= rest - 1;
        }
        return (word[i] << 6) + Long.numberOfTrailingZeros(rest);
    }
}

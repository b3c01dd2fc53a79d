package org.swarmload.sim.swarm;

/**
 * What one look at some neighbours has found: a word of pieces for each who shows something wanted, and for each of those
 * who can serve one more. One object is used again and again.
 */
public final class Look {
    /** By neighbour: what it shows of what is wanted, and the rest of its record. */
    final long[] all;

    final long[] metas;

    /** Neighbours whose earlier runs matter, and for which pieces. */
    final int[] late;

    final long[] lateWords;

    /** Of those who show something; one longer than the list, for branch-free writing. */
    private final long[] words;

    /** Of those who show something and have room. */
    private final int[] hosts;

    private final long[] hostWords;

    private int showing;
    private int hostCount;
    private long shown;
    private long offered;
    private boolean someLeft;

    /** @param most neighbours to be looked at */
    public Look(int most) {
        all = new long[most];
        metas = new long[most];
        late = new int[most + 1];
        lateWords = new long[most + 1];
        words = new long[most + 1];
        hosts = new int[most + 1];
        hostWords = new long[most + 1];
    }

    /** Sorts what has been read: who shows something, and who of those has room; from the last one to the first. */
    void sort(int[] neighbours, int count, long online) {
        int with = 0;
        int withRoom = 0;
        long union = 0;
        long unionWithRoom = 0;
        long everyMeta = -1L;
        for (int i = count - 1; i >= 0; i--) {
            long meta = metas[i];
            long word = all[i];
            long hostWord = word & meta >> Long.SIZE - 1;
            words[with] = word;
            with += ShownWindows.notZero(word);
            hosts[withRoom] = neighbours[i];
            hostWords[withRoom] = hostWord;
            withRoom += ShownWindows.notZero(hostWord);
            union |= word;
            unionWithRoom |= hostWord;
            everyMeta &= meta;
        }
        showing = with;
        hostCount = withRoom;
        shown = union;
        offered = unionWithRoom;
        someLeft = (everyMeta & online) == 0;
    }

    /** Forgets everything. */
    public void clear() {
        showing = 0;
        hostCount = 0;
        shown = 0;
        offered = 0;
        someLeft = false;
    }

    /** How many neighbours show something. */
    public int showing() {
        return showing;
    }

    /** What one of them shows. */
    public long word(int i) {
        return words[i];
    }

    /** How many of them can serve one more. */
    public int hosts() {
        return hostCount;
    }

    public int host(int i) {
        return hosts[i];
    }

    public long hostWord(int i) {
        return hostWords[i];
    }

    /** Pieces that somebody shows. */
    public long shown() {
        return shown;
    }

    /** Pieces that somebody with room shows. */
    public long offered() {
        return offered;
    }

    /** Whether one of the neighbours is not here any more. */
    public boolean someLeft() {
        return someLeft;
    }
}

package org.swarmload.sim.swarm;

/**
 * What one look at some neighbours has found: what each shows of what is wanted, and who could serve one more. One object
 * is used again and again.
 */
public final class Look {
    /** By neighbour: what it shows of what is wanted, and the same if it has room. */
    final long[] words;

    final long[] wordsWithRoom;

    /** By neighbour: the rest of its record. */
    final long[] metas;

    /** Neighbours whose earlier runs matter, and for which pieces; room for one more than there are, which is no one. */
    final int[] late;

    final long[] lateWords;

    private int count;
    private long shown;
    private long offered;
    private boolean someLeft;

    /** @param most neighbours to be looked at */
    public Look(int most) {
        words = new long[most];
        wordsWithRoom = new long[most];
        metas = new long[most];
        late = new int[most + 1];
        lateWords = new long[most + 1];
    }

    void found(int neighbours, long shownByAnybody, long offeredByAnybody, boolean left) {
        count = neighbours;
        shown = shownByAnybody;
        offered = offeredByAnybody;
        someLeft = left;
    }

    /** Forgets everything. */
    public void clear() {
        found(0, 0, 0, false);
    }

    /** How many neighbours have been looked at. */
    public int count() {
        return count;
    }

    /** What one of them shows. */
    public long word(int i) {
        return words[i];
    }

    /** What one of them shows and, now, could send. */
    public long wordWithRoom(int i) {
        return wordsWithRoom[i];
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

package org.swarmload.sim.swarm;

/**
 * What one viewer sees at one moment of what its neighbours show of the pieces it wants. Who has got nothing as late as
 * that is passed over. Those who could serve one more are looked at at once, the others only as far as somebody asks about
 * them. One object is used again and again; it is valid until the next one begins or the next change of what is shown.
 */
public final class Look {
    /** Neighbours looked at together: misses overlap, and few are looked at for nothing. */
    private static final int TOGETHER = 8;

    private final ShownWindows windows;

    /** Those with room, then the others; and, as far as they have been looked at, what each shows. */
    final int[] peers;

    final long[] words;

    private final int[] others;

    /** For {@link ShownWindows#read}: records, and whose earlier runs matter for which pieces; room for no one at the end. */
    final long[] metas;

    final int[] late;
    final long[] lateWords;

    /** Keeps what was read ahead: what nobody could see, the compiler would not read. */
    int touched;

    int first;
    int rendition;
    long wanted;

    private int count;
    private int able;
    private int lookedAt;
    private long offered;
    private long shown;
    private boolean someLeft;

    Look(ShownWindows windows, int most) {
        this.windows = windows;
        peers = new int[most + 1];
        others = new int[most + 1];
        words = new long[most];
        metas = new long[most];
        late = new int[most + 1];
        lateWords = new long[most + 1];
    }

    /**
     * Looks at the neighbours of a viewer.
     *
     * @param firstPiece the piece of bit 0
     * @param wantedPieces pieces, from the first one on; at least one
     */
    public void begin(Neighbours neighbours, int viewer, int firstPiece, int inRendition, long wantedPieces) {
        int earliest = firstPiece + Long.numberOfTrailingZeros(wantedPieces);
        long both = windows.list(neighbours, viewer, earliest, peers, others);
        someLeft = both < 0;
        both = someLeft ? ~both : both;
        int busy = (int) (both >>> Integer.SIZE);
        see((int) both, (int) both + busy, firstPiece, inRendition, wantedPieces);
        System.arraycopy(others, 0, peers, able, busy);
    }

    /** Looks at one viewer alone, as if it had room. */
    public void beginWith(int peer, int firstPiece, int inRendition, long wantedPieces) {
        peers[0] = peer;
        someLeft = false;
        see(1, 1, firstPiece, inRendition, wantedPieces);
    }

    private void see(int withRoom, int known, int firstPiece, int inRendition, long wantedPieces) {
        first = firstPiece;
        rendition = inRendition;
        wanted = wantedPieces;
        able = withRoom;
        count = known;
        lookedAt = 0;
        shown = 0;
        reach(able);
        offered = shown;
    }

    /** Sees nobody. */
    public void clear() {
        someLeft = false;
        see(0, 0, 0, 0, 0);
    }

    private void reach(int end) {
        windows.read(this, lookedAt, end);
        for (int i = lookedAt; i < end; i++) {
            shown |= words[i];
        }
        lookedAt = end;
    }

    /** How many neighbours could serve one more; they have the least indexes. */
    public int able() {
        return able;
    }

    /** Number of a neighbour. */
    public int peer(int i) {
        return peers[i];
    }

    /** What a neighbour shows that could serve one more. */
    public long word(int i) {
        return words[i];
    }

    /** Pieces that somebody with room shows. */
    public long offered() {
        return offered;
    }

    /** Those of the wanted pieces that anybody shows. */
    public long shown(long among) {
        while (lookedAt < count && (among & ~shown) != 0) {
            reach(Math.min(count, lookedAt + TOGETHER));
        }
        return among & shown;
    }

    /** How many neighbours may show something; all have been looked at then. */
    int all() {
        reach(count);
        return count;
    }

    /** Whether one of the neighbours is not here any more. */
    public boolean someLeft() {
        return someLeft;
    }
}

package org.swarmload.sim.swarm;

import java.util.Arrays;

/**
 * Which pieces each viewer of a cell holds, has asked for and shows to neighbours; struct of arrays.
 *
 * <p>What a viewer holds is a prefix {@code [low, front)} and a window of at most {@value #WINDOW} pieces from
 * {@code front} on, one bit each in a ring word (bit = piece mod 64). As the ring index of a piece is the same for all
 * viewers, words of neighbours intersect without a shift. The rendition of a piece is part of its identity: two bit
 * planes on the same ring for the window, runs of equal rendition for the prefix (the last {@value #RUNS}; pieces before
 * them are forgotten, as if evicted).
 *
 * <p>What neighbours see ({@code shown}) follows by {@link #announce} and never shows a piece that is not held.
 */
public final class Holdings implements PieceStore {
    public static final int WINDOW = 64;
    /** Piece numbers and one more for the end must fit 14 bits beside two of rendition. */
    public static final int MAX_PIECES = (1 << 14) - 1;

    /** Neighbours looked at in one call. */
    public static final int MOST_AT_ONCE = 127;

    private static final int RUNS = 8;
    private static final int STRIDE = 4;
    private static final int WORD = 0;
    private static final int PLANE_LOW = 1;
    private static final int PLANE_HIGH = 2;
    private static final int META = 3;
    private static final long ONLINE = 1L << 62;
    private static final int FIELD = 0x7FFF;
    private static final int LOW_AT = 15;
    private static final int RUN_AT = 30;
    private static final int TOP_AT = 45;
    private static final int RENDITION_AT = 60;

    /** Own record: words held, asked for and asked of a server; front and, in the upper half, low. */
    private static final int HELD = 0;

    private static final int ASKED = 1;
    private static final int ASKED_SERVER = 2;
    private static final int EDGES = 3;

    /** BELOW[WINDOW + n] has the n lowest bits, none for a negative n. */
    private static final long[] BELOW = new long[3 * WINDOW + 1];

    static {
        for (int n = 1; n <= 2 * WINDOW; n++) {
            BELOW[WINDOW + n] = -1L >>> Math.max(0, WINDOW - n);
        }
    }

    private final long[] own;
    /**
     * Four longs a viewer, together in a cache line: shown window, two rendition planes, and, 15 bits each, shown front,
     * low, start of the last run and end of the pieces whose planes are valid (the last 64 before it), then the rendition
     * of the last run.
     */
    private final long[] shown;

    private final char[] runs;
    private final byte[] runCount;

    /** Room of {@link #shown}: neighbours for whom earlier runs matter, and their pieces before the planes. */
    private final int[] lateOne = new int[MOST_AT_ONCE + 1];

    private final long[] lateOld = new long[MOST_AT_ONCE + 1];
    private final int[] one = new int[1];
    private final long[] wordOfOne = new long[1];

    public Holdings(int viewers) {
        own = new long[Math.multiplyExact(viewers, STRIDE)];
        shown = new long[Math.multiplyExact(viewers, STRIDE)];
        runs = new char[Math.multiplyExact(viewers, RUNS)];
        runCount = new byte[viewers];
    }

    /** Forgets everything of a viewer who starts anew and wants nothing before that piece. */
    public void reset(int v, int first) {
        int base = v * STRIDE;
        own[base + HELD] = 0;
        own[base + ASKED] = 0;
        own[base + ASKED_SERVER] = 0;
        setEdges(v, first, first);
        runCount[v] = 0;
        Arrays.fill(shown, base, base + STRIDE, 0);
    }

    /** Lets neighbours see the viewer, with nothing yet. */
    public void goOnline(int v) {
        long first = front(v);
        shown[v * STRIDE + META] = ONLINE | first | first << LOW_AT | first << RUN_AT | first << TOP_AT;
    }

    /** Neighbours see nothing of the viewer any more. */
    public void goOffline(int v) {
        Arrays.fill(shown, v * STRIDE, v * STRIDE + STRIDE, 0);
    }

    public boolean online(int v) {
        return (shown[v * STRIDE + META] & ONLINE) != 0;
    }

    /** The first piece that the viewer lacks. */
    public int front(int v) {
        return (int) own[v * STRIDE + EDGES];
    }

    private int low(int v) {
        return (int) (own[v * STRIDE + EDGES] >>> Integer.SIZE);
    }

    private void setEdges(int v, int lowPiece, int frontPiece) {
        own[v * STRIDE + EDGES] = (long) lowPiece << Integer.SIZE | frontPiece;
    }

    /** Ring word of pieces held beyond the front. */
    public long held(int v) {
        return own[v * STRIDE + HELD];
    }

    /** Ring word of pieces in flight, from anybody. */
    public long asked(int v) {
        return own[v * STRIDE + ASKED];
    }

    /** Ring word of pieces in flight from the viewer's server. */
    public long askedServer(int v) {
        return own[v * STRIDE + ASKED_SERVER];
    }

    @Override
    public void ask(int v, int piece, boolean ofServer) {
        own[v * STRIDE + ASKED] |= 1L << piece;
        if (ofServer) {
            own[v * STRIDE + ASKED_SERVER] |= 1L << piece;
        }
    }

    @Override
    public void unask(int v, int piece) {
        own[v * STRIDE + ASKED] &= ~(1L << piece);
        own[v * STRIDE + ASKED_SERVER] &= ~(1L << piece);
    }

    /** Takes a finished piece in and moves the front over what is contiguous. */
    @Override
    public void complete(int v, int piece, int rendition) {
        long bit = 1L << piece;
        int base = v * STRIDE;
        shown[base + PLANE_LOW] = (rendition & 1) == 0 ? shown[base + PLANE_LOW] & ~bit : shown[base + PLANE_LOW] | bit;
        shown[base + PLANE_HIGH] =
                (rendition & 2) == 0 ? shown[base + PLANE_HIGH] & ~bit : shown[base + PLANE_HIGH] | bit;
        if (piece >= ((int) (shown[base + META] >>> TOP_AT) & FIELD)) {
            setField(v, TOP_AT, piece + 1);
        }
        unask(v, piece);
        own[base + HELD] |= bit;
        advance(v);
    }

    private void advance(int v) {
        int base = v * STRIDE;
        int front = front(v);
        while ((own[base + HELD] >>> front & 1) != 0) {
            own[base + HELD] &= ~(1L << front);
            extendRuns(v, front, planes(base, front));
            setEdges(v, low(v), ++front);
        }
    }

    /** Gives up the first piece that is lacked. What is before it goes from the cache too: a prefix has no gaps. */
    public void skip(int v) {
        int next = front(v) + 1;
        unask(v, front(v));
        setEdges(v, low(v), next);
        runCount[v] = 0;
        evictBefore(v, next);
        advance(v);
        showFrom(v, next);
    }

    /** Neighbours see nothing before that piece any more. */
    private void showFrom(int v, int piece) {
        int base = v * STRIDE;
        int shownFront = (int) shown[base + META] & FIELD;
        if (!online(v) || shownFront >= piece) {
            return;
        }
        long gone = below(Math.min(WINDOW, piece - shownFront));
        showAll(v, shown[base + WORD] & ~Long.rotateLeft(gone, shownFront), piece);
    }

    /** Sets what is visible from a piece on, and moves the visible front over what is contiguous. */
    private void showAll(int v, long visible, int from) {
        long word = visible;
        int shownFront = from;
        while ((word >>> shownFront & 1) != 0) {
            word &= ~(1L << shownFront);
            shownFront++;
        }
        shown[v * STRIDE + WORD] = word;
        setField(v, 0, shownFront);
    }

    private int planes(int base, int piece) {
        return (int) (shown[base + PLANE_LOW] >>> piece & 1) | (int) (shown[base + PLANE_HIGH] >>> piece & 1) << 1;
    }

    private void extendRuns(int v, int piece, int rendition) {
        int at = v * RUNS;
        int count = runCount[v];
        if (count > 0 && (runs[at + count - 1] & 3) == rendition) {
            return;
        }
        if (count == RUNS) {
            System.arraycopy(runs, at + 1, runs, at, RUNS - 1);
            evictBefore(v, runs[at] >> 2);
            count--;
        }
        runs[at + count] = (char) (piece << 2 | rendition);
        runCount[v] = (byte) (count + 1);
        setField(v, RUN_AT, piece);
        setField(v, RENDITION_AT, rendition);
    }

    /** Drops pieces before this one from the cache. */
    public void evictBefore(int v, int piece) {
        if (piece > low(v)) {
            setEdges(v, piece, front(v));
            setField(v, LOW_AT, piece);
        }
    }

    private void setField(int v, int at, int value) {
        int meta = v * STRIDE + META;
        if ((shown[meta] & ONLINE) != 0) {
            shown[meta] = (shown[meta] & ~((long) FIELD << at)) | (long) value << at | ONLINE;
        }
    }

    /** Makes a held piece visible to neighbours. */
    public void announce(int v, int piece) {
        int base = v * STRIDE;
        if (!online(v)) {
            return;
        }
        int shownFront = (int) shown[base + META] & FIELD;
        if (piece >= shownFront) {
            showAll(v, shown[base + WORD] | 1L << piece, shownFront);
        }
    }

    /**
     * The pieces from {@code first} on, at most 64, that each of some neighbours shows in the rendition: bit i is piece
     * first + i; 0 for one who is offline. Without branches on what they hold: neighbours ahead and behind come in no
     * order, and a branch guessed wrongly costs as much as all the rest.
     *
     * @param words one for each neighbour, set here
     */
    public void shown(int[] some, int count, int first, int rendition, long[] words) {
        int late = 0;
        for (int i = 0; i < count; i++) {
            int base = some[i] * STRIDE;
            long meta = shown[base + META];
            int ahead = clamp(((int) meta & FIELD) - first);
            long window = Long.rotateRight(shown[base + WORD], first) & BELOW[2 * WINDOW + ahead];
            long gone = BELOW[WINDOW + clamp(((int) (meta >>> LOW_AT) & FIELD) - first)];
            long visible = (BELOW[WINDOW + ahead] | window) & ~gone;
            long beforePlanes = BELOW[WINDOW + clamp(((int) (meta >>> TOP_AT) & FIELD) - WINDOW - first)];
            long inRendition = Long.rotateRight(inRendition(base, rendition), first) & ~beforePlanes;
            long old = visible & beforePlanes;
            long inLastRun = ((meta >>> RENDITION_AT ^ rendition) & 3) - 1 >> Long.SIZE - 1;
            long runsMatter = (long) (first - ((int) (meta >>> RUN_AT) & FIELD)) >> Long.SIZE - 1;
            words[i] = visible & inRendition | old & inLastRun & ~runsMatter;
            lateOne[late] = i;
            lateOld[late] = old;
            late += (int) ((old & runsMatter | -(old & runsMatter)) >>> Long.SIZE - 1);
        }
        for (int k = 0; k < late; k++) {
            words[lateOne[k]] |= lateOld[k] & inRuns(some[lateOne[k]], first, rendition);
        }
    }

    /** The pieces from {@code first} on, at most 64, that one viewer shows in the rendition. */
    public long shown(int v, int first, int rendition) {
        one[0] = v;
        shown(one, 1, first, rendition, wordOfOne);
        return wordOfOne[0];
    }

    @Override
    public boolean holds(int v, int piece, int rendition) {
        int front = front(v);
        boolean prefix = piece >= low(v) && piece < front;
        boolean ahead = piece >= front && piece < front + WINDOW && (held(v) >>> piece & 1) != 0;
        return (prefix || ahead) && rendition(v, piece) == rendition;
    }

    @Override
    public boolean shows(int v, int piece, int rendition) {
        return (shown(v, piece, rendition) & 1) != 0;
    }

    private static int clamp(int index) {
        return Math.max(-WINDOW, Math.min(WINDOW, index));
    }

    /** Bits below an index that may lie outside of the word. */
    private static long below(int index) {
        return BELOW[WINDOW + clamp(index)];
    }

    /** Ring word of the pieces whose planes say that rendition. */
    private long inRendition(int base, int rendition) {
        long lowPlane = shown[base + PLANE_LOW] ^ -(long) (~rendition & 1);
        long highPlane = shown[base + PLANE_HIGH] ^ -(long) (~rendition >> 1 & 1);
        return lowPlane & highPlane;
    }

    /** Pieces from {@code first} on that runs say to be in the rendition; the last run is taken to have no end. */
    private long inRuns(int v, int first, int rendition) {
        int at = v * RUNS;
        long word = 0;
        long notLater = -1L;
        for (int k = runCount[v] - 1; k >= 0; k--) {
            long before = BELOW[WINDOW + clamp((runs[at + k] >> 2) - first)];
            long match = ((runs[at + k] ^ rendition) & 3) - 1L >> Long.SIZE - 1;
            word |= match & notLater & ~before;
            notLater = before;
        }
        return word;
    }

    /** Rendition of a held piece. */
    public int rendition(int v, int piece) {
        if (piece >= front(v)) {
            return planes(v * STRIDE, piece);
        }
        int at = v * RUNS;
        int k = runCount[v] - 1;
        while (k > 0 && runs[at + k] >> 2 > piece) {
            k--;
        }
        return runs[at + k] & 3;
    }

    @Override
    public long stateBytes() {
        return 8L * own.length + 8L * shown.length + 2L * runs.length + runCount.length;
    }
}

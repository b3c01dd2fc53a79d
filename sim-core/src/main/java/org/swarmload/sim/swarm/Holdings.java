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

    private static final int RUNS = 8;
    private static final int STRIDE = 4;
    private static final int WORD = 0;
    private static final int PLANE_LOW = 1;
    private static final int PLANE_HIGH = 2;
    private static final int META = 3;
    private static final long OFFLINE = -1;
    private static final int FIELD = 0x7FFF;
    private static final int LOW_AT = 15;
    private static final int RUN_AT = 30;
    private static final int TOP_AT = 45;
    private static final int RENDITION_AT = 60;

    /** BELOW[n] has the n lowest bits. */
    private static final long[] BELOW = new long[WINDOW + 1];

    static {
        for (int n = 1; n <= WINDOW; n++) {
            BELOW[n] = -1L >>> WINDOW - n;
        }
    }

    private final int[] front;
    private final int[] low;
    private final long[] held;
    private final long[] asked;
    private final long[] askedServer;
    /**
     * Four longs a viewer, together in a cache line: shown window, two rendition planes, and, 15 bits each, shown front,
     * low, start of the last run and end of the pieces whose planes are valid (the last 64 before it), then the rendition
     * of the last run.
     */
    private final long[] shown;

    private final char[] runs;
    private final byte[] runCount;

    public Holdings(int viewers) {
        front = new int[viewers];
        low = new int[viewers];
        held = new long[viewers];
        asked = new long[viewers];
        askedServer = new long[viewers];
        shown = new long[Math.multiplyExact(viewers, STRIDE)];
        runs = new char[Math.multiplyExact(viewers, RUNS)];
        runCount = new byte[viewers];
        for (int v = 0; v < viewers; v++) {
            shown[v * STRIDE + META] = OFFLINE;
        }
    }

    /** Forgets everything of a viewer who starts anew and wants nothing before that piece. */
    public void reset(int v, int first) {
        front[v] = first;
        low[v] = first;
        held[v] = 0;
        asked[v] = 0;
        askedServer[v] = 0;
        runCount[v] = 0;
        Arrays.fill(shown, v * STRIDE, v * STRIDE + META, 0);
        shown[v * STRIDE + META] = OFFLINE;
    }

    /** Lets neighbours see the viewer, with nothing yet. */
    public void goOnline(int v) {
        long first = front[v];
        shown[v * STRIDE + META] = first | first << LOW_AT | first << RUN_AT | first << TOP_AT;
    }

    public void goOffline(int v) {
        shown[v * STRIDE + META] = OFFLINE;
    }

    /**
     * Whether any of these viewers shows a piece or has gone offline. Also loads their records into the cache: loads that
     * do not wait for each other cost a tenth of loads behind branches.
     */
    public boolean showAnything(int[] some, int count) {
        long all = 0;
        for (int i = 0; i < count; i++) {
            all |= shown[some[i] * STRIDE] | shown[some[i] * STRIDE + META];
        }
        return all != 0;
    }

    public boolean online(int v) {
        return shown[v * STRIDE + META] != OFFLINE;
    }

    /** The first piece that the viewer lacks. */
    public int front(int v) {
        return front[v];
    }

    /** Ring word of pieces held beyond the front. */
    public long held(int v) {
        return held[v];
    }

    /** Ring word of pieces in flight, from anybody. */
    public long asked(int v) {
        return asked[v];
    }

    /** Ring word of pieces in flight from the viewer's server. */
    public long askedServer(int v) {
        return askedServer[v];
    }

    @Override
    public void ask(int v, int piece, boolean ofServer) {
        asked[v] |= 1L << piece;
        if (ofServer) {
            askedServer[v] |= 1L << piece;
        }
    }

    @Override
    public void unask(int v, int piece) {
        asked[v] &= ~(1L << piece);
        askedServer[v] &= ~(1L << piece);
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
        held[v] |= bit;
        advance(v);
    }

    private void advance(int v) {
        while ((held[v] >>> front[v] & 1) != 0) {
            held[v] &= ~(1L << front[v]);
            extendRuns(v, front[v], planes(v * STRIDE, front[v]));
            front[v]++;
        }
    }

    /** Gives up the first piece that is lacked. What is before it goes from the cache too: a prefix has no gaps. */
    public void skip(int v) {
        int next = front[v] + 1;
        unask(v, front[v]);
        front[v] = next;
        runCount[v] = 0;
        evictBefore(v, next);
        advance(v);
        showFrom(v, next);
    }

    /** Neighbours see nothing before that piece any more. */
    private void showFrom(int v, int piece) {
        int base = v * STRIDE;
        int shownFront = (int) shown[base + META] & FIELD;
        if (shown[base + META] == OFFLINE || shownFront >= piece) {
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
        if (piece > low[v]) {
            low[v] = piece;
            setField(v, LOW_AT, piece);
        }
    }

    private void setField(int v, int at, int value) {
        int meta = v * STRIDE + META;
        if (shown[meta] != OFFLINE) {
            shown[meta] = (shown[meta] & ~((long) FIELD << at)) | (long) value << at;
        }
    }

    /** Makes a held piece visible to neighbours. */
    public void announce(int v, int piece) {
        int base = v * STRIDE;
        if (shown[base + META] == OFFLINE) {
            return;
        }
        int shownFront = (int) shown[base + META] & FIELD;
        if (piece >= shownFront) {
            showAll(v, shown[base + WORD] | 1L << piece, shownFront);
        }
    }

    /**
     * The pieces from {@code first} on, at most 64, that a neighbour shows in the rendition: bit i is piece first + i; 0
     * if it is offline. Written without branches where it can be: neighbours ahead and behind come in no order.
     */
    public long shown(int v, int first, int rendition) {
        int base = v * STRIDE;
        long meta = shown[base + META];
        if (meta == OFFLINE) {
            return 0;
        }
        long beforeFront = below(((int) meta & FIELD) - first);
        long prefix = beforeFront & ~below(((int) (meta >>> LOW_AT) & FIELD) - first);
        long beforePlanes = below(((int) (meta >>> TOP_AT) & FIELD) - WINDOW - first);
        long window = Long.rotateRight(shown[base + WORD], first)
                & ~beforeFront
                & below(((int) meta & FIELD) + WINDOW - first)
                & ~below(((int) (meta >>> LOW_AT) & FIELD) - first);
        long inRendition = Long.rotateRight(inRendition(base, rendition), first);
        long word = (window | prefix & ~beforePlanes) & inRendition;
        long old = prefix & beforePlanes;
        if (old == 0) {
            return word;
        }
        if (((int) (meta >>> RUN_AT) & FIELD) <= first) {
            return ((int) (meta >>> RENDITION_AT) & 3) == rendition ? word | old : word;
        }
        return word | prefix(v, first, rendition) & old;
    }

    @Override
    public boolean holds(int v, int piece, int rendition) {
        boolean prefix = piece >= low[v] && piece < front[v];
        boolean ahead = piece >= front[v] && piece < front[v] + WINDOW && (held[v] >>> piece & 1) != 0;
        return (prefix || ahead) && rendition(v, piece) == rendition;
    }

    @Override
    public boolean shows(int v, int piece, int rendition) {
        return (shown(v, piece, rendition) & 1) != 0;
    }

    /** Bits below an index that may lie outside of the word. */
    private static long below(int index) {
        return BELOW[Math.max(0, Math.min(WINDOW, index))];
    }

    /** Ring word of the pieces whose planes say that rendition. */
    private long inRendition(int base, int rendition) {
        long lowPlane = shown[base + PLANE_LOW] ^ -(long) (~rendition & 1);
        long highPlane = shown[base + PLANE_HIGH] ^ -(long) (~rendition >> 1 & 1);
        return lowPlane & highPlane;
    }

    /** Pieces from {@code first} on that runs say to be in the rendition; the last run is taken to have no end. */
    private long prefix(int v, int first, int rendition) {
        int at = v * RUNS;
        long word = 0;
        long notLater = -1L;
        for (int k = runCount[v] - 1; k >= 0; k--) {
            int start = runs[at + k] >> 2;
            long before = below(start - first);
            if ((runs[at + k] & 3) == rendition) {
                word |= notLater & ~before;
            }
            if (start <= first) {
                break;
            }
            notLater = before;
        }
        return word;
    }

    /** Rendition of a held piece. */
    public int rendition(int v, int piece) {
        if (piece >= front[v]) {
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
        return 4L * front.length * 2 + 8L * 3 * held.length + 8L * shown.length + 2L * runs.length + runCount.length;
    }
}

package org.swarmload.sim.swarm;

import org.swarmload.sim.kernel.RecordTails;

/**
 * Which pieces each viewer of a cell holds, has asked for and shows to neighbours; struct of arrays.
 *
 * <p>What a viewer holds is a prefix {@code [low, front)} and a window of at most {@value #WINDOW} pieces from
 * {@code front} on, one bit each in a ring word (bit = piece mod 64). As the ring index of a piece is the same for all
 * viewers, words of neighbours intersect without a shift. The rendition of a piece is part of its identity.
 *
 * <p>What neighbours see ({@link ShownWindows}) follows by {@link #announce} and never shows a piece that is not held.
 */
public final class Holdings implements PieceStore {
    public static final int WINDOW = ShownWindows.RING;
    /** Piece numbers and one more for the end must fit 14 bits beside two of rendition. */
    public static final int MAX_PIECES = (1 << 14) - 1;

    /** Own record: words held, asked for and asked of a server; front and, in the upper half, low. */
    private static final int HELD = 0;

    private static final int ASKED = 1;
    private static final int ASKED_SERVER = 2;
    private static final int EDGES = 3;

    private final RecordTails own;
    private final ShownWindows windows;
    private final Look lookAtOne;

    public Holdings(int viewers) {
        this(viewers, new RecordTails(RecordTails.newRecords(viewers)));
    }

    /** @param own room for what a viewer holds; whoever made it counts it as memory */
    public Holdings(int viewers, RecordTails own) {
        this.own = own;
        windows = new ShownWindows(viewers);
        lookAtOne = newLook(1);
    }

    /** Forgets everything of a viewer who starts anew and wants nothing before that piece. */
    public void reset(int v, int first) {
        own.set(v, HELD, 0);
        own.set(v, ASKED, 0);
        own.set(v, ASKED_SERVER, 0);
        setEdges(v, first, first);
        windows.reset(v);
    }

    /** Lets neighbours see the viewer, with nothing yet. */
    public void goOnline(int v, boolean room) {
        windows.goOnline(v, front(v), room);
    }

    /** Neighbours see nothing of the viewer any more. */
    public void goOffline(int v) {
        windows.goOffline(v);
    }

    public boolean online(int v) {
        return windows.online(v);
    }

    @Override
    public void setRoom(int v, boolean room) {
        windows.setRoom(v, room);
    }

    /** Whether a viewer who is online shows that it can serve one more. */
    public boolean room(int v) {
        return windows.room(v);
    }

    @Override
    public void setRate(int v, float bytesPerMicro) {
        windows.setRate(v, bytesPerMicro);
    }

    /** Rate of the viewer's last upload in this session, bytes per microsecond; 0 before the first one. */
    public float rate(int v) {
        return windows.rate(v);
    }

    /** The first piece that the viewer lacks. */
    public int front(int v) {
        return (int) own.get(v, EDGES);
    }

    private int low(int v) {
        return (int) (own.get(v, EDGES) >>> Integer.SIZE);
    }

    private void setEdges(int v, int lowPiece, int frontPiece) {
        own.set(v, EDGES, (long) lowPiece << Integer.SIZE | frontPiece);
    }

    /** Ring word of pieces held beyond the front. */
    public long held(int v) {
        return own.get(v, HELD);
    }

    /** Ring word of pieces in flight, from anybody. */
    public long asked(int v) {
        return own.get(v, ASKED);
    }

    /** Ring word of pieces in flight from the viewer's server. */
    public long askedServer(int v) {
        return own.get(v, ASKED_SERVER);
    }

    @Override
    public void ask(int v, int piece, boolean ofServer) {
        own.set(v, ASKED, asked(v) | 1L << piece);
        if (ofServer) {
            own.set(v, ASKED_SERVER, askedServer(v) | 1L << piece);
        }
    }

    @Override
    public void unask(int v, int piece) {
        own.set(v, ASKED, asked(v) & ~(1L << piece));
        own.set(v, ASKED_SERVER, askedServer(v) & ~(1L << piece));
    }

    /** Takes a finished piece in and moves the front over what is contiguous. */
    @Override
    public void complete(int v, int piece, int rendition) {
        windows.keep(v, piece, rendition);
        unask(v, piece);
        own.set(v, HELD, held(v) | 1L << piece);
        advance(v);
    }

    private void advance(int v) {
        int front = front(v);
        while ((held(v) >>> front & 1) != 0) {
            own.set(v, HELD, held(v) & ~(1L << front));
            evictBefore(v, windows.extendRuns(v, front, low(v)));
            setEdges(v, low(v), ++front);
        }
    }

    /** Gives up the first piece that is lacked. What is before it goes from the cache too: a prefix has no gaps. */
    public void skip(int v) {
        int next = front(v) + 1;
        unask(v, front(v));
        setEdges(v, low(v), next);
        windows.forgetRuns(v);
        evictBefore(v, next);
        advance(v);
    }

    /** Drops pieces before this one from the cache. */
    public void evictBefore(int v, int piece) {
        if (piece > low(v)) {
            setEdges(v, piece, front(v));
            windows.evictBefore(v, piece);
        }
    }

    /** Makes a held piece visible to neighbours. */
    public void announce(int v, int piece) {
        if (piece >= low(v)) {
            windows.announce(v, piece);
        }
    }

    /** For looks at so many neighbours at most, of viewers of this cell. */
    public Look newLook(int most) {
        return new Look(windows, most);
    }

    /** The pieces from {@code first} on, at most 64, that one viewer shows in the rendition. */
    public long shown(int v, int first, int rendition) {
        lookAtOne.beginWith(v, first, rendition, -1L);
        return lookAtOne.offered();
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

    /** Rendition of a held piece. */
    public int rendition(int v, int piece) {
        return piece >= front(v) ? windows.planes(v, piece) : windows.runOf(v, piece);
    }

    @Override
    public void countInto(int v, int[] holders) {
        for (int piece = low(v); piece < front(v); piece++) {
            holders[piece]++;
        }
        for (long ahead = Long.rotateRight(held(v), front(v)); ahead != 0; ahead &= ahead - 1) {
            holders[front(v) + Long.numberOfTrailingZeros(ahead)]++;
        }
    }

    @Override
    public int received(int v) {
        return front(v) + Long.bitCount(held(v));
    }

    @Override
    public int inOrder(int v) {
        return front(v);
    }

    @Override
    public long stateBytes() {
        return windows.stateBytes();
    }

    /** Brings what a viewer shows into the processor's cache; what it holds comes with the viewer's record. */
    public long touch(int v) {
        return windows.touch(v);
    }

    public long touchAll() {
        return windows.touchAll();
    }
}

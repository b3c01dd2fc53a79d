package org.swarmload.sim.swarm;

import java.util.Arrays;
import org.swarmload.sim.kernel.CacheLines;
import org.swarmload.sim.kernel.Touch;

/**
 * What the viewers of a cell show to neighbours, made to be read for dozens of neighbours at a time: four longs a viewer,
 * side by side in a cache line, and no branch on what they hold.
 *
 * <p>Of the {@value #RING} pieces before the end of what a viewer has got, the ring words say which are visible and in
 * which rendition. Of the pieces before those, which are all held, the record describes the last run of one rendition;
 * runs before it (the last {@value #RUNS} are known) lie elsewhere, for the few who need them.
 *
 * <p>Guarantee: only held pieces show. A piece shows when it was announced, or when the viewer has got one that is
 * {@value #RING} or more pieces after it, whichever comes first.
 */
final class ShownWindows {
    /** Pieces that the ring words cover. */
    static final int RING = 64;

    private static final int RUNS = 8;
    /** In the place of a run: later than all. */
    private static final char NO_RUN = 0xFFFF;

    private static final int STRIDE = 4;
    private static final int VISIBLE = 0;
    private static final int PLANE_LOW = 1;
    private static final int PLANE_HIGH = 2;
    private static final int META = 3;

    /**
     * Fields of META: end of the ring; first piece of the last run that is still kept; rendition of that run; whether
     * there are earlier runs; and the rate of its last upload, a float without its sign.
     */
    private static final int FIELD = 0x7FFF;

    private static final int FROM_AT = 15;
    private static final int RENDITION_AT = 30;
    private static final int EARLIER_AT = 32;
    private static final int RATE_AT = 33;

    /** Fields of a presence: whether there is room, whether the viewer is online, and the end of its ring. */
    private static final int ROOM = 1 << 15;

    private static final int ONLINE = 1 << 14;
    private static final int END = ONLINE - 1;

    /** By the distance from a first piece to the end of a ring: pieces, from the first one on, in the ring and before it. */
    private static final long[] IN_RING = new long[2 * RING + 1];

    private static final long[] BEFORE_RING = new long[2 * RING + 1];
    /** By a number of pieces: all but so many. */
    private static final long[] FROM = new long[RING + 1];

    static {
        for (int end = 1; end <= 2 * RING; end++) {
            BEFORE_RING[end] = end <= RING ? 0 : -1L >>> 2 * RING - end;
            IN_RING[end] = end <= RING ? -1L >>> RING - end : ~BEFORE_RING[end];
        }
        for (int n = 0; n < RING; n++) {
            FROM[n] = -1L << n;
        }
    }

    private final long[] record;
    /**
     * Apart from the records, since a look begins with it: who is here, can serve one more, and has got anything as late
     * as what is wanted? Most are ruled out so, and two bytes a viewer stay in the nearest cache.
     */
    private final char[] presence;

    /** First piece of each run and, in the lower two bits, its rendition; ascending. */
    private final char[] runs;

    private final byte[] runCount;

    ShownWindows(int viewers) {
        record = new long[CacheLines.length(viewers, STRIDE)];
        presence = new char[viewers];
        runs = new char[Math.multiplyExact(viewers, RUNS)];
        Arrays.fill(runs, NO_RUN);
        runCount = new byte[viewers];
    }

    private static int base(int v) {
        return v * STRIDE + CacheLines.LEAD;
    }

    /** Forgets everything of a viewer. */
    void reset(int v) {
        forgetRuns(v);
        goOffline(v);
    }

    /** Lets neighbours see the viewer, who holds nothing from that piece on. */
    void goOnline(int v, int front, boolean room) {
        record[base(v) + META] = front | (long) front << FROM_AT;
        presence[v] = (char) (ONLINE | (room ? ROOM : 0) | front);
    }

    void goOffline(int v) {
        int base = base(v);
        Arrays.fill(record, base, base + STRIDE, 0);
        presence[v] = 0;
    }

    boolean online(int v) {
        return presence[v] != 0;
    }

    /** Whether somebody who looks finds that the viewer can serve one more. */
    void setRoom(int v, boolean room) {
        if (online(v)) {
            presence[v] = (char) (room ? presence[v] | ROOM : presence[v] & ~ROOM);
        }
    }

    boolean room(int v) {
        return presence[v] >= ROOM;
    }

    /** Remembers at which rate the viewer's last upload went. */
    void setRate(int v, float rate) {
        if (online(v)) {
            long rest = record[base(v) + META] & (1L << RATE_AT) - 1;
            record[base(v) + META] = rest | (long) Float.floatToRawIntBits(rate) << RATE_AT;
        }
    }

    float rate(int v) {
        return Float.intBitsToFloat((int) (record[base(v) + META] >>> RATE_AT));
    }

    private static int end(long meta) {
        return (int) meta & FIELD;
    }

    private static int from(long meta) {
        return (int) (meta >>> FROM_AT) & FIELD;
    }

    /** The viewer has got a piece, which neighbours do not see yet. */
    void keep(int v, int piece, int rendition) {
        int base = base(v);
        long bit = 1L << piece;
        record[base + PLANE_LOW] =
                (rendition & 1) == 0 ? record[base + PLANE_LOW] & ~bit : record[base + PLANE_LOW] | bit;
        record[base + PLANE_HIGH] =
                (rendition & 2) == 0 ? record[base + PLANE_HIGH] & ~bit : record[base + PLANE_HIGH] | bit;
        long meta = record[base + META];
        int end = end(meta);
        if (online(v) && piece >= end) {
            hide(base, end, piece + 1);
            record[base + META] = meta + (piece + 1 - end);
            presence[v] = (char) (presence[v] + (piece + 1 - end));
        }
    }

    /** Clears the bits of the pieces from {@code first} to before {@code last}. */
    private void hide(int base, int first, int last) {
        long pieces = IN_RING[Math.min(RING, Math.max(0, last - first))];
        record[base + VISIBLE] &= ~Long.rotateLeft(pieces, first);
    }

    /** Makes a piece that is held visible, unless it has been evicted. */
    void announce(int v, int piece) {
        int base = base(v);
        long meta = record[base + META];
        if (online(v) && piece >= end(meta) - RING) {
            record[base + VISIBLE] |= 1L << piece;
        }
    }

    /** What is before that piece is gone. */
    void evictBefore(int v, int piece) {
        int base = base(v);
        long meta = record[base + META];
        if (!online(v)) {
            return;
        }
        hide(base, end(meta) - RING, piece);
        if (piece >= from(meta)) {
            setRun(base, piece, (int) (meta >>> RENDITION_AT) & 3, false);
        } else {
            trim(v, piece);
        }
    }

    /** Lets the runs begin at that piece. */
    private void trim(int v, int first) {
        int at = v * RUNS;
        int count = runCount[v];
        int gone = 0;
        while (gone + 1 < count && runs[at + gone + 1] >> 2 <= first) {
            gone++;
        }
        if (gone > 0) {
            System.arraycopy(runs, at + gone, runs, at, count - gone);
            Arrays.fill(runs, at + count - gone, at + count, NO_RUN);
            runCount[v] = (byte) (count - gone);
        }
        if (count > 0 && runs[at] >> 2 < first) {
            runs[at] = (char) (first << 2 | runs[at] & 3);
        }
    }

    private void setRun(int base, int from, int rendition, boolean earlier) {
        long rest = record[base + META] & (-1L << RATE_AT | FIELD);
        record[base + META] =
                rest | (long) from << FROM_AT | (long) rendition << RENDITION_AT | (earlier ? 1L << EARLIER_AT : 0);
    }

    /** There are no runs any more: what is held begins at a later piece. */
    void forgetRuns(int v) {
        Arrays.fill(runs, v * RUNS, (v + 1) * RUNS, NO_RUN);
        runCount[v] = 0;
    }

    /**
     * The contiguous part of what a viewer holds goes on with this piece.
     *
     * @param low first piece that is not evicted
     * @return the first piece that is known after that: the oldest run may be forgotten
     */
    int extendRuns(int v, int piece, int low) {
        int at = v * RUNS;
        int rendition = planes(v, piece);
        int count = runCount[v];
        if (count > 0 && (runs[at + count - 1] & 3) == rendition) {
            return low;
        }
        trim(v, low);
        if (runCount[v] == RUNS) {
            trim(v, runs[at + 1] >> 2);
        }
        int first = runCount[v] == 0 ? low : Math.max(low, runs[at] >> 2);
        runs[at + runCount[v]++] = (char) (piece << 2 | rendition);
        if (online(v)) {
            setRun(base(v), piece, rendition, first < piece);
        }
        return first;
    }

    /** Rendition of a held piece that no run describes. */
    int planes(int v, int piece) {
        int base = base(v);
        return (int) (record[base + PLANE_LOW] >>> piece & 1) | (int) (record[base + PLANE_HIGH] >>> piece & 1) << 1;
    }

    /** Rendition of a held piece of the contiguous part. */
    int runOf(int v, int piece) {
        int at = v * RUNS;
        return runs[at + Math.max(0, runsBegunBy(at, piece) - 1)] & 3;
    }

    /**
     * Lists the neighbours of a viewer that may show a piece or later ones: those who have room, and the others.
     *
     * @return how many have room, and in the upper half how many have none; negative if somebody is not here any more
     */
    long list(Neighbours neighbours, int viewer, int piece, int[] able, int[] others) {
        int count = neighbours.count(viewer);
        int withRoom = 0;
        int busy = 0;
        int everyPresence = ONLINE;
        for (int i = 0; i < count; i++) {
            int v = neighbours.get(viewer, i);
            int present = presence[v];
            int later = piece - (present & END) >>> Integer.SIZE - 1;
            int room = present >>> 15 & later;
            able[withRoom] = v;
            others[busy] = v;
            withRoom += room;
            busy += later - room;
            everyPresence &= present;
        }
        long both = (long) busy << Integer.SIZE | withRoom;
        return everyPresence == 0 ? ~both : both;
    }

    /**
     * Finds out what viewers show of what is wanted. Without branches on what they hold: neighbours ahead and behind come in
     * no order, and a branch guessed wrongly costs as much as all the rest.
     */
    void read(Look look, int from, int to) {
        int[] peers = look.peers;
        int first = look.first;
        int rendition = look.rendition;
        long wanted = look.wanted;
        long otherLow = (rendition & 1) - 1L;
        long otherHigh = (rendition >> 1) - 1L;
        int late = 0;
        for (int i = from; i < to; i++) {
            look.metas[i] = record[base(peers[i]) + META]; // before anything else: misses overlap
        }
        for (int i = from; i < to; i++) {
            int base = base(peers[i]);
            long meta = look.metas[i];
            int end = Math.min(2 * RING, Math.max(0, end(meta) - first));
            int start = Math.min(RING, Math.max(0, from(meta) - first));
            long inRing = record[base + VISIBLE]
                    & (record[base + PLANE_LOW] ^ otherLow)
                    & (record[base + PLANE_HIGH] ^ otherHigh);
            long inLastRun = ((meta >>> RENDITION_AT ^ rendition) & 3) - 1 >> Long.SIZE - 1;
            long old = BEFORE_RING[end] & wanted;
            look.words[i] = Long.rotateRight(inRing, first) & IN_RING[end] & wanted | old & FROM[start] & inLastRun;
            long earlier = old & ~FROM[start] & -(meta >>> EARLIER_AT & 1);
            look.late[late] = i;
            look.lateWords[late] = earlier;
            late += (int) ((earlier | -earlier) >>> Long.SIZE - 1);
        }
        int touched = 0;
        for (int k = 0; k < late; k++) {
            touched += runs[peers[look.late[k]] * RUNS]; // first all of them: misses overlap
        }
        look.touched += touched;
        for (int k = 0; k < late; k++) {
            int i = look.late[k];
            look.words[i] |= inRuns(peers[i], first, rendition, look.lateWords[k]);
        }
    }

    /**
     * Of some pieces, given as bits from {@code first} on, those that runs say to be in the rendition; the last run is
     * taken to have no end. Runs that begin after the last of these pieces are jumped over: who is far ahead has many.
     */
    private long inRuns(int v, int first, int rendition, long among) {
        int at = v * RUNS;
        int earliest = first + Long.numberOfTrailingZeros(among);
        int k = runsBegunBy(at, first + Long.SIZE - 1 - Long.numberOfLeadingZeros(among));
        long word = 0;
        long later = 0;
        int start = Integer.MAX_VALUE;
        while (--k >= 0 && start > earliest) {
            int run = runs[at + k];
            start = run >> 2;
            long fromStart = FROM[Math.min(RING, Math.max(0, start - first))];
            long match = ((run ^ rendition) & 3) - 1L >> Long.SIZE - 1;
            word |= fromStart & ~later & match;
            later = fromStart;
        }
        return word & among;
    }

    /** How many runs begin at a piece or before it: a search by halves without a branch. */
    private int runsBegunBy(int at, int piece) {
        int above = (piece + 1) << 2;
        int k = runs[at + RUNS / 2 - 1] - above >>> Integer.SIZE - 1 << 2;
        k += runs[at + k + 1] - above >>> Integer.SIZE - 1 << 1;
        k += runs[at + k] - above >>> Integer.SIZE - 1;
        return k + (runs[at + k] - above >>> Integer.SIZE - 1);
    }

    long stateBytes() {
        return 8L * record.length + 2L * presence.length + 2L * runs.length + runCount.length;
    }

    long touch(int v) {
        return record[base(v) + META];
    }

    long touchAll() {
        return Touch.all(record);
    }
}

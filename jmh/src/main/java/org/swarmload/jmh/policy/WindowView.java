package org.swarmload.jmh.policy;

import org.swarmload.jmh.swarm.Crowd;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Look;

/**
 * What a picker sees of one viewer's window after a look at the neighbours. The view of a run is private to its cell; this
 * one counts holders in the same way, in bit-sliced counters that are filled when they are first asked for.
 */
final class WindowView implements PieceView {
    private static final int SLICES = 7;

    private final Crowd crowd;
    private final Holdings holdings;
    private final int neighbours;
    private final Look look;
    private final CellStream stream = new CellStream(2006, 0, 0);
    private final long[] slices = new long[SLICES];
    private int front;
    private boolean counted;

    WindowView(Crowd crowd, int neighbours) {
        this.crowd = crowd;
        this.neighbours = neighbours;
        holdings = crowd.holdings();
        look = new Look(neighbours);
    }

    /** Turns to a viewer and looks at its neighbours. */
    void aim(int v) {
        front = holdings.front(v);
        counted = false;
        holdings.look(crowd.neighbours(v), neighbours, front, crowd.rendition(v), crowd.wanted(v), look);
    }

    private void count() {
        if (counted) {
            return;
        }
        counted = true;
        long s0 = 0;
        long s1 = 0;
        long s2 = 0;
        long s3 = 0;
        long s4 = 0;
        long s5 = 0;
        long s6 = 0;
        for (int i = look.count() - 1; i >= 0; i--) {
            long c0 = look.word(i);
            long c1 = s0 & c0;
            s0 ^= c0;
            long c2 = s1 & c1;
            s1 ^= c1;
            long c3 = s2 & c2;
            s2 ^= c2;
            long c4 = s3 & c3;
            s3 ^= c3;
            long c5 = s4 & c4;
            s4 ^= c4;
            s6 ^= s5 & c5;
            s5 ^= c5;
        }
        slices[0] = s0;
        slices[1] = s1;
        slices[2] = s2;
        slices[3] = s3;
        slices[4] = s4;
        slices[5] = s5;
        slices[6] = s6;
    }

    @Override
    public int pieces() {
        return Holdings.WINDOW;
    }

    @Override
    public int firstPiece() {
        return front;
    }

    @Override
    public long offered(int word) {
        return look.offered();
    }

    @Override
    public int holders(int index) {
        count();
        int holders = 0;
        for (int s = 0; s < SLICES; s++) {
            holders |= (int) (slices[s] >>> index & 1) << s;
        }
        return holders;
    }

    @Override
    public long microsToDeadline(int index) {
        return 0;
    }

    @Override
    public int randomBelow(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public int rarest(int from, int to) {
        count();
        long best = look.offered() & PieceView.range(0, from, to);
        for (int s = SLICES - 1; s >= 0; s--) {
            long fewer = best & ~slices[s];
            best = fewer != 0 ? fewer : best;
        }
        return best == 0 ? PiecePicker.NONE : PieceView.nth(best, randomBelow(Long.bitCount(best)));
    }
}

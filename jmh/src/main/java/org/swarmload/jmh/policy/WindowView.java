package org.swarmload.jmh.policy;

import org.swarmload.jmh.swarm.Crowd;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.HolderCounts;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Look;

/**
 * What a picker sees of one viewer's window after a look at the neighbours. The view of a run is private to its cell; this
 * one counts holders when it is first asked for them, as that does.
 */
final class WindowView implements PieceView {
    private final Crowd crowd;
    private final Holdings holdings;
    private final Look look;
    private final CellStream stream = new CellStream(2006, 0, 0);
    private final HolderCounts counts = new HolderCounts();
    private int front;
    private boolean counted;

    WindowView(Crowd crowd, int neighbours) {
        this.crowd = crowd;
        holdings = crowd.holdings();
        look = holdings.newLook(neighbours);
    }

    /** Turns to a viewer and looks at its neighbours. */
    void aim(int v) {
        front = holdings.front(v);
        counted = false;
        look.begin(crowd.neighbours(), v, front, crowd.rendition(v), crowd.wanted(v));
    }

    private void count() {
        if (!counted) {
            counted = true;
            counts.count(look);
        }
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
        return counts.holders(index);
    }

    @Override
    public long microsToDeadline(int index) {
        return 0;
    }

    @Override
    public long clientSeed() {
        return 0;
    }

    @Override
    public int front() {
        return 0;
    }

    @Override
    public int randomBelow(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public int rarest(int from, int to) {
        long among = look.offered() & PieceView.range(0, from, to);
        if ((among & among - 1) != 0) {
            count();
            among = counts.rarest(among);
        }
        return among == 0 ? PiecePicker.NONE : PieceView.nth(among, randomBelow(Long.bitCount(among)));
    }
}

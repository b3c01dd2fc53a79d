package org.swarmload.sim.picker;

/**
 * BiToS (Vlavianos, Iliofotou, Faloutsos, "BiToS: Enhancing BitTorrent for Supporting Streaming Applications", 2006):
 * rarest first in the set of pieces that are played next with probability 0.8, else rarest first in the rest; the other
 * set if one offers nothing. The set begins with the first piece that the client lacks and moves on with it.
 */
public final class BitosWindow implements PiecePicker {
    private static final int HIGH_PRIORITY_PIECES = 8;

    /** The set is served first in this many of 100 picks. */
    private static final int HIGH_PRIORITY_PERCENT = 80;

    @Override
    public int pick(PieceView view) {
        int end = view.pieces();
        int near = Math.min(view.front() + HIGH_PRIORITY_PIECES, end);
        boolean preferNear = view.randomBelow(100) < HIGH_PRIORITY_PERCENT;
        boolean someNear = view.first(0, near) != NONE;
        boolean someFar = view.first(near, end) != NONE;
        return someNear && (preferNear || !someFar) ? view.rarest(0, near) : view.rarest(near, end);
    }
}

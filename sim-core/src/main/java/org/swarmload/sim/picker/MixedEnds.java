package org.swarmload.sim.picker;

/**
 * Mixed (Zhou, Chiu, Lui, "A Simple Model for Analyzing P2P Streaming Protocols", ICNP 2007): the newest piece of the
 * last {@value #NEWEST_FIRST_PIECES} before the live edge, which few have yet; if none of them is offered, the nearest.
 */
public final class MixedEnds implements PiecePicker {
    /** As in the paper's examples. */
    private static final int NEWEST_FIRST_PIECES = 10;

    @Override
    public int pick(PieceView view) {
        int newest = view.last(Math.max(0, view.pieces() - NEWEST_FIRST_PIECES), view.pieces());
        return newest != NONE ? newest : view.first(0, view.pieces());
    }
}

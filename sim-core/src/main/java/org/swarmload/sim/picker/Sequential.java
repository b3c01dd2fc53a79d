package org.swarmload.sim.picker;

/** In order: what a player over HTTP does, and what the sequential mode of BitTorrent clients does. */
public final class Sequential implements PiecePicker {
    @Override
    public int pick(PieceView view) {
        return view.first(0, view.pieces());
    }
}

package org.swarmload.sim.picker;

/**
 * The piece that the fewest neighbours show, ties at random (Legout, Urvoy-Keller, Michiardi, "Rarest First and Choke
 * Algorithms Are Enough", IMC 2006). Random ties keep clients that see the same counts from asking for the same piece.
 */
public final class RarestFirst implements PiecePicker {
    @Override
    public int pick(PieceView view) {
        return view.rarest(0, view.pieces());
    }
}

package org.example;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/** Of the nearest few pieces that are offered, the one that the fewest neighbours show; of equals the nearest. */
public final class NearestRare implements PiecePicker {
    private static final int NEAREST = 4;

    @Override
    public int pick(PieceView view) {
        int choice = view.first(0, view.pieces());
        int candidate = choice;
        for (int seen = 1; seen < NEAREST && candidate != NONE; seen++) {
            candidate = view.first(candidate + 1, view.pieces());
            if (candidate != NONE && view.holders(candidate) < view.holders(choice)) {
                choice = candidate;
            }
        }
        return choice;
    }
}

package org.swarmload.sim.picker;

import java.util.List;

/**
 * Chooses the next piece to download from peers. One instance serves one cell and is called from one thread; it keeps no
 * state about viewers, allocates nothing and draws randomness only from the view, so that runs are reproducible.
 */
@FunctionalInterface
public interface PiecePicker {
    /** No piece. */
    int NONE = -1;

    /**
     * The piece to ask for, as an index of the view, or {@link #NONE}.
     *
     * @param view what one viewer may ask for now; valid during the call only
     */
    int pick(PieceView view);

    /** The objects that choose, as results name their classes: this one and, where it asks another, that one too. */
    default List<Object> parts() {
        return List.of(this);
    }
}
